import { commentFields } from './001-comment-fields';
import type { Migration } from './migration';

/** In their order. What was released is never changed, renumbered or taken out: the next one puts it right. */
export const allMigrations: readonly Migration[] = [commentFields];
