import { filmsBySlug } from '../films/films';
import type { StoredComment } from './comments';
import type { MyComments } from './people-schema';

type FilmName = MyComments['items'][number]['film'];

/** Names the films on which comments stand. One query. A film that is gone is called by its slug. */
export async function filmNamesOf(
  comments: readonly StoredComment[],
): Promise<(comment: StoredComment) => FilmName> {
  const films = await filmsBySlug([...new Set(comments.map(({ filmId }) => filmId))]);
  return ({ filmId }) => ({ slug: filmId, title: films.get(filmId)?.title ?? filmId });
}
