import { connection } from 'next/server';
import { cache } from 'react';

/** The one "now" of a request. Asking for it makes a page render on request, never during the build. */
export const requestTime = cache(async (): Promise<Date> => {
  await connection();
  return new Date();
});
