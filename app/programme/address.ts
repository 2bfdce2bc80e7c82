export type ProgrammeOrder = 'day' | 'film';

/** What the address of the programme can say; anything else in it is as good as nothing. */
export interface ProgrammeChoice {
  /** The first of the chosen seven days. */
  date: string;
  by: ProgrammeOrder;
}

type Query = Record<string, string | string[] | undefined>;

/** `days` are those of the programme, today first: a date that is not among them is today. */
export function readChoice(query: Query, days: readonly string[]): ProgrammeChoice {
  const date = typeof query.date === 'string' && days.includes(query.date) ? query.date : (days[0] ?? '');
  return { date, by: query.by === 'film' ? 'film' : 'day' };
}

/** `/`, `/programme?date=2026-11-21`, `/programme?by=film`: today and the order by day go without saying. */
export function programmeAddress({ date, by }: ProgrammeChoice, today: string): string {
  const query = new URLSearchParams();
  if (date !== today) query.set('date', date);
  if (by === 'film') query.set('by', 'film');
  return query.size > 0 ? `/programme?${query}` : '/';
}
