import type { Trailer } from '@/lib/films/trailer';

interface TrailerWords {
  /** Whom pressing asks. */
  before: string;
  playing: string;
  /** The way out when the player does not come. */
  elsewhere: string;
}

/** What people are told of a trailer before and after they press. */
export function trailerWords({ kind }: Pick<Trailer, 'kind'>): TrailerWords {
  if (kind === 'file') {
    return {
      before: 'From our own site, with captions.',
      playing: 'From our own site.',
      elsewhere: 'Open it by itself',
    };
  }
  const [name, host] =
    kind === 'youtube' ? ['YouTube', 'youtube-nocookie.com'] : ['Vimeo', 'player.vimeo.com'];
  return {
    before: `From ${name}: ${host} is asked when you press, and learns your address then. Nothing is before.`,
    playing: `From ${host}.`,
    elsewhere: `Open it at ${name}`,
  };
}
