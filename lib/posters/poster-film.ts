/** What a poster is drawn from. The same facts always give the same poster. */
export interface PosterFilm {
  /** Decides the small things (which palette of a mood, where the sun stands); without it, title and year do. */
  slug?: string;
  title: string;
  year: number;
  /** As credited; several names in one line. */
  director?: string;
  runtimeMinutes?: number;
  /** The rarest genre with a composition of its own decides the picture; unknown genres are passed over. */
  genres: readonly string[];
  country?: string;
}
