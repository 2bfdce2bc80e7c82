import { cache } from 'react';
import { type AuditoriumStock, findAuditoriumStock } from '@/lib/films/auditorium-page';
import { houseDay } from '@/lib/house-time';
import { auditoriumIdSchema } from '@/lib/screenings/schema';
import { cached } from '../../cache/cached';
import { FILMS_TAG, PROGRAMME_TAG } from '../../cache/tags';
import { orPageError } from '../../page-error';

/** An auditorium with its days: three queries when Next does not have it. Null for one that the house does not have. */
export const keptAuditorium = cache(
  async (id: string): Promise<{ stock: AuditoriumStock; now: Date } | null> => {
    if (!auditoriumIdSchema.safeParse(id).success) return null;
    const now = new Date();
    const today = houseDay(now);
    const stock = await orPageError('/auditoriums/:id', () =>
      cached(['auditorium', id, today], [PROGRAMME_TAG, FILMS_TAG], () => findAuditoriumStock(id, today)),
    );
    return stock && { stock, now };
  },
);
