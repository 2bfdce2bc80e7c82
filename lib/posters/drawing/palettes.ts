export type Mood = 'night' | 'bright' | 'pale' | 'earth' | 'cold' | 'litho' | 'offset' | 'fluor';

/** Ink is the title's colour: at least 4.5:1 on ground, tested over all of them. One to three are the picture's. */
export interface Palette {
  ground: string;
  ink: string;
  one: string;
  two: string;
  three: string;
  /** The lightest and the darkest of one to three. */
  light: string;
  dark: string;
}

// Each: ground, ink, one, two, three.
const INKS: Record<Mood, readonly string[]> = {
  night: [
    '15171b efe7d6 d9442f 3b4049 a79f8f',
    '0f1a36 f3ead8 f2b632 2f4f96 8fa6d8',
    '1c1226 f1e8f3 ff6179 4d3272 c9a7d8',
    '0d211c eaf0da c8e04e 21604e 8fb79c',
    '1a1512 f0e4d2 e8702a 574033 b39a80',
  ],
  bright: [
    'f5c722 161513 e2401f fffdf4 2c5fb8',
    'cf3722 fff6e6 1b1817 f9ca4b 8d1d14',
    '1d5bcb ffffff ffd440 0b1e4d f2673a',
    '0d7d60 fffbea ffd860 0b2a22 f29a7e',
    'f3a3bd 2a1020 d4193a fff5e6 5b3fa8',
    'fbf8f0 17161a e5402a 1d5bcb f5c722',
  ],
  pale: [
    'ecebe4 1b1c1e c9372c 8eabbd d9b65b',
    'd9e4e2 12303b df6f34 6aa3a1 f4f1e4',
    'f2ddd5 431325 b92c4d e9a189 7d8fb3',
    'e3e1ee 211c4c 5147c6 f2b39b a9a4d6',
    'e4e8d4 1f2a1a c3512f 93a96a f2cf63',
  ],
  earth: [
    'dc9334 1e130a 82260f f6e4ba b5561d',
    'ad3c27 fcedd5 2a0f0a f1aa4a 6e1f14',
    '56653a f6f1da 1b2211 dcb64c 8c9a63',
    '3a2a22 f3e3c8 d9772f 7d5236 c6a983',
    'd8c9a4 1d2530 a53a22 6f7f63 b58d45',
  ],
  cold: [
    'c6d5de 0c1c28 e2412a 5d88a6 f3f2ea',
    '0b2f4c edf4f6 f46f3d 3e80aa 9cc3d5',
    '24272c f5f5f0 6fd2e6 5c626d e8e24a',
    'e9edf0 10212e 1f6fb5 9fb8c8 f0a429',
  ],
  litho: [
    'e6d8b5 1f1a14 b3281f 3e5d58 c79a4b',
    'd9caa1 11273c b4472a 7b8b6e 8c6a3c',
    '1f2b27 eadebd c8452f 6d8d79 b79d63',
  ],
  offset: [
    'ea5a24 2b140b f7e9d0 f7b32f 8f2d12',
    '66295a f8e8cf f18c27 e5b9c9 3a1433',
    '1b6767 f9eacd f3a91e 0d2c2f e0613a',
    'f3e2bf 2a1a3c d8482c 2f7f86 f0a92d',
  ],
  fluor: [
    '121424 f8f4ff ff418d 28c5da 4a3aa0',
    'f0eeff 1b1034 f0307c 17a5c8 6a4bd6',
    '2b1a60 ffffff ff7d3e 37d1bb 5b3fae',
  ],
};

function toPalette(inks: string): Palette {
  const [ground = '', ink = '', one = '', two = '', three = ''] = inks
    .split(' ')
    .map((digits) => `#${digits}`);
  const [light = one, , dark = one] = [one, two, three].toSorted((a, b) => luminance(b) - luminance(a));
  return { ground, ink, one, two, three, light, dark };
}

/** Every palette, for the contrast test. */
export function listPalettes(): Palette[] {
  return Object.values(INKS).flat().map(toPalette);
}

// Printing of the time: before that year; later films follow their mood.
const DECADES: readonly (readonly [before: number, mood: Mood])[] = [
  [1960, 'litho'],
  [1980, 'offset'],
  [1990, 'fluor'],
];

export function chooseMood(year: number, moods: readonly Mood[], seed: number): Mood {
  const ofItsTime = DECADES.find(([before]) => year < before)?.[1];
  return ofItsTime ?? moods[seed % moods.length] ?? 'pale';
}

export function choosePalette(mood: Mood, seed: number): Palette {
  const rows = INKS[mood];
  return toPalette(rows[(seed >>> 5) % rows.length] ?? '');
}

/** WCAG relative luminance of a colour like `#1d5bcb`. */
function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG contrast ratio of two colours, 1 to 21, in either order. */
export function contrast(one: string, other: string): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
