import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The last step of `npm run build`. Next writes the style sheets into each page (`inlineCss`), and their text is
 * known only now: their hashes replace the placeholder that next.config.mjs reserves in the Content-Security-Policy,
 * so that no other inline style is allowed. Netlify's adapter deploys the second manifest.
 */
const PLACE = "'sha256-of-the-build'";
const folder = '.next/static/chunks';

const hashes = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('base64'),
  )
  .map((hash) => `'sha256-${hash}'`);

for (const manifest of ['.next/routes-manifest.json', '.next/standalone/.next/routes-manifest.json']) {
  if (!existsSync(manifest)) continue;
  const text = readFileSync(manifest, 'utf8');
  if (!text.includes(PLACE)) throw new Error(`${manifest} keeps no place for the hashes of style sheets.`);
  writeFileSync(manifest, text.replaceAll(PLACE, hashes.join(' ')));
}
