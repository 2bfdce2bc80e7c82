import type { Auditorium } from '@/lib/screenings/schema';
import { capitalised } from '../../house/number-words';

/** What an auditorium offers. What nobody has told has no line. */
export function AuditoriumFacts({ auditorium }: { auditorium: Auditorium }) {
  const { seatCount, wheelchairPlaces, hearingLoop, formats, offers } = auditorium;
  const facts: [label: string, value: string | null][] = [
    ['Seats', String(seatCount)],
    ['Wheelchair places', wheelchairPlaces === null ? null : String(wheelchairPlaces)],
    ['Hearing loop', hearingLoop && capitalised(hearingLoop)],
    ['Formats', capitalised(formats.join(', '))],
    ['Also', offers.join('; ')],
  ];
  return (
    <dl className="facts-list">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
