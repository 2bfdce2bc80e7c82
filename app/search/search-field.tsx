'use client';
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- HTML has no element for the list of a combobox */

import Form from 'next/form';
import { useId } from 'react';
import { SEARCH_MAX_LENGTH } from '@/lib/films/search-schema';
import { SearchOption } from './search-option';
import { stateInWords } from './search-words';
import { useCombobox } from './use-combobox';

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
