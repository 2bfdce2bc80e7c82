import type { CSSProperties } from 'react';
import { formatDayRange } from '@/app/_format/dates';
import { capitalised, pluralize } from '@/app/_format/numbers';
import type { ProgrammeDay } from '@/lib/films/schema';
import { emWidths } from '@/lib/posters/drawing/font-metrics';

/** The chosen days as one line that fills its measure, and what they hold. */
export function Bill({ days }: { days: readonly ProgrammeDay[] }) {
  const line = formatDayRange(days[0]?.date ?? '', days.at(-1)?.date ?? '');
  const { em62, em100, em125 } = emWidths(line);
  const lengths = { '--em62': em62, '--em100': em100, '--em125': em125 } as CSSProperties;
  const shown = days.flatMap(({ films, started }) => [...films, ...started]);
  const films = new Set(shown.map(({ film }) => film.slug)).size;
  const screens = new Set(shown.flatMap(({ screenings }) => screenings.map((s) => s.auditorium.id))).size;
  return (
    <div className="programme-heading">
      <h1 className="fit-text" style={lengths}>
        {line}
      </h1>
      {films > 0 && (
        <p className="read">
          {capitalised(pluralize(films, 'film', 'films'))} on {pluralize(screens, 'screen', 'screens')}.
          Choose a time to see the film, its room and its price; you pay at the box office.
        </p>
      )}
    </div>
  );
}
