import { comments } from './comments';

/** The slugs of the films under which a member's name stands. One query. */
export async function filmSlugsCommentedBy(authorId: string): Promise<string[]> {
  const found = await (
    await comments()
  )
    .aggregate<{ _id: string }>([{ $match: { authorId, state: 'visible' } }, { $group: { _id: '$filmId' } }])
    .toArray();
  return found.map(({ _id }) => _id);
}
