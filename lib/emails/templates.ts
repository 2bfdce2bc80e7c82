import { escapeHtml, type EmailCinema, emailHtml } from './layout';

/** Sent by `POST /signup` while the address is unconfirmed (contract 3.2). */
function confirmationEmail(cinema: EmailCinema): string {
  const name = escapeHtml(cinema.name);
  return emailHtml(cinema, {
    subject: `Confirm your address for ${name}`,
    paragraphs: [
      `You joined ${name} with {{ .Email }}.`,
      'Confirm that this is your address. Then you can comment on films.',
    ],
    button: 'Confirm my address',
    link: '{{ .SiteURL }}/#confirmation_token={{ .Token }}',
    footnotes: [
      'The link works once, for 24 hours.',
      `You get this e-mail because somebody entered this address at {{ .SiteURL }}. If it wasn’t you, ignore it: nobody can use the account without the link.`,
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
      'Open the link in the browser in which you are signed in. From then on, sign in with the new address.',
    ],
    button: 'Use this address',
    link: '{{ .SiteURL }}/#email_change_token={{ .Token }}',
    footnotes: [
      'The link works once, for 24 hours.',
      'If you didn’t ask for this, ignore it: your address stays the same.',
    ],
  });
}

/** Sent by `POST /invite`, by the cinema's admins (contract 3.3). */
function invitationEmail(cinema: EmailCinema): string {
  const name = escapeHtml(cinema.name);
  return emailHtml(cinema, {
    subject: `Your invitation to ${name}`,
    paragraphs: [
      `${name} has invited you to an account for {{ .Email }}.`,
      'Choose a password to start using it.',
    ],
    button: 'Choose a password',
    link: '{{ .SiteURL }}/#invite_token={{ .Token }}',
    footnotes: [
      'The link works once.',
      `You get this e-mail because somebody at ${name} entered this address. If you don’t want an account, ignore it: the account stays closed.`,
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
      'Open the link and choose a new password. Then you’re signed in.',
    ],
    button: 'Choose a new password',
    link: '{{ .SiteURL }}/#recovery_token={{ .Token }}',
    footnotes: [
      'The link works once, for 24 hours.',
      'If you didn’t ask for this, ignore it: your password stays the same.',
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
