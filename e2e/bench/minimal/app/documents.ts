import { collection } from './database';

/** The screenings of a fortnight, and their films' titles. */
export async function fortnight() {
  const now = Date.now();
  const screenings = await collection('screenings')
    .find({ startsAt: { $gte: new Date(now), $lt: new Date(now + 14 * 86_400_000) } })
    .sort({ startsAt: 1 })
    .toArray();
  const films = await collection('films')
    .find({ _id: { $in: screenings.map(({ filmId }) => filmId) } })
    .toArray();
  return { screenings, titles: new Map(films.map(({ _id, title }) => [_id, title])) };
}

/** A film, its screenings, its newest comments with their answers and the names of who wrote them. */
export async function filmWithTalk(slug: string) {
  const [film, screenings, comments] = await Promise.all([
    collection('films').findOne({ _id: slug }),
    collection('screenings')
      .find({ filmId: slug, startsAt: { $gte: new Date() } })
      .sort({ startsAt: 1 })
      .toArray(),
    collection('comments')
      .aggregate([
        { $match: { filmId: slug, parentId: null, listed: true } },
        { $sort: { createdAt: -1, _id: -1 } },
        { $limit: 20 },
        { $lookup: { from: 'comments', localField: '_id', foreignField: 'parentId', as: 'replies' } },
      ])
      .toArray(),
  ]);
  const all = comments.flatMap((comment) => [comment, ...comment.replies]);
  const members = await collection('members')
    .find({ _id: { $in: all.map(({ authorId }) => authorId) } })
    .toArray();
  return { film, screenings, comments: all, names: new Map(members.map(({ _id, name }) => [_id, name])) };
}

export function findByWord(word: string) {
  return collection('films')
    .find({ searchWords: { $regex: `^${word.replaceAll(/[^a-z]/g, '')}` } })
    .limit(61)
    .toArray();
}
