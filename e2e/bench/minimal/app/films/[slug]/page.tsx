import { connection } from 'next/server';
import { filmWithTalk } from '../../documents';

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  await connection();
  const { film, screenings, comments, names } = await filmWithTalk((await params).slug);
  return (
    <article>
      <h1>{film?.title}</h1>
      <p>{film?.synopsis}</p>
      <ul>
        {screenings.map(({ _id, startsAt }) => (
          <li key={String(_id)}>{startsAt.toISOString()}</li>
        ))}
      </ul>
      <ul>
        {comments.map(({ _id, authorId, body }) => (
          <li key={String(_id)}>
            {names.get(authorId)}: {body}
          </li>
        ))}
      </ul>
    </article>
  );
}
