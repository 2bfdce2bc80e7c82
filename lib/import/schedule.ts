import { isDeepStrictEqual } from 'node:util';
import { cinema } from '../cinema';
import type { Film } from '../films/schema';
import { accessFeatures, type Screening } from '../screenings/schema';
import type { NewScreening } from '../screenings/screenings';
import { RowError } from './errors';
import type { ScreeningRow } from './screening-row';
import { formatStart } from './screening-time';

const MINUTE_MS = 60_000;

/** What an auditorium is taken by. */
export interface ScheduledSlot {
  filmId: string;
  auditoriumId: string;
  startsAt: Date;
  endsAt: Date;
  /** The line of the file; null for a screening that the cinema already has. */
  line: number | null;
  /** What is stored; null for what this run adds. */
  screening: Screening | null;
}

/** The screening of a line, with what the cinema has of it where the line is silent. Throws `RowError`. */
export function toNewScreening(row: ScreeningRow, film: Film, stored: Screening | null): NewScreening {
  const subtitles = row.subtitles === undefined ? (stored?.subtitles ?? null) : row.subtitles;
  if (row.features?.includes('subtitled') && subtitles === null) {
    throw new RowError('subtitles without a language', 'name it in the column subtitles');
  }
  const features = new Set(row.features ?? stored?.features);
  if (subtitles === null) features.delete('subtitled');
  else features.add('subtitled');
  const prices = row.prices ?? stored?.prices;
  if (!prices) throw new RowError('no price');
  return {
    filmId: film.slug,
    auditoriumId: row.auditoriumId,
    startsAt: row.startsAt,
    endsAt: stored ? new Date(stored.endsAt) : endOf(row.startsAt, film),
    format: row.format ?? stored?.format ?? 'digital',
    subtitles,
    features: accessFeatures.filter((feature) => features.has(feature)),
    prices,
  };
}

function endOf(startsAt: Date, film: Film): Date {
  return new Date(startsAt.getTime() + (cinema.trailerMinutes + film.runtimeMinutes) * MINUTE_MS);
}

/** The names of the facts that differ. */
export function screeningDifferences(stored: Screening, planned: NewScreening): string[] {
  return (['format', 'subtitles', 'features', 'prices'] as const).filter(
    (fact) => !isDeepStrictEqual(stored[fact], planned[fact]),
  );
}

/** What each auditorium is taken by, of the cinema and of the lines before. */
export class ScheduleConflicts {
  readonly #ofAuditorium = new Map<string, ScheduledSlot[]>();

  add(slot: ScheduledSlot): void {
    const list = this.#ofAuditorium.get(slot.auditoriumId);
    if (list) list.push(slot);
    else this.#ofAuditorium.set(slot.auditoriumId, [slot]);
  }

  /** Forgets what the cinema has, before the same is read for other days; what this run added is remembered. */
  forgetStored(): void {
    for (const [id, list] of this.#ofAuditorium) {
      this.#ofAuditorium.set(
        id,
        list.filter(({ line }) => line !== null),
      );
    }
  }

  /** The slot of this film at this very start. */
  same({
    auditoriumId,
    startsAt,
    filmId,
  }: Pick<ScheduledSlot, 'auditoriumId' | 'startsAt' | 'filmId'>): ScheduledSlot | undefined {
    const list = this.#ofAuditorium.get(auditoriumId) ?? [];
    return list.find((other) => other.filmId === filmId && other.startsAt.getTime() === startsAt.getTime());
  }

  /** Refuses times at which the auditorium shows something else. */
  requireFree(planned: NewScreening): void {
    const list = this.#ofAuditorium.get(planned.auditoriumId) ?? [];
    const taken = list.find(({ startsAt, endsAt }) => startsAt < planned.endsAt && planned.startsAt < endsAt);
    if (!taken) return;
    const whose = taken.line === null ? 'the programme has' : `line ${taken.line} has`;
    throw new RowError(
      'the auditorium is taken',
      `${whose} ${taken.filmId} there from ${formatStart(taken.startsAt)} to ${formatStart(taken.endsAt).slice(11)}`,
    );
  }
}
