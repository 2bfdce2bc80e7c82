import { requestRevalidation } from '../revalidate/request-revalidation';

/** Has the site make its pages anew where it can be told to. @returns what to expect */
export async function revalidateSite(hasChanged: boolean): Promise<string> {
  if (!hasChanged) return 'Nothing has changed.';
  const isTold = await requestRevalidation({ everything: true });
  return isTold ? 'The site shows it from the next request on.' : 'Pages follow within two minutes.';
}
