import { cache } from 'react';
import { cached } from '@/app/_cache/cached';
import { FILMS_TAG, PROGRAMME_TAG } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';
import { cinemaDay } from '@/lib/cinema-time';
import { type AuditoriumSnapshot, findAuditoriumSnapshot } from '@/lib/films/programme';
import { auditoriumIdSchema } from '@/lib/screenings/schema';

/** Loads an auditorium with its screenings: three queries if it is not cached. Null if it does not exist. */
export const loadAuditorium = cache(
  async (id: string): Promise<{ snapshot: AuditoriumSnapshot; now: Date } | null> => {
    if (!auditoriumIdSchema.safeParse(id).success) return null;
    const now = new Date();
    const today = cinemaDay(now);
    const snapshot = await withPageError('/auditoriums/:id', () =>
      cached(['auditorium', id, today], [PROGRAMME_TAG, FILMS_TAG], () => findAuditoriumSnapshot(id, today)),
    );
    return snapshot && { snapshot, now };
  },
);
