import { escapeHtml, mailPage, type MailHouse } from './mail-page';

/** Sent by `POST /signup` while the address is unconfirmed (contract 3.2). */
export function confirmationMail(house: MailHouse): string {
  const name = escapeHtml(house.name);
  return mailPage(house, {
    subject: `Confirm your address for ${name}`,
    paragraphs: [
      `You joined ${name} with {{ .Email }}.`,
      'Confirm that the address is yours. Then you are a member and can comment.',
    ],
    button: 'Confirm my address',
    fragment: '#confirmation_token={{ .Token }}',
    footnotes: [
      'The link works once, within 24 hours of this mail.',
      `It came because somebody typed this address at {{ .SiteURL }}. If that was not you, do nothing: without the link nobody can use the account.`,
    ],
  });
}
