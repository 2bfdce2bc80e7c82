/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events -- an option of a combobox: its keys are the field's */
import type { FoundFilm } from '@/lib/films/search-schema';
import { factsInWords, nextInWords } from './search-words';

interface SearchOptionProps {
  id: string;
  film: FoundFilm;
  now: Date;
  isActive: boolean;
  onChoose: () => void;
}

/** One film of what was found. It takes no focus: that stays in the field. */
export function SearchOption({ id, film, now, isActive, onChoose }: SearchOptionProps) {
  const next = nextInWords(film, now);
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <b>{film.title}</b>
      <small>
        <span className="hidden">, </span>
        {factsInWords(film)}
        {next && <strong>, {next}</strong>}
      </small>
    </li>
  );
}
