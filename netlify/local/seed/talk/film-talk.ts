/** A comment before it has an id: who said what, how many hours before the seeding. */
export interface Remark {
  /** The name of a person in `people.ts`. */
  by: string;
  hoursAgo: number;
  body: string;
}

/** A film's comments; answers hang on one level. */
export interface FilmTalk {
  film: string;
  comments: readonly (Remark & { replies?: readonly Remark[] })[];
}
