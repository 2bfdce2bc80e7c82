import { mkdirSync, writeFileSync } from 'node:fs';
import { cinema } from '../cinema';
import { emailFiles } from './templates';

/** Writes `public/emails` from the cinema's settings: `npm run build:emails`. */

const folder = new URL('../../public/emails/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, html] of Object.entries(emailFiles(cinema))) writeFileSync(new URL(name, folder), html);
