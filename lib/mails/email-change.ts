import { escapeHtml, mailPage, type MailHouse } from './mail-page';

/** Sent by `PUT /user` to the new address; the old one stays in use until the link is followed (contract 3.5). */
export function emailChangeMail(house: MailHouse): string {
  const name = escapeHtml(house.name);
  return mailPage(house, {
    subject: `Confirm your new address for ${name}`,
    paragraphs: [
      `You asked ${name} to change your address from {{ .Email }} to {{ .NewEmail }}.`,
      'Open the link where you are signed in, and from then on you sign in with the new one.',
    ],
    button: 'Use this address',
    fragment: '#email_change_token={{ .Token }}',
    footnotes: [
      'The link works once, within 24 hours of this mail.',
      'If it was not you who asked, do nothing: the old address stays.',
    ],
  });
}
