import { isDatabaseUnavailable, probeDatabase } from '../db/client';
import { getDataVersion } from '../db/data-version';
import { enableDryRun } from '../db/write-access';
import { ImportError } from './import-error';

const TIMEOUT_MS = 10_000;

/** Makes sure that there is a database to write to, and one that this code knows. Throws `ImportError`. */
export async function prepareDatabase(dryRun: boolean): Promise<void> {
  if (dryRun) enableDryRun();
  try {
    await probeDatabase(TIMEOUT_MS);
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    throw new ImportError(
      'The database cannot be reached: is MONGODB_URI right, and may this machine connect?',
    );
  }
  const { state } = await getDataVersion();
  if (state === 'behind') {
    throw new ImportError('The stored data is of an earlier version: run npm run db:migrate first.');
  }
  if (state === 'ahead') {
    throw new ImportError('The stored data is of a later version than this copy of Marquee: git pull first.');
  }
}
