export type MailKind = 'confirmation' | 'invitation' | 'recovery' | 'email-change';

/** A mail that would have been sent; `links` are the distinct addresses in its HTML, in order. */
export interface Mail {
  id: string;
  kind: MailKind;
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  sentAt: string;
}
