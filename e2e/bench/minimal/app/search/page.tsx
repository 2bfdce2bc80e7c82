import { findByWord } from '../documents';

export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const films = await findByWord((await searchParams).q ?? '');
  return (
    <ul>
      {films.map(({ _id, title }) => (
        <li key={_id}>{title}</li>
      ))}
    </ul>
  );
}
