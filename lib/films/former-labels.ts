import { cinema } from '../cinema';
import { films } from './films';

const NAMED_MAX = 20;

/** Films whose age label is not in the cinema's list (any more): how many, and the first of them. Two queries. */
export async function findFormerLabels(): Promise<{
  count: number;
  films: { film: string; label: string }[];
}> {
  const collection = await films();
  const filter = { certificate: { $type: 'string' as const, $nin: [...cinema.certificates] } };
  const [count, found] = await Promise.all([
    collection.countDocuments(filter),
    collection
      .find(filter)
      .project<{ _id: string; certificate: string }>({ certificate: 1 })
      .sort({ _id: 1 })
      .limit(NAMED_MAX)
      .toArray(),
  ]);
  return { count, films: found.map(({ _id, certificate }) => ({ film: _id, label: certificate })) };
}
