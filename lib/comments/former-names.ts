/**
 * Reads what migration 5 has not come to yet. Goes as a whole in the release after it, with the index `replies-to` and
 * `writer` in the validator of `comments`.
 */

/** A stored comment under today's names. */
export function withCurrentNames<T extends { replyToId: unknown; deletedBy: string | null }>(document: T): T {
  const { answersId = null } = document as { answersId?: T['replyToId'] };
  const { replyToId = answersId, deletedBy } = document;
  return { ...document, replyToId, deletedBy: deletedBy === 'writer' ? 'author' : deletedBy };
}

/** How many replies a stored comment has taken: new code counts in the one, code of before in the other. */
export const REPLIES_TAKEN = {
  $add: [{ $ifNull: ['$replyCount', 0] }, { $ifNull: ['$answerCount', 0] }],
};

export const HAS_REPLIES = { $or: ['$hasReplies', '$answered'] };

/** The filter for replies to this author. Each name has its index. */
export function repliesToAuthor(authorId: string): Record<string, unknown> {
  return { $or: [{ replyToAuthorId: authorId }, { repliesTo: authorId }] };
}

/** A film's discussion where it stood before: follows a `$match` of the same film in `discussions`. */
export function withFormerDiscussion(filmId: string): Record<string, unknown> {
  const pipeline = [
    { $match: { _id: filmId } },
    { $project: { state: 1, reason: 1, changedBy: '$by', changedAt: '$at' } },
  ];
  return { $unionWith: { coll: FORMER_DISCUSSIONS, pipeline } };
}

export const FORMER_DISCUSSIONS = 'talks';
