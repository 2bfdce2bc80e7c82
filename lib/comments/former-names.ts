/**
 * Reads documents that migration 5 has not reached yet. Deleted in the release after it, together with the index
 * `replies-to` and `writer` in the validator of `comments`.
 */

/** A stored comment under today's names. */
export function withCurrentNames<T extends { replyToId: unknown; deletedBy: string | null }>(document: T): T {
  const { answersId = null } = document as { answersId?: T['replyToId'] };
  const { replyToId = answersId, deletedBy } = document;
  return { ...document, replyToId, deletedBy: deletedBy === 'writer' ? 'author' : deletedBy };
}

/** How many reply slots a stored comment has used: new code counts in one field, old code in the other. */
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
