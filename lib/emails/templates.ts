import { escapeHtml, type EmailCinema, emailHtml } from './layout';

/** Sent by `POST /signup` while the address is unconfirmed (contract 3.2). */
function confirmationEmail(cinema: EmailCinema): string {
  const name = escapeHtml(cinema.name);
  return emailHtml(cinema, {
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

/** Sent by `PUT /user` to the new address; the old one stays in use until the link is followed (contract 3.5). */
function emailChangeEmail(cinema: EmailCinema): string {
  const name = escapeHtml(cinema.name);
  return emailHtml(cinema, {
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

/** Sent by `POST /invite`, by the cinema's admins (contract 3.3). */
function invitationEmail(cinema: EmailCinema): string {
  const name = escapeHtml(cinema.name);
  return emailHtml(cinema, {
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

/** Sent by `POST /recover` to a known address (contract 3.4). */
function recoveryEmail(cinema: EmailCinema): string {
  const name = escapeHtml(cinema.name);
  return emailHtml(cinema, {
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

/** The files of `public/emails`, by name: Netlify reads its mail templates from the published site. */
export function emailFiles(cinema: EmailCinema): Record<string, string> {
  return {
    'confirmation.html': confirmationEmail(cinema),
    'invitation.html': invitationEmail(cinema),
    'recovery.html': recoveryEmail(cinema),
    'email-change.html': emailChangeEmail(cinema),
  };
}
