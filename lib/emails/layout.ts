/** What the mails say about the cinema; `cinema` fits. */
export interface EmailCinema {
  name: string;
  address: { street: string; postalCode: string; city: string };
  email: string;
}

export interface EmailFact {
  heading: string;
  value: string;
  /** A picture that comes along with the mail, by its content id. */
  picture?: { cid: string; alt: string };
}

/**
 * One mail. Its texts are HTML-safe; in those that Identity sends they may contain actions of Netlify's template language
 * (Go's html/template), such as `{{ .Name }}`.
 */
export interface EmailContent {
  subject: string;
  /** One sentence each: what happened, then what to do. */
  paragraphs: string[];
  button: string;
  /** Where the button leads. */
  link: string;
  /** What the mail is about, below the first paragraph. */
  facts?: EmailFact[];
  /** How long the link works, why this mail was sent, what happens if it is ignored. */
  footnotes: string[];
}

const ink = '#151514';
const paper = '#ffffff';
const second = '#575751';
const sans = 'Arial, Helvetica, sans-serif';
const serif = "Georgia, 'Times New Roman', serif";

/** Look, section 5 "Mail". Mail programs know inline styles best; every ground and every text has its own colour. */
export function emailHtml(cinema: EmailCinema, words: EmailContent): string {
  const name = escapeHtml(cinema.name);
  const { link, facts = [], paragraphs } = words;
  const { street, postalCode, city } = cinema.address;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${words.subject}</title>
</head>
<body style="margin:0;padding:0;background-color:${paper};color:${ink};">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${paper}" style="background-color:${paper};">
<tr>
<td align="left" style="padding:24px 16px 48px;background-color:${paper};">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:35rem;background-color:${paper};">
<tr>
<td style="border-top:6px solid ${ink};padding:12px 0 24px;background-color:${paper};">
${block('h1', `margin:0;font:900 24px/28px 'Arial Black', ${sans};letter-spacing:-0.02em;color:${ink};`, escapeHtml(cinema.name.toUpperCase()))}
</td>
</tr>
<tr>
<td style="background-color:${paper};">
${[...paragraphs.slice(0, 1).map(paragraph), ...factsTable(facts), ...paragraphs.slice(1).map(paragraph)].join('\n')}
<p style="margin:24px 0;"><a href="${link}" style="display:inline-block;padding:10px 20px;border:2px solid ${ink};background-color:#ffce1f;color:${ink};font:bold 16px/24px ${sans};text-decoration:none;">${words.button}</a></p>
${block('p', `margin:0 0 4px;font:16px/24px ${serif};color:${ink};`, 'If the button does nothing, open this address:')}
<p style="margin:0 0 24px;font:14px/20px ${sans};color:${ink};word-break:break-all;"><a href="${link}" style="color:${ink};">${link}</a></p>
</td>
</tr>
<tr>
<td style="border-top:1px solid #cfcfc7;padding:16px 0 0;background-color:${paper};">
${words.footnotes.map((text) => block('p', `margin:0 0 12px;font:14px/20px ${serif};color:${second};`, text)).join('\n')}
${block('p', `margin:0;font:13px/18px ${sans};color:${second};`, [name, street, `${postalCode} ${city}`, cinema.email].map(escapeHtml).join(', '))}
</td>
</tr>
</table>
</td>
</tr>
</table>
</body>
</html>
`;
}

const paragraph = (text: string): string =>
  block('p', `margin:0 0 16px;font:16px/24px ${serif};color:${ink};`, text);

function factsTable(facts: EmailFact[]): string[] {
  if (facts.length === 0) return [];
  const cell = `padding:6px 12px 6px 0;border-top:1px solid #cfcfc7;text-align:left;vertical-align:top;color:${ink};`;
  const rows = facts.map(
    ({ heading, value, picture }) =>
      `<tr><th scope="row" style="${cell}font:bold 14px/22px ${sans};">${heading}</th><td style="${cell}font:16px/22px ${serif};word-break:break-word;">${value}${picture ? pictureHtml(picture) : ''}</td></tr>`,
  );
  return [
    `<table cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;">\n${rows.join('\n')}\n</table>`,
  ];
}

function pictureHtml({ cid, alt }: { cid: string; alt: string }): string {
  return `<br><img src="cid:${cid}" alt="${alt}" width="200" height="200" style="display:block;margin:8px 0;">`;
}

/** The same mail as plain text. Here texts are as they are, not HTML-safe. */
export function emailText(cinema: EmailCinema, words: EmailContent): string {
  const { street, postalCode, city } = cinema.address;
  const [first = '', ...others] = words.paragraphs;
  const facts = (words.facts ?? []).map(({ heading, value }) => `${heading}: ${value}`).join('\n');
  const sender = [cinema.name, street, `${postalCode} ${city}`, cinema.email].join(', ');
  const parts = [first, facts, ...others, `${words.button}:\n${words.link}`, ...words.footnotes, sender];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A mail whose texts are plain, made HTML-safe. */
export function escapeContent(words: EmailContent): EmailContent {
  return {
    subject: escapeHtml(words.subject),
    paragraphs: words.paragraphs.map(escapeHtml),
    button: escapeHtml(words.button),
    link: escapeHtml(words.link),
    facts: (words.facts ?? []).map((fact) => ({
      ...fact,
      heading: escapeHtml(fact.heading),
      value: escapeHtml(fact.value).replaceAll('\n', '<br>'),
    })),
    footnotes: words.footnotes.map(escapeHtml),
  };
}

function block(tag: 'h1' | 'p', style: string, content: string): string {
  return `<${tag} style="${style}">${content}</${tag}>`;
}

export function escapeHtml(text: string): string {
  return text
    .replace(/&(?!\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
