import { arch, cpus, totalmem, version } from 'node:os';
import { benchAuth } from './auth';
import { fullSize, openHouse, quickSize } from './house';
import { benchJoin } from './join';
import { benchLighthouse } from './lighthouse';
import { benchLoad } from './load';
import { benchMemory } from './memory';
import { startMinimal } from './minimal-site';
import { benchSignUp } from './sign-up';

/** `npm run bench` (ten minutes), `npm run bench -- auth` or `lighthouse`; `--quick` only shows that all of it runs. */
const isQuick = process.argv.includes('--quick');
const isAuth = process.argv.includes('auth');
const isLighthouse = process.argv.includes('lighthouse');
const size = isQuick ? quickSize : fullSize;

const say = (line: string): void => console.error(`bench: ${line}`);

say(`${size.users} users, ${size.films} films, ${size.comments} comments ...`);
const house = await openHouse(size);
console.log(
  `${cpus().length} cores (${cpus()[0]?.model.trim()}, ${arch()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${version()}; ${house.database}; ${new Date().toISOString().slice(0, 10)}`,
);
try {
  if (isAuth) await benchAuth(house, isQuick ? 20 : 500);
  else if (isLighthouse) await benchLighthouse(house, isQuick ? 1 : 5);
  else await everything();
} finally {
  const { closeMongoClient } = await import('../../lib/db/client');
  await closeMongoClient();
  await house.stop();
}

async function everything(): Promise<void> {
  say('the join ...');
  await benchJoin(house, isQuick ? 20 : 300);
  say('who calls ...');
  await benchAuth(house, isQuick ? 20 : 500);
  say('the sign-up ...');
  await benchSignUp(house, isQuick ? 20 : 200);
  say('pages under load ...');
  const minimal = await startMinimal(house);
  await benchLoad(house, minimal, isQuick ? 2 : 10).finally(() => minimal.stop());
  say('memory ...');
  await benchMemory(house, isQuick ? 500 : 10_000);
  say('Lighthouse ...');
  await benchLighthouse(house, isQuick ? 1 : 5);
}
