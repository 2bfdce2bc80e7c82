import * as z from 'zod/mini';
import { screeningSchema } from '../screenings/schema';

const SLUG_FORM = 'A film is named by small letters, digits and hyphens, 120 at most.';

export const slugSchema = z
  .string(SLUG_FORM)
  .check(z.maxLength(120, SLUG_FORM), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, SLUG_FORM));

/** The `[slug]` of an address. */
export const filmParamsSchema = z.object({ slug: slugSchema });

/** A picture in `public/pictures`, portrait 2 : 3, with a text alternative. */
export const pictureSchema = z.object({
  file: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*\.(avif|jpg|png|svg|webp)$/)),
  alt: z.string().check(z.minLength(1)),
});

/** A film as the site shows it. What has a default is missing in documents of earlier versions. */
export const filmSchema = z.object({
  slug: slugSchema,
  title: z.string(),
  year: z.int(),
  /** A calendar day, `2003-09-12`; null when only the year is known. */
  releaseDate: z.nullable(z.iso.date()),
  runtimeMinutes: z.int(),
  directors: z.array(z.string()),
  cast: z.array(z.string()),
  genres: z.array(z.string()),
  /** English names of countries and languages, main one first. */
  countries: z.array(z.string()),
  languages: z.array(z.string()),
  /**
   * The cinema's age label, or null. A film keeps its label when the cinema changes its list; only the import insists
   * on the list.
   */
  certificate: z.nullable(z.string()),
  synopsis: z.string(),
  /** What some would rather know before: `flashing lights`, in small letters as inside a sentence. */
  contentNotes: z._default(z.array(z.string()), []),
  /** Shown instead of the drawn poster. */
  picture: z._default(z.nullable(pictureSchema), null),
  /** A file in `public/trailers`, or an address at YouTube or Vimeo: see `readTrailer`. */
  trailer: z._default(z.nullable(z.string()), null),
});
export type Film = z.infer<typeof filmSchema>;

/** What a list shows of a film: its poster, and one line of facts. */
export const filmInListSchema = z.pick(filmSchema, {
  slug: true,
  title: true,
  year: true,
  runtimeMinutes: true,
  directors: true,
  genres: true,
  countries: true,
  certificate: true,
});
export type FilmInList = z.infer<typeof filmInListSchema>;

/** What makes a film. What a cinema adds of its own may be absent: then what is stored of it stays. */
export type NewFilm = z.input<typeof filmSchema> & {
  /** Addresses that the film had before: they lead on to the one that it has. */
  formerSlugs?: string[];
};

/** `GET /api/films/:slug`: the film and its screenings from now on, soonest first. */
export const filmPageSchema = z.object({ film: filmSchema, screenings: z.array(screeningSchema) });
export type FilmPage = z.infer<typeof filmPageSchema>;

/** `GET /api/programme`: the cinema's days from today on, each with its films in the order of their next screening. */
export const programmeSchema = z.object({
  /** Days are those of the cinema's time zone. */
  today: z.iso.date(),
  days: z.array(
    z.object({
      date: z.iso.date(),
      /** Screenings of the day, including those that have started. */
      screeningCount: z.int(),
      /** Films with at least one screening that has not started. */
      films: z.array(z.object({ film: filmSchema, screenings: z.array(screeningSchema) })),
      /** Films whose screenings of the day have all started. */
      started: z.array(z.object({ film: filmSchema, screenings: z.array(screeningSchema) })),
    }),
  ),
});
export type Programme = z.infer<typeof programmeSchema>;
export type ProgrammeDay = Programme['days'][number];
