import { cinema } from '../cinema';
import { env } from '../env';
import { PermanentDeliveryError } from '../outbox/outbox';

interface Email {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for each try, so that a mail program shows one that came twice as one. */
  messageId: string;
  calendar?: { filename: string; content: string };
  /** What the HTML shows as `cid:…`. */
  pictures?: { cid: string; filename: string; content: Buffer }[];
}

/** All together stay below what a delivery may take. */
const TIMEOUTS = {
  dnsTimeout: 4_000,
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 10_000,
};

/** Whether the site sends mails of its own; without a mail server it works, and sends none. */
export function sendsEmails(): boolean {
  return env('SMTP_URL') !== undefined;
}

/**
 * Hands a mail to the mail server. Throws `PermanentDeliveryError` when the server does not take this recipient or this
 * mail, and another error for what may go away: a server that is down, slow, busy (4xx) or does not accept our password.
 */
export async function sendEmail({ calendar, pictures = [], ...email }: Email): Promise<void> {
  const url = env('SMTP_URL');
  if (!url) throw new Error('SMTP_URL is not set');
  // Loaded here: most requests send nothing.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url, ...TIMEOUTS });
  try {
    await transport.sendMail({
      ...email,
      from: env('MAIL_FROM') ?? { name: cinema.name, address: cinema.email },
      // No "out of office" to an address that sends by itself.
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: [
        ...pictures.map((picture) => ({ ...picture, contentDisposition: 'inline' as const })),
        ...(calendar ? [{ ...calendar, contentType: 'text/calendar; charset=utf-8; method=PUBLISH' }] : []),
      ],
    });
  } catch (error) {
    throw toDeliveryError(error);
  } finally {
    transport.close();
  }
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** In our own words: a server's message may repeat the address. */
function toDeliveryError(error: unknown): Error {
  const { code = 'no code', command = 'CONN', responseCode } = error as SmtpError;
  const said = `The mail server answered ${responseCode ?? 'nothing'} to ${command} (${code})`;
  const isOfThisMail = command === 'RCPT TO' || command === 'DATA';
  if (responseCode !== undefined && responseCode >= 500 && isOfThisMail)
    return new PermanentDeliveryError(said);
  return new Error(said);
}
