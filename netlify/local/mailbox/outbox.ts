/** Enough for a day of trying things; older mails are dropped so that the data file stays small. */
const capacity = 500;

export class Outbox {
  #mails: Mail[] = [];

  /** Oldest first, as in the data file. */
  all(): Mail[] {
    return this.#mails;
  }

  load(mails: Mail[]): void {
    this.#mails = mails.slice(-capacity);
  }

  add(mail: Mail): void {
    this.load([...this.#mails, mail]);
  }

  clear(): void {
    this.#mails = [];
  }

  find(id: string): Mail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  /** Newest first; `to` matches in any letter case, as people type their address. */
  list(to: string | null): Mail[] {
    const wanted = to?.toLowerCase();
    return this.#mails
      .filter((mail) => wanted === undefined || mail.to.toLowerCase() === wanted)
      .toReversed();
  }
}

export type MailKind = 'confirmation' | 'invitation' | 'recovery' | 'email-change';

/** A mail that would have been sent; `links` are the distinct addresses in its HTML, in order. */
export interface Mail {
  id: string;
  /** Identity's four, or one that the site itself sent. */
  kind: MailKind | 'site';
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  sentAt: string;
  /** Of the site's own. */
  messageId?: string;
  attachments?: { filename: string; type: string; text: string }[];
}
