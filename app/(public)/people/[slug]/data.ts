import { cache } from 'react';
import { findPerson, type Person } from '@/lib/films/people';
import { personSlug } from '@/lib/films/person-slug';
import { cinemaDay } from '@/lib/cinema-time';
import { cached } from '@/app/_cache/cached';
import { FILMS_TAG, PROGRAMME_TAG } from '@/app/_cache/tags';
import { withPageError } from '@/app/_errors/page-error';

/** Somebody with their films here: two queries when Next does not have them. Null for an address that is nobody's. */
export const loadPerson = cache(async (address: string): Promise<{ person: Person; now: Date } | null> => {
  const slug = readAddress(address);
  if (slug === null) return null;
  const now = new Date();
  const today = cinemaDay(now);
  const person = await withPageError('/people/:slug', () =>
    cached(['person', slug, today], [FILMS_TAG, PROGRAMME_TAG], () => findPerson(slug, today)),
  );
  return person && { person, now };
});

/** Next passes the address percent-encoded. One person has exactly one address. */
function readAddress(address: string): string | null {
  try {
    const slug = decodeURIComponent(address);
    return slug !== '' && personSlug(slug) === slug ? slug : null;
  } catch {
    return null;
  }
}
