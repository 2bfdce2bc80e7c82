/** A day on the calendar of the cinema (Dublin), as people say it. Asked anew each time: a run may pass midnight. */
interface HouseDay {
  /** `2026-11-20`. */
  date: string;
  /** `20`. */
  numeral: string;
  /** `Friday`. */
  weekday: string;
  /** `November`. */
  month: string;
}

const DAY_MS = 86_400_000;

/** `cinemaDay(0)` is today, `cinemaDay(1)` tomorrow. */
export function cinemaDay(ahead: number): HouseDay {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Dublin' }).format(new Date());
  const day = new Date(Date.parse(today) + ahead * DAY_MS);
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-IE', { ...options, timeZone: 'UTC' }).format(day);
  return {
    date: day.toISOString().slice(0, 10),
    numeral: name({ day: 'numeric' }),
    weekday: name({ weekday: 'long' }),
    month: name({ month: 'long' }),
  };
}
