import type { Metadata } from 'next';
import { DayScreenings } from './_components/day-screenings';

export const metadata: Metadata = { title: 'Desk', robots: { index: false } };

/** A day's screenings for staff. What is in it is asked by the browser, with its own session. */
export default async function DeskPage({ searchParams }: PageProps<'/desk'>) {
  const { day } = await searchParams;
  const shown = typeof day === 'string' ? day : undefined;
  return <DayScreenings key={shown} day={shown} />;
}
