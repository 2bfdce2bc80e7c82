import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cinema } from '../cinema';
import { emailFiles } from './templates';

/** Writes the mail templates from the cinema's settings, at each build: `tsx lib/emails/write-emails.ts [FOLDER]`. */

const folder = process.argv[2] ?? 'public/emails';
mkdirSync(folder, { recursive: true });
for (const [name, html] of Object.entries(emailFiles(cinema))) writeFileSync(join(folder, name), html);
