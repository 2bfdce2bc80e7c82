import { cache } from 'react';
import { cached } from '@/app/_cache/cached';
import { FILMS_TAG, PROGRAMME_TAG } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';
import { getSale } from '@/lib/orders/sale';
import { nullIfNotFound } from '@/lib/problem';
import { type Sale, screeningParamsSchema } from '@/lib/screenings/schema';

/** A screening and what its seats cost: two queries when Next does not have it. Null for one that is not planned. */
export const loadSale = cache(async (id: string): Promise<Sale | null> => {
  if (!screeningParamsSchema.safeParse({ id }).success) return null;
  return withPageError('/screenings/:id', () =>
    cached(['sale', id], [PROGRAMME_TAG, FILMS_TAG], () => nullIfNotFound(getSale(id))),
  );
});
