import { normalizeForSearch } from '../films/search-terms';
import { RowError } from './errors';

/** When a film came out; `date` is null where the text names a year or a month only. */
interface ReleaseDate {
  year: number;
  date: string | null;
}

/** Which number of `09/12/2003` is the day, where the cinema knows how its files were written. */
export type DateOrder = 'day-first' | 'month-first';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const UNREADABLE = 'its date cannot be read';
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|${MONTHS.join('|')})\.?`;

const FORMS: [form: RegExp, read: (parts: string[], order: DateOrder | null) => ReleaseDate][] = [
  [/^(\d{4})$/, ([year]) => ({ year: Number(year), date: null })],
  [/^(\d{4})-(\d{1,2})$/, ([year, month]) => onlyMonth(Number(year), Number(month))],
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/,
    ([year, month, day]) => onDay(year, Number(month), day),
  ],
  [
    new RegExp(`^${DAY}[ .-]+${MONTH}[ ,-]+(\\d{4})$`),
    ([day, month, year]) => onDay(year, named(month), day),
  ],
  [
    new RegExp(`^${MONTH}[ -]+${DAY},?[ -]+(\\d{4})$`),
    ([month, day, year]) => onDay(year, named(month), day),
  ],
  [new RegExp(`^${MONTH},? +(\\d{4})$`), ([month, year]) => onlyMonth(Number(year), named(month))],
  // Nobody writes the month first with dots.
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([day, month, year]) => onDay(year, Number(month), day)],
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, ([one, other, year], order) => slashed(year, one, other, order)],
];

/**
 * Reads `2003-09-12`, `12 Sep 2003`, `Sep 12, 2003`, `12.09.2003`, `12/09/2003`, `2003` and common variants. A date
 * with slashes is refused if either number could be the day, unless `order` decides: a wrong guess would look right.
 */
export function readReleaseDate(text: string, order: DateOrder | null = null): ReleaseDate {
  const whole = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const weekday = weekdayOf(whole);
  const tidy = weekday === null ? whole : whole.replace(WEEKDAY, '').trim();
  for (const [form, read] of FORMS) {
    const match = form.exec(tidy);
    if (!match) continue;
    const released = read(match.slice(1), order);
    requireWeekday(text.trim(), released, weekday);
    return released;
  }
  requireEnglish(text.trim(), tidy);
  const noCentury = /^\d{1,2}[ ./-](?:\d{1,2}|[a-z]{3,9})[ ./-]\d{2}$/.test(tidy);
  const fault = noCentury ? 'does not say its century' : 'is of no form that is known here';
  throw new RowError(UNREADABLE, `“${text.trim()}” ${fault}`);
}

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
/** Before the date or behind it: `Fri 3 Apr 2026`, `3 April 2026 (Friday)`. */
const WEEKDAY =
  /^(sun|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?)(?:day)?\.?,? +(?=[\da-z])|,? *\(?(sun|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?)(?:day)?\.?\)?$/;

/** From 0 for Sunday; null if there is no weekday. */
function weekdayOf(text: string): number | null {
  const [, before, behind] = WEEKDAY.exec(text) ?? [];
  const word = before ?? behind;
  return word === undefined ? null : WEEKDAYS.findIndex((day) => day.startsWith(word.slice(0, 3)));
}

function requireWeekday(text: string, { date }: ReleaseDate, weekday: number | null): void {
  if (date === null || weekday === null) return;
  const day = WEEKDAYS[new Date(date).getUTCDay()] ?? '';
  if (day === WEEKDAYS[weekday]) return;
  const shown = day.replace(/^./, (letter) => letter.toUpperCase());
  throw new RowError(UNREADABLE, `“${text}” is a ${shown}: correct the day or the date`);
}

const OTHER_LANGUAGES = ['de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'nb', 'pl'];
let foreignMonths: Map<string, number> | null = null;

/** Month names of other languages, long and short, as they are written in dates. */
function monthsElsewhere(): Map<string, number> {
  if (foreignMonths) return foreignMonths;
  foreignMonths = new Map();
  for (const locale of OTHER_LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 1));
        const name = normalizeForSearch(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (!foreignMonths.has(name)) foreignMonths.set(name, month);
      }
    }
  }
  return foreignMonths;
}

/** Refuses a month of another language, with the date as it can be written in any. */
function requireEnglish(text: string, tidy: string): void {
  const form = /^(?:\p{L}+\.?,? )?(\d{1,2})(?:\.|er|º)? (?:de )?(\p{L}{3,})\.?,? (?:del? )?(\d{4})$/u;
  const [, day = '', word = '', year] = form.exec(tidy) ?? [];
  const month = monthsElsewhere().get(normalizeForSearch(word));
  if (month === undefined) return;
  const { date } = onDay(year, month, day);
  throw new RowError(UNREADABLE, `“${text}” has a month of another language; write ${date}`);
}

function slashed(
  year: string | undefined,
  one: string | undefined,
  other: string | undefined,
  order: DateOrder | null,
): ReleaseDate {
  const [first, second] = [Number(one), Number(other)];
  const ambiguous = first <= 12 && second <= 12 && first !== second;
  if (ambiguous && order === null) {
    const choices = 'may be either day: say --dates day-first or --dates month-first';
    throw new RowError(UNREADABLE, `“${one}/${other}/${year}” ${choices}`);
  }
  const monthFirst = ambiguous ? order === 'month-first' : second > 12;
  return monthFirst ? onDay(year, first, other) : onDay(year, second, one);
}

function named(month: string | undefined): number {
  return MONTHS.findIndex((name) => name.startsWith(month ?? '')) + 1;
}

function onlyMonth(year: number, month: number): ReleaseDate {
  if (month >= 1 && month <= 12) return { year, date: null };
  throw new RowError(UNREADABLE, 'there is no such month');
}

function onDay(yearText: string | undefined, month: number, dayText: string | undefined): ReleaseDate {
  const [year, day] = [Number(yearText), Number(dayText)];
  const instant = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || month > 12) throw new RowError(UNREADABLE, 'there is no such month');
  const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  if (exists) return { year, date: instant.toISOString().slice(0, 10) };
  throw new RowError(UNREADABLE, `there is no day ${day} in month ${month} of ${year}`);
}
