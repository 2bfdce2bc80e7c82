import type { Film } from '@/lib/films/schema';
import type { Screening } from '@/lib/screenings/schema';
import { fullDate } from '../../house/day-names';
import { capitalised } from '../../house/number-words';

/** What is known of the film, and how the house shows it. What is not known has no line. */
export function FactsList({ film, screenings }: { film: Film; screenings: readonly Screening[] }) {
  const facts: [label: string, value: string | null][] = [
    ['With', film.cast.join(', ')],
    ['Genre', capitalised(film.genres.join(', ').toLowerCase())],
    ['First shown', film.releaseDate && fullDate(film.releaseDate)],
    ['Country', film.countries.join(', ')],
    ['Language', film.languages.join(', ')],
    ['Subtitles', distinct(screenings.map(({ subtitles }) => subtitles))],
    ['Format here', capitalised(distinct(screenings.map(({ format }) => format)))],
    ['Age', film.certificate && capitalised(film.certificate)],
  ];
  return (
    <dl className="facts-list">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label} className={label === 'With' ? 'wide' : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function distinct(values: readonly (string | null)[]): string {
  return [...new Set(values.filter((value) => value !== null))].join(', ');
}
