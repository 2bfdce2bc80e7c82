import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Attachment } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { linksOf } from './html-text';
import type { Mail } from './outbox';

/** The mail server of this machine: takes the site's own mails and passes each on to the mailbox. Sends nothing. */
export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  /** Where mails go. Until it is told, none is taken (451). */
  deliverTo(receive: (mail: Mail) => void): void;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  let receive: ((mail: Mail) => void) | undefined;
  const take = async (message: Buffer, to: string[]): Promise<void> => {
    if (!receive) throw Object.assign(new Error('The mailbox is not open yet'), { responseCode: 451 });
    for (const address of to) receive(await readMail(message, address));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((message) => take(message, to))
        .then(() => done(), done);
    },
  });
  // A client that goes away in the middle is its own affair.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    deliverTo: (given) => void (receive = given),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readMail(message: Buffer, to: string): Promise<Mail> {
  const { subject = '', text = '', html = '', messageId, attachments } = await PostalMime.parse(message);
  return {
    id: randomUUID(),
    kind: 'site',
    to,
    subject,
    text,
    html: withPictures(html, attachments),
    links: linksOf(html),
    sentAt: new Date().toISOString(),
    ...(messageId && { messageId }),
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? '',
      type: mimeType,
      text: mimeType.startsWith('text/') ? bytesOf(content).toString() : '',
    })),
  };
}

/** The pictures that came along, put where the HTML shows them: a page has no attachments. */
function withPictures(html: string, attachments: Attachment[]): string {
  return attachments.reduce((text, { contentId, mimeType, content }) => {
    const data = `data:${mimeType};base64,${bytesOf(content).toString('base64')}`;
    return contentId ? text.replaceAll(`cid:${contentId.replace(/^<|>$/g, '')}`, data) : text;
  }, html);
}

const bytesOf = (content: Attachment['content']): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
