import { escapeHtml, mailPage, type MailHouse } from './mail-page';

/** Sent by `POST /recover` to a known address (contract 3.4). */
export function recoveryMail(house: MailHouse): string {
  const name = escapeHtml(house.name);
  return mailPage(house, {
    subject: `A new password for ${name}`,
    paragraphs: [
      `Somebody asked for a new password for {{ .Email }} at ${name}.`,
      'The link signs you in. Choose the new password there.',
    ],
    button: 'Choose a new password',
    fragment: '#recovery_token={{ .Token }}',
    footnotes: [
      'The link works once, within 24 hours of this mail.',
      'If it was not you who asked, do nothing: your password stays as it is.',
    ],
  });
}
