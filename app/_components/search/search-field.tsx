'use client';

/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events -- HTML has no element for the list of a combobox, and its options take their keys from the field */

import Form from 'next/form';
import { useId } from 'react';
import { cinema } from '@/lib/cinema';
import { type FoundFilm, SEARCH_MAX_LENGTH } from '@/lib/films/search-schema';
import { cinemaDay, cinemaTime } from '@/lib/cinema-time';
import { formatDay } from '@/app/_format/dates';
import { type SearchState, useCombobox } from './use-combobox';

/** The search as a combobox of the ARIA pattern; without a script it is a form that leads to the page of results. */
export function SearchField({ initial = '' }: { initial?: string }) {
  const box = useCombobox(initial);
  const { state, items, active, isShown } = box;
  const id = useId();
  const optionId = (index: number): string => `${id}-${index}`;
  return (
    <search className="search">
      <Form action="/search" prefetch={false} onSubmit={box.close}>
        <label htmlFor={`${id}-field`}>Search</label>
        <input
          id={`${id}-field`}
          className="input"
          type="search"
          name="q"
          value={box.typed}
          maxLength={SEARCH_MAX_LENGTH}
          placeholder="Title, person or year"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={`${id}-list`}
          aria-activedescendant={isShown && active >= 0 ? optionId(active) : undefined}
          onChange={({ target }) => box.onChange(target.value)}
          onKeyDown={box.onKeyDown}
          onBlur={box.close}
        />
        <button className="btn" type="submit">
          Find
        </button>
        <div className={state.kind === 'idle' ? 'found hidden' : 'found'}>
          {isShown && (
            <ul id={`${id}-list`} role="listbox" aria-label="Films found">
              {items.map((film, index) => (
                <SearchOption
                  key={film.slug}
                  id={optionId(index)}
                  film={film}
                  now={box.at}
                  isActive={index === active}
                  onChoose={() => box.show(film.slug)}
                />
              ))}
            </ul>
          )}
          <output>{stateInWords(state)}</output>
        </div>
      </Form>
    </search>
  );
}

interface SearchOptionProps {
  id: string;
  film: FoundFilm;
  now: Date;
  isActive: boolean;
  onChoose: () => void;
}

/** One of the films found. It takes no focus, which stays in the field. */
function SearchOption({ id, film, now, isActive, onChoose }: SearchOptionProps) {
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

const names = new Intl.ListFormat(cinema.locale, { type: 'conjunction' });

/** `2003, Sofia Coppola`. */
export function factsInWords({ year, directors }: FoundFilm): string {
  return [String(year), names.format(directors)].filter(Boolean).join(', ');
}

/** `today 18:15`; null when no screening is planned. */
export function nextInWords({ nextStartsAt }: FoundFilm, now: Date): string | null {
  if (nextStartsAt === null) return null;
  const start = new Date(nextStartsAt);
  return `${formatDay(cinemaDay(start), cinemaDay(now))} ${cinemaTime(start)}`;
}

/** Announced while somebody types. */
export function stateInWords(state: SearchState): string {
  if (state.kind === 'idle') return '';
  if (state.kind === 'looking') return 'Looking…';
  if (state.kind === 'failed')
    return state.why ?? 'Search isn’t responding. Press Enter to try the search page.';
  const { items, more, question } = state;
  if (items.length === 0) return `No films match “${question}”. Try fewer letters.`;
  const count = items.length === 1 ? '1 film' : `${items.length} films`;
  return more ? `The first ${count}; Enter shows more.` : `${count}; arrows choose one.`;
}
