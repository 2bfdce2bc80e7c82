import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatTicketCode as format, readTicketCode } from './ticket-code';

const SCREENING = '6b00d911c79507f0300b9f60';
const OTHER = '6b00d911c79507f0300b9f61';
const TICKET = '0f3a5c7e9b1d2f46';
const OLD = 'an old key of at least thirty-two characters';
const NEW = 'a new key that has at least thirty-two characters';

const formatTicketCode = (ticketId: string, screeningId: string): string =>
  format(ticketId, screeningId) ?? '';
function useKeys(keys: string): void {
  vi.stubEnv('TICKET_KEY', keys);
}
afterEach(() => vi.unstubAllEnvs());

describe('the code of a ticket', () => {
  it('is 37 characters that a QR code has a short form for', () => {
    useKeys(OLD);
    expect(formatTicketCode(TICKET, SCREENING)).toMatch(/^[0-9A-HJKMNP-TV-Z]{37}$/);
  });

  it('is the same whenever it is made', () => {
    useKeys(OLD);
    expect(formatTicketCode(TICKET, SCREENING)).toBe(formatTicketCode(TICKET, SCREENING));
  });

  it('names its ticket, in small letters, with spaces, and with Y and Z exchanged by a keyboard', () => {
    useKeys(OLD);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const ticket = Buffer.from(bytes).toString('hex');
        const code = formatTicketCode(ticket, SCREENING);
        const exchanged = code.replace(/[YZ]/g, (letter) => (letter === 'Y' ? 'Z' : 'Y'));
        for (const typed of [code, code.toLowerCase(), `${code.slice(0, 8)} ${code.slice(8)}`, exchanged]) {
          expect(readTicketCode(typed, SCREENING)).toBe(ticket);
        }
      }),
    );
  });

  it('is none where there is no key to sign with', () => {
    vi.stubEnv('TICKET_KEY', '');
    vi.stubEnv('INTERNAL_SECRET', '');
    expect(format(TICKET, SCREENING)).toBeNull();
    expect(readTicketCode('0'.repeat(37), SCREENING)).toBeNull();
  });

  it('is not one of another screening', () => {
    useKeys(OLD);
    expect(readTicketCode(formatTicketCode(TICKET, SCREENING), OTHER)).toBeNull();
  });

  it('cannot be changed in any place', () => {
    useKeys(OLD);
    const code = formatTicketCode(TICKET, SCREENING);
    for (let place = 0; place < code.length; place++) {
      const other = code[place] === '7' ? '8' : '7';
      const forged = code.slice(0, place) + other + code.slice(place + 1);
      expect(readTicketCode(forged, SCREENING)).toBeNull();
    }
  });

  it.each(['', 'A', 'Z'.repeat(37), 'Z'.repeat(1000), 'é'.repeat(37)])('is not %j', (text) => {
    useKeys(OLD);
    expect(readTicketCode(text, SCREENING)).toBeNull();
  });

  it('of the old key is read while both are there, and not when it is gone', () => {
    useKeys(OLD);
    const code = formatTicketCode(TICKET, SCREENING);
    useKeys(`${NEW}, ${OLD}`);
    expect(readTicketCode(code, SCREENING)).toBe(TICKET);
    expect(formatTicketCode(TICKET, SCREENING)).not.toBe(code);
    useKeys(NEW);
    expect(readTicketCode(code, SCREENING)).toBeNull();
  });
});
