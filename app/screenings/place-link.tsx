import Link from 'next/link';
import type { Screening } from '@/lib/screenings/schema';

/** `Studio, 35 mm`, with the way to the auditorium's own page. */
export function AuditoriumLink({ screening: { auditorium, format } }: { screening: Screening }) {
  return (
    <>
      <Link href={`/auditoriums/${auditorium.id}`} prefetch={false}>
        {auditorium.name}
      </Link>
      {format !== 'digital' && `, ${format}`}
    </>
  );
}
