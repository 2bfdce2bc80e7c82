import { commentFields } from './001-comment-fields';
import { filmPeople } from './002-film-people';
import { filmRuns } from './003-film-runs';
import { filmWords } from './004-film-words';
import { names } from './005-names';
import type { Migration } from './migration';

/** In their order. What was released is never changed, renumbered or taken out: the next one puts it right. */
export const allMigrations: readonly Migration[] = [commentFields, filmPeople, filmRuns, filmWords, names];
