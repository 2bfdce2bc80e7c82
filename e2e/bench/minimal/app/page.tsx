import { connection } from 'next/server';
import { fortnight } from './documents';

export default async function Page() {
  await connection();
  const { screenings, titles } = await fortnight();
  return (
    <ul>
      {screenings.map(({ _id, filmId, startsAt }) => (
        <li key={String(_id)}>
          {startsAt.toISOString()} {titles.get(filmId)}
        </li>
      ))}
    </ul>
  );
}
