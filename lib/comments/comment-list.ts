/**
 * The one aggregation behind a page of comments: comments newest first, each with its replies, and as a last document
 * `{ total }`. Limits come before the join, and every stage that reads has an index.
 */
export function commentListPipeline(
  filmId: string,
  after: { createdAt: Date; _id: unknown } | null,
  limit: number,
): Record<string, unknown>[] {
  return [
    { $match: { filmId, parentId: null, listed: true, ...(after ? olderThan(after) : {}) } },
    { $sort: { createdAt: -1, _id: -1 } },
    { $limit: limit },
    {
      $lookup: {
        from: 'comments',
        localField: '_id',
        foreignField: 'parentId',
        pipeline: [{ $match: { listed: true } }, { $sort: { createdAt: 1, _id: 1 } }],
        as: 'replies',
      },
    },
    {
      $unionWith: {
        coll: 'comments',
        pipeline: [{ $match: { filmId, state: 'visible' } }, { $count: 'total' }],
      },
    },
  ];
}

/** The plain bound is what the index reads by; the rest only sorts out comments of the same millisecond. */
function olderThan({ createdAt, _id }: { createdAt: Date; _id: unknown }): Record<string, unknown> {
  return {
    createdAt: { $lte: createdAt },
    $or: [{ createdAt: { $lt: createdAt } }, { _id: { $lt: _id } }],
  };
}
