import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = '.netlify/functions-internal/___netlify-server-handler';
const ENTRY = '___netlify-server-handler.mjs';
const RULE = 'complete-error.mjs';
const EXPORT = 'export default async function handler(';

/**
 * Puts `complete-error.mjs` between Next and the CDN: the adapter's last word is a year for each 404 whose address ends with
 * `.php`, its query included, and no header of Next's own can overrule it; nor can the site change what Next answers to an
 * address or a method that no route has. Runs after the adapter, before functions are
 * packaged. Fails the build when the adapter writes its handler in another way.
 */
export async function onBuild({ utils }) {
  const entry = join(FOLDER, ENTRY);
  const text = await readFile(entry, 'utf8');
  if (text.split(EXPORT).length !== 2) {
    utils.build.failBuild(`${entry} is not written as this plugin knows it: see netlify/plugins.`);
  }
  await copyFile(join(dirname(fileURLToPath(import.meta.url)), RULE), join(FOLDER, RULE));
  const wrapped = [
    `import { completeError } from './${RULE}'`,
    text.replace(EXPORT, 'async function handler('),
    'export default async (request, context) =>',
    '  completeError(request, await handler(request, context), (again) => handler(again, context))',
    '',
  ];
  await writeFile(entry, wrapped.join('\n'));
}
