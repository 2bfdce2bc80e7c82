import { describe, expect, it } from 'vitest';
import { readTrailer } from './trailer';

const youTube = {
  kind: 'youtube',
  src: 'https://www.youtube-nocookie.com/embed/h2tY82z3xXU?autoplay=1&rel=0',
  href: 'https://www.youtube.com/watch?v=h2tY82z3xXU',
};

describe('readTrailer', () => {
  it('knows a file of the site, with its captions', () => {
    expect(readTrailer('perfect-days.webm')).toEqual({
      kind: 'file',
      src: '/trailers/perfect-days.webm',
      href: '/trailers/perfect-days.webm',
      captions: '/trailers/perfect-days.vtt',
    });
  });

  it.each([
    'https://www.youtube.com/watch?v=h2tY82z3xXU&t=3s',
    'https://youtu.be/h2tY82z3xXU?si=abc',
    'https://m.youtube.com/watch?v=h2tY82z3xXU',
    'https://www.youtube.com/embed/h2tY82z3xXU',
    'https://www.youtube-nocookie.com/embed/h2tY82z3xXU',
  ])('knows YouTube, and asks the player without cookies: %s', (address) =>
    expect(readTrailer(address)).toEqual(youTube),
  );

  it('knows Vimeo, listed or not, and asks not to be tracked', () => {
    expect(readTrailer('https://vimeo.com/76979871')).toEqual({
      kind: 'vimeo',
      src: 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1',
      href: 'https://vimeo.com/76979871',
    });
    expect(readTrailer('https://vimeo.com/76979871/abcdef12')?.src).toBe(
      'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=abcdef12',
    );
  });

  it.each([
    null,
    '',
    'trailer.exe',
    '../secret.webm',
    'a/b.webm',
    'http://www.youtube.com/watch?v=h2tY82z3xXU',
    'https://www.youtube.com/watch?v=short',
    'https://youtube.com.example/watch?v=h2tY82z3xXU',
    'https://vimeo.com/about',
    'https://player.vimeo.com.example/video/1',
    'javascript:alert(1)',
    'https://example.org/film.webm',
  ])('shows nothing for %j', (trailer) => expect(readTrailer(trailer)).toBeNull());
});
