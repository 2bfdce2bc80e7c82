import { header, type Call } from './call';

/** Go's Request.FormValue: values of the body first, then those of the query; JSON is not a form. */
export async function readForm(call: Call): Promise<URLSearchParams> {
  const form = await bodyForm(call);
  for (const [key, value] of parseQuery(call.url.search.slice(1))) form.append(key, value);
  return form;
}

async function bodyForm(call: Call): Promise<URLSearchParams> {
  const type = header(call, 'content-type');
  const media = type.split(';')[0]?.trim().toLowerCase();
  if (media === 'application/x-www-form-urlencoded') return parseQuery(call.body.toString('utf8'));
  const form = new URLSearchParams();
  if (media !== 'multipart/form-data') return form;
  try {
    const parts = await new Response(new Uint8Array(call.body), {
      headers: { 'Content-Type': type },
    }).formData();
    for (const [key, value] of parts) if (typeof value === 'string') form.append(key, value);
  } catch {
    // Go leaves an unreadable form empty too.
  }
  return form;
}

/** Go drops a pair with a semicolon or a bad escape instead of guessing. */
function parseQuery(text: string): URLSearchParams {
  const good = text.split('&').filter((pair) => !pair.includes(';') && !/%(?![0-9a-fA-F]{2})/.test(pair));
  return new URLSearchParams(good.join('&'));
}
