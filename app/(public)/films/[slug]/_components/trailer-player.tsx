'use client';

import { useState } from 'react';
import type { Trailer } from '@/lib/films/trailer';
import { useHydrated } from '@/app/_components/form/use-hydrated';

interface TrailerPlaceProps {
  trailer: Trailer;
  title: string;
  /** Of captions, `en`. */
  language: string;
}

/** A button, and nothing of the trailer before it is pressed. A plain link while scripts cannot act. */
export function TrailerPlayer({ trailer, title, language }: TrailerPlaceProps) {
  const [isPlaying, setIsPlaying] = useState(false);
  const isHydrated = useHydrated();
  const words = trailerWords(trailer);
  return (
    <section className="trailer" aria-label="Trailer">
      {isPlaying && <Player trailer={trailer} title={title} language={language} />}
      <p className="row">
        {!isPlaying && isHydrated ? (
          <button type="button" className="btn" onClick={() => setIsPlaying(true)}>
            Play the trailer
          </button>
        ) : (
          <a className={isPlaying ? undefined : 'btn'} href={trailer.href} rel="noreferrer">
            {isPlaying ? words.elsewhere : 'Play the trailer'}
          </a>
        )}
        <span className="small soft">{isPlaying ? words.playing : words.before}</span>
      </p>
    </section>
  );
}

function Player({ trailer, title, language }: TrailerPlaceProps) {
  const name = `Trailer of ${title}`;
  if (trailer.kind === 'file') {
    return (
      <video ref={takeFocus} src={trailer.src} aria-label={name} controls autoPlay playsInline>
        <track kind="captions" src={trailer.captions} srcLang={language} default />
      </video>
    );
  }
  return (
    <iframe
      ref={takeFocus}
      src={trailer.src}
      title={name}
      allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
      // YouTube plays only if it gets a referrer.
      referrerPolicy="strict-origin-when-cross-origin"
      // oxlint-disable-next-line react/iframe-missing-sandbox -- the player is of another origin than ours, and keeps its own
      sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
      allowFullScreen
    />
  );
}

/** The button that was pressed is gone: what it brought takes the focus. */
function takeFocus(player: HTMLElement | null): void {
  player?.focus();
}

interface TrailerWords {
  /** Whom pressing asks. */
  before: string;
  playing: string;
  /** The way out when the player does not come. */
  elsewhere: string;
}

/** The texts of a trailer before and after the click. */
function trailerWords({ kind }: Pick<Trailer, 'kind'>): TrailerWords {
  if (kind === 'file') {
    return {
      before: 'From our own site, with captions.',
      playing: 'From our own site.',
      elsewhere: 'Open the video directly',
    };
  }
  const [name, host] =
    kind === 'youtube' ? ['YouTube', 'youtube-nocookie.com'] : ['Vimeo', 'player.vimeo.com'];
  return {
    before: `From ${name}. Nothing loads from there until you press play. Then ${host} learns your IP address.`,
    playing: `From ${host}.`,
    elsewhere: `Open it at ${name}`,
  };
}
