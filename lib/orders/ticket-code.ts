import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { env } from '../env';

/**
 * What the door reads from a ticket: 23 bytes (version, ticket, screening, MAC) as 37 characters that a scanner, a keyboard
 * and a voice get right. No seat is in it, so a move keeps the code. Whoever has a screening's key can tell a forged code
 * without asking anybody.
 */

const VERSION = 1;
const TICKET_BYTES = 8;
const SCREENING_BYTES = 4;
const MAC_BYTES = 10;
const LENGTH = 37;

/** Crockford's: without I, L, O and U, which are read as 1, 1, 0 and V. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The code of a ticket, with the newest key; null where there is no key to sign with. */
export function formatTicketCode(ticketId: string, screeningId: string): string | null {
  const [key] = masterKeys();
  if (key === undefined) return null;
  const body = bodyOf(ticketId, screeningId);
  return toBase32(Buffer.concat([body, macOf(body, screeningKey(key, screeningId))]));
}

/**
 * The ticket that a code of this screening names, or null: for another screening, forged or misread. A scanner that types on
 * a keyboard of another country exchanges Y and Z, so both readings are tried.
 */
export function readTicketCode(code: string, screeningId: string): string | null {
  const text = code.toUpperCase().replace(/[\s-]/g, '');
  const exchanged = text.replace(/[YZ]/g, (letter) => (letter === 'Y' ? 'Z' : 'Y'));
  for (const reading of new Set([text, exchanged])) {
    const bytes = fromBase32(reading);
    if (!bytes) continue;
    const body = bytes.subarray(0, 1 + TICKET_BYTES + SCREENING_BYTES);
    const ticketId = body.subarray(1, 1 + TICKET_BYTES).toString('hex');
    if (!body.equals(bodyOf(ticketId, screeningId))) continue;
    const mac = bytes.subarray(body.length);
    const isOurs = masterKeys().some((key) =>
      timingSafeEqual(mac, macOf(body, screeningKey(key, screeningId))),
    );
    if (isOurs) return ticketId;
  }
  return null;
}

/** One key for each screening, so that a lost door device gives away the tickets of its evening alone. */
function screeningKey(master: string, screeningId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, screeningId, 'marquee ticket', 32));
}

/** The newest first; codes of an older one are read until it is taken away. Without any, tickets have no codes. */
function masterKeys(): string[] {
  const keys = env('TICKET_KEY');
  const fallback = env('INTERNAL_SECRET');
  return keys.length > 0 || fallback === undefined ? keys : [fallback];
}

function bodyOf(ticketId: string, screeningId: string): Buffer {
  const screening = createHash('sha256').update(screeningId).digest().subarray(0, SCREENING_BYTES);
  return Buffer.concat([Buffer.from([VERSION]), Buffer.from(ticketId, 'hex'), screening]);
}

function macOf(body: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES);
}

function toBase32(bytes: Buffer): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let place = 0; place < LENGTH; place++) {
    text = (DIGITS[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return text;
}

function fromBase32(text: string): Buffer | null {
  const clear = text.replace(/[IL]/g, '1').replace(/O/g, '0').replace(/U/g, 'V');
  if (clear.length !== LENGTH) return null;
  let bits = 0n;
  for (const letter of clear) {
    const value = DIGITS.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  const bytes = (1 + TICKET_BYTES + SCREENING_BYTES + MAC_BYTES) * 2;
  const hex = bits.toString(16).padStart(bytes, '0');
  return hex.length === bytes ? Buffer.from(hex, 'hex') : null;
}
