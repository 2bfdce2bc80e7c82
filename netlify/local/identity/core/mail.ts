import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlToText, linksOf, titleOf } from '../../mailbox/html-text';
import type { MailKind } from '../../mailbox/outbox';
import { renderTemplate } from '../../mailbox/render-template';
import type { Identity } from './identity';
import { HttpError } from './respond';
import type { User } from './user';

const tokenParameters: Record<MailKind, string> = {
  confirmation: 'confirmation_token',
  invitation: 'invite_token',
  recovery: 'recovery_token',
  'email-change': 'email_change_token',
};

/** GoTrue's own mails, used where the site has no template. */
const defaults: Record<MailKind, { subject: string; html: string }> = {
  confirmation: {
    subject: 'Confirm Your Signup',
    html: `<h2>Confirm your signup</h2>

<p>Follow this link to confirm your user:</p>
<p><a href="{{ .ConfirmationURL }}">Confirm your email address</a></p>`,
  },
  invitation: {
    subject: 'You have been invited',
    html: `<h2>You have been invited</h2>

<p>You have been invited to create a user on {{ .SiteURL }}. Follow this link to accept the invite:</p>
<p><a href="{{ .ConfirmationURL }}">Accept the invite</a></p>`,
  },
  recovery: {
    subject: 'Reset Your Password',
    html: `<h2>Reset password</h2>

<p>Follow this link to reset the password for your user:</p>
<p><a href="{{ .ConfirmationURL }}">Reset password</a></p>`,
  },
  'email-change': {
    subject: 'Confirm Email Change',
    html: `<h2>Confirm email address change</h2>

<p>Follow this link to confirm the update of your email address from {{ .Email }} to {{ .NewEmail }}:</p>
<p><a href="{{ .ConfirmationURL }}">Change email address</a></p>`,
  },
};

export interface MailOrder {
  kind: MailKind;
  to: string;
  token: string;
}

/**
 * Renders one of the four mails and puts it into the mailbox.
 * @throws HttpError 500 `failure`, when the template cannot be rendered
 */
export function sendMail(identity: Identity, user: User, order: MailOrder, failure: string): void {
  const { siteUrl } = identity.config;
  const template = readTemplate(identity, order.kind);
  const values = {
    SiteURL: siteUrl,
    ConfirmationURL: `${siteUrl}/#${tokenParameters[order.kind]}=${order.token}`,
    Email: user.email,
    NewEmail: user.emailChange,
    Token: order.token,
    Data: user.userMetadata ?? {},
  };
  const html = rendered(identity, template, values, failure);
  identity.store.outbox.add({
    id: randomUUID(),
    kind: order.kind,
    to: order.to,
    subject: titleOf(html) ?? defaults[order.kind].subject,
    text: htmlToText(html),
    html,
    links: linksOf(html),
    sentAt: new Date(identity.clock.nowMs()).toISOString(),
  });
  identity.store.changed();
}

/** Read at each send, so that an edited template shows at once. */
function readTemplate(identity: Identity, kind: MailKind): string {
  const folder = identity.config.mailTemplatesDir;
  if (folder === null) return defaults[kind].html;
  try {
    return readFileSync(join(folder, `${kind}.html`), 'utf8');
  } catch {
    return defaults[kind].html;
  }
}

function rendered(
  identity: Identity,
  template: string,
  values: Parameters<typeof renderTemplate>[1],
  failure: string,
): string {
  try {
    return renderTemplate(template, values);
  } catch (error) {
    identity.config.log(`identity: ${error instanceof Error ? error.message : String(error)}`);
    throw new HttpError(500, failure);
  }
}
