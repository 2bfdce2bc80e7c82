/** What the house has done, and why. */
export interface HouseAct {
  /** The name of one of the staff in `people.ts`. */
  by: string;
  hoursAgo: number;
  reason: string;
}

/** A comment before it has an id: who said what, how many hours before the seeding. */
export interface Remark {
  /** The name of a person in `people.ts`. */
  by: string;
  hoursAgo: number;
  /** Markdown. */
  body: string;
  spoiler?: boolean;
  /** Its writer had other words before. */
  editedHoursAgo?: number;
  /** The house has taken it out of sight. */
  removed?: HouseAct;
}

/** A film's comments; answers hang on one level. */
export interface FilmTalk {
  film: string;
  /** The house takes no more of it. */
  closed?: HouseAct;
  comments: readonly (Remark & { replies?: readonly Remark[] })[];
}
