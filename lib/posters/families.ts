import type { Composition } from './drawing/composition';
import { charge } from './compositions/charge';
import { door } from './compositions/door';
import { face } from './compositions/face';
import { jaws } from './compositions/jaws';
import { lanes } from './compositions/lanes';
import { mesa } from './compositions/mesa';
import { numeral } from './compositions/numeral';
import { orbit } from './compositions/orbit';
import { pair } from './compositions/pair';
import { peaks } from './compositions/peaks';
import { ranks } from './compositions/ranks';
import { rays } from './compositions/rays';
import { rings } from './compositions/rings';
import { score } from './compositions/score';
import { tiles } from './compositions/tiles';
import { windows } from './compositions/windows';
import type { Mood } from './drawing/palettes';
import type { TitlePlace } from './title-setting';

/** What films of a kind have in common on the sheet. */
export interface Family {
  compose: Composition;
  place: TitlePlace;
  titleFace: 'block' | 'serif';
  moods: readonly Mood[];
  genres: readonly string[];
}

const DRAMA: Family = {
  compose: windows,
  place: 'top',
  titleFace: 'serif',
  moods: ['pale', 'cold', 'night'],
  genres: ['Drama'],
};

function family(
  compose: Composition,
  place: TitlePlace,
  titleFace: 'block' | 'serif',
  moods: readonly Mood[],
  ...genres: string[]
): Family {
  return { compose, place, titleFace, moods, genres };
}

// Rare genres first: a western is a western before it is a drama.
const FAMILIES: readonly Family[] = [
  family(score, 'top', 'block', ['bright', 'fluor'], 'Musical', 'Music'),
  family(mesa, 'top', 'block', ['earth'], 'Western'),
  family(lanes, 'top', 'block', ['bright', 'cold'], 'Sports', 'Sport'),
  family(tiles, 'bottom', 'block', ['bright'], 'Animated', 'Animation', 'Family'),
  family(numeral, 'top', 'block', ['pale', 'cold', 'bright'], 'Documentary', 'News', 'Biography'),
  family(jaws, 'middle', 'block', ['night'], 'Horror', 'Slasher', 'Supernatural'),
  family(ranks, 'bottom', 'block', ['earth', 'pale'], 'War'),
  family(pair, 'top', 'serif', ['pale', 'bright'], 'Romance', 'Erotic'),
  family(ranks, 'bottom', 'block', ['earth', 'pale'], 'Historical', 'History'),
  family(door, 'top', 'block', ['night'], 'Noir', 'Crime'),
  family(rays, 'bottom', 'block', ['bright', 'fluor'], 'Superhero'),
  family(orbit, 'bottom', 'block', ['night', 'cold'], 'Science Fiction', 'ScienceFiction', 'Sci-Fi'),
  family(
    rings,
    'bottom',
    'block',
    ['cold', 'night', 'bright'],
    'Thriller',
    'Mystery',
    'Spy',
    'Suspense',
    'Political',
    'Legal',
  ),
  family(peaks, 'top', 'block', ['cold', 'earth', 'pale'], 'Fantasy', 'Adventure'),
  family(face, 'bottom', 'block', ['bright'], 'Comedy', 'Satire', 'Teen'),
  family(charge, 'slant', 'block', ['bright', 'cold'], 'Action', 'Disaster', 'Martial Arts', 'MartialArts'),
];

/** The family of the rarest genre; drama where none is known. */
export function chooseFamily(genres: readonly string[]): Family {
  return FAMILIES.find((row) => genres.some((genre) => row.genres.includes(genre))) ?? DRAMA;
}
