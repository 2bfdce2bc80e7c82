import { expect, it } from 'vitest';
import type { Screening } from './schema';
import { toIcs } from './calendar';

const screening: Screening = {
  id: 'a'.repeat(24),
  startsAt: '2026-11-20T18:15:00.000Z',
  endsAt: '2026-11-20T20:05:00.000Z',
  auditorium: { id: 'grand', name: 'Grand' },
  format: '35 mm',
  subtitles: 'English',
  features: ['subtitled', 'wheelchair'],
  prices: [],
};
const site = new URL('https://marquee.example');
const unfolded = (ics: string): string[] =>
  ics.replaceAll('\r\n\t', '').replaceAll('\r\n ', '').split('\r\n');

it('the calendar writes a screening in UTC, with the cinema as its place and one UID for ever', () => {
  const film = { title: 'Lost in Translation', slug: 'lost-in-translation' };
  const lines = unfolded(toIcs('Marquee', [{ film, screening }], site));
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines).toContain('X-WR-CALNAME:Marquee');
  expect(lines).toContain(`UID:${'a'.repeat(24)}@marquee.example`);
  expect(lines).toContain('SUMMARY:Lost in Translation');
  expect(lines).toContain('DTSTART:20261120T181500Z');
  expect(lines).toContain('DTEND:20261120T200500Z');
  expect(lines).toContain(String.raw`LOCATION:Marquee\, Grand\, 14 Lantern Street\, Dublin D08 X2Y3`);
  expect(lines).toContain(String.raw`DESCRIPTION:35 mm\, English subtitles\, wheelchair`);
  expect(lines).toContain(`URL:https://marquee.example/films/lost-in-translation#s-${'a'.repeat(24)}`);
});

it('the calendar lets no title begin a line of its own', () => {
  const film = { title: 'Up\r\nATTENDEE:mailto:someone@example.org', slug: 'up' };
  const lines = unfolded(toIcs('Marquee', [{ film, screening }], site));
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
});

it('the calendar is a calendar also when nothing is on', () => {
  expect(unfolded(toIcs('Marquee', [], site)).slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
});
