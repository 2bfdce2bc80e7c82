import type { NewFilm } from '../../../../lib/films/schema';

type Extras = Pick<NewFilm, 'contentNotes' | 'picture' | 'trailer' | 'formerSlugs'>;

/** What a house adds to the facts of its films, by slug: notes, a picture and a trailer of its own making, old addresses. */
const extras: Readonly<Record<string, Extras>> = {
  'perfect-days': { trailer: 'perfect-days.webm' },
  'the-quiet-girl': {
    picture: {
      file: 'the-quiet-girl.svg',
      alt: 'A girl with a bucket on a path to a white farmhouse, drawn in flat greens and yellows',
    },
  },
  'past-lives': { formerSlugs: ['our-past-lives'] },
  'lost-in-translation': { contentNotes: ['a scene in a strip club'] },
  fargo: { contentNotes: ['violence', 'blood', 'a kidnapping'] },
  'the-matrix': { contentNotes: ['flashing lights', 'shooting'] },
  'the-mist': { contentNotes: ['violence', 'children in danger', 'an ending without comfort'] },
  parasite: { contentNotes: ['violence', 'blood'] },
  moonlight: { contentNotes: ['drugs', 'bullying'] },
  aftersun: { contentNotes: ['depression', 'flashing lights in two scenes'] },
  'the-zone-of-interest': { contentNotes: ['a concentration camp, heard and not seen'] },
  'anatomy-of-a-fall': { contentNotes: ['a dead body', 'a dog in danger, which lives'] },
};

/** A film's facts with what the house adds. */
export function withExtras(film: NewFilm): NewFilm {
  return { ...film, ...extras[film.slug] };
}

/** For a test: nothing is said of a film that the catalogue does not have. */
export const filmsWithExtras = Object.keys(extras);
