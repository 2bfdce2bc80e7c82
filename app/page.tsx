import { connection } from 'next/server';

export default async function ProgrammePage() {
  await connection();
  return <h1>Programme</h1>;
}
