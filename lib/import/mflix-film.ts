import * as z from 'zod';
import { distinct } from './cells';
import { type FilmFacts, requireFilmYear, requireRuntime } from './film-facts';
import { toCountries, toGenres } from './film-words';
import { plainLine, plainText } from './plain-text';
import { RowError } from './row-error';

/** 24 hex digits, as an ObjectId is read. */
const idSchema = z.string().regex(/^[0-9a-f]{24}$/);
const words = z.array(z.string()).nullish().catch(null);

/** What is taken of a document of `movies`; other people's ratings, votes and posters are not. */
const movieSchema = z.object({
  _id: idSchema,
  type: z.string().nullish().catch(null),
  title: z.union([z.string(), z.number()]).nullish().catch(null),
  year: z.union([z.string(), z.number()]).nullish().catch(null),
  released: z.date().nullish().catch(null),
  runtime: z.number().nullish().catch(null),
  directors: words,
  cast: words,
  genres: words,
  countries: words,
  languages: words,
  plot: z.string().nullish().catch(null),
  fullplot: z.string().nullish().catch(null),
});

export interface MflixFilm {
  sourceId: string;
  facts: FilmFacts;
}

/** A film of the sample set as the cinema would have it. Throws `RowError`. */
export function readMflixFilm(document: unknown, now: Date): MflixFilm {
  const movie = movieSchema.safeParse(document).data;
  if (!movie) throw new RowError('no document of movies', 'it has no ObjectId');
  const { type, title, released, runtime } = movie;
  if (type && type !== 'movie') throw new RowError('not a film', `its type is ${plainLine(type)}`);
  const name = plainLine(String(title ?? ''));
  if (name === '') throw new RowError('no title');
  if (!runtime) throw new RowError('no running time');
  return {
    sourceId: movie._id,
    facts: {
      title: name,
      year: readYear(movie.year, released, now),
      releaseDate: toDay(released),
      runtimeMinutes: requireRuntime(Math.round(runtime)),
      directors: names(movie.directors),
      cast: names(movie.cast),
      genres: toGenres(names(movie.genres)),
      countries: toCountries(names(movie.countries)),
      languages: names(movie.languages),
      synopsis: chooseSynopsis(movie.fullplot ?? '', movie.plot ?? ''),
    },
  };
}

/** Some years come as text with something after them; without one, the release date has it. */
function readYear(
  year: string | number | null | undefined,
  released: Date | null | undefined,
  now: Date,
): number {
  const first = /^\s*(\d{4})/.exec(String(year ?? ''))?.[1];
  if (first) return requireFilmYear(Number(first), now);
  if (released) return requireFilmYear(released.getUTCFullYear(), now);
  throw new RowError('no year', 'neither a year nor a release date');
}

/** Dates of the set are midnights in UTC. */
function toDay(released: Date | null | undefined): string | null {
  const day = released?.toISOString().slice(0, 10);
  return day && /^\d{4}-/.test(day) ? day : null;
}

function names(list: readonly string[] | null | undefined): string[] {
  return distinct((list ?? []).map(plainLine));
}

const SYNOPSIS_MAX_LENGTH = 600;

/**
 * The long plot where it is short enough to stand on the page, else as many of its sentences as fit; the short one is
 * often cut in the middle of a sentence, so it comes last.
 */
export function chooseSynopsis(fullPlot: string, plot: string): string {
  const whole = plainText(fullPlot);
  if (whole.length > 0 && whole.length <= SYNOPSIS_MAX_LENGTH) return whole;
  const sentences = whole.match(/[^.!?]+[.!?]+["”’)]*\s*/g) ?? [];
  let opening = '';
  for (const sentence of sentences) {
    if ((opening + sentence).trimEnd().length > SYNOPSIS_MAX_LENGTH) break;
    opening += sentence;
  }
  return opening.trim() || plainText(plot);
}
