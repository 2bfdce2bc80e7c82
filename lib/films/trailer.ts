interface Source {
  /** What plays: a file of ours, or the address of an embedded player. */
  src: string;
  /** For a plain link: where a browser without scripts finds it. */
  href: string;
}

/** A trailer that can be shown: a file of ours with its captions, or another site's player. */
export type Trailer =
  (Source & { kind: 'file'; captions: string }) | (Source & { kind: 'youtube' | 'vimeo' });

const FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:webm|mp4)$/;
const YOUTUBE_ID = /^[\w-]{11}$/;
const VIMEO_PATH = /^\/(?:video\/)?(\d{1,12})(?:\/([0-9a-f]{6,16}))?$/;

/**
 * Reads a film's `trailer`: the name of a file in `public/trailers` (`fargo.webm`, with its captions as `fargo.vtt`
 * beside it), or the address of a film on YouTube or Vimeo in any of their forms. Null for anything else: it is not shown.
 */
export function readTrailer(trailer: string | null): Trailer | null {
  if (trailer === null) return null;
  const file = FILE.exec(trailer);
  if (file) {
    const src = `/trailers/${trailer}`;
    return { kind: 'file', src, href: src, captions: `/trailers/${file[1]}.vtt` };
  }
  if (!URL.canParse(trailer)) return null;
  const url = new URL(trailer);
  return url.protocol === 'https:' ? (readYouTube(url) ?? readVimeo(url)) : null;
}

/** The player that sets no cookie before it plays. */
function readYouTube({ hostname, pathname, searchParams }: URL): Trailer | null {
  const host = hostname.replace(/^(www|m)\./, '');
  const id =
    host === 'youtu.be'
      ? pathname.slice(1)
      : host === 'youtube.com' || host === 'youtube-nocookie.com'
        ? (searchParams.get('v') ?? /^\/(?:embed|shorts)\/([^/]+)$/.exec(pathname)?.[1])
        : null;
  if (!id || !YOUTUBE_ID.test(id)) return null;
  return {
    kind: 'youtube',
    src: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`,
    href: `https://www.youtube.com/watch?v=${id}`,
  };
}

/** `dnt` asks the player not to track. An unlisted film has a second part in its address. */
function readVimeo({ hostname, pathname }: URL): Trailer | null {
  if (!['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'].includes(hostname)) return null;
  const [, id, hash] = VIMEO_PATH.exec(pathname) ?? [];
  if (!id) return null;
  return {
    kind: 'vimeo',
    src: `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${hash ? `&h=${hash}` : ''}`,
    href: `https://vimeo.com/${id}${hash ? `/${hash}` : ''}`,
  };
}
