import { escapeHtml, mailPage, type MailHouse } from './mail-page';

/** Sent by `POST /invite`, by the house's admins (contract 3.3). */
export function invitationMail(house: MailHouse): string {
  const name = escapeHtml(house.name);
  return mailPage(house, {
    subject: `Your invitation to ${name}`,
    paragraphs: [`${name} has opened an account for {{ .Email }}.`, 'Choose a password, and it is yours.'],
    button: 'Choose a password',
    fragment: '#invite_token={{ .Token }}',
    footnotes: [
      'The link works once.',
      `It came because somebody at ${name} typed this address. If you do not want the account, do nothing: it stays closed.`,
    ],
  });
}
