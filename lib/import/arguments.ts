import { parseCommandLine, UsageError } from '../command/command-line';
import type { DateOrder } from './release-date';

const kinds = ['mflix', 'films', 'auditoriums', 'screenings'] as const;
export type ImportKind = (typeof kinds)[number];

export interface ImportArguments {
  kind: ImportKind;
  /** A folder for `mflix`, else a file. */
  path: string;
  dryRun: boolean;
  dateOrder: DateOrder | null;
  everyLine: boolean;
}

const USAGE = `Say what to import:
  npm run import -- mflix DIR          films and comments of MongoDB's sample set: movies.json, comments.json, users.json
  npm run import -- films FILE         a table of films, CSV or JSON
  npm run import -- auditoriums FILE   a table of auditoriums, CSV or JSON
  npm run import -- screenings FILE    a table of screenings, CSV or JSON
with
  --dry-run                            says what it would do and writes nothing
  --dates day-first|month-first        how to read dates such as 09/12/2003
  --every-line                         prints every refused line, not only the first twenty of a kind`;

/** Throws `UsageError` for anything else. */
export function readArguments(argv: readonly string[]): ImportArguments {
  const { values, positionals } = parseCommandLine(argv, USAGE, {
    'dry-run': { type: 'boolean', default: false },
    dates: { type: 'string' },
    'every-line': { type: 'boolean', default: false },
  });
  const [kind = '', path, ...more] = positionals;
  if (!isKind(kind) || path === undefined || more.length > 0) throw new UsageError(USAGE);
  return {
    kind,
    path,
    dryRun: values['dry-run'],
    dateOrder: readOrder(values.dates),
    everyLine: values['every-line'],
  };
}

function isKind(word: string): word is ImportKind {
  return (kinds as readonly string[]).includes(word);
}

function readOrder(word: string | undefined): DateOrder | null {
  if (word === undefined || word === 'day-first' || word === 'month-first') return word ?? null;
  throw new UsageError(`--dates is "${word}": it should be day-first or month-first.`);
}
