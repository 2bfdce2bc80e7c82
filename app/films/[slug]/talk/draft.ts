import { localItems } from '../../../identity/items';

/** What somebody has typed and not posted. Kept in this browser, so that signing in or a lost network loses nothing. */
export interface Draft {
  text: string;
  /** The request that it went out with, if it did: the same words go out under the same key, and are posted once. */
  sent: { text: string; key: string } | null;
}

const none: Draft = { text: '', sent: null };

function itemKey(slug: string, parentId: string | null): string {
  return parentId === null ? `marquee.draft.${slug}` : `marquee.draft.${slug}.${parentId}`;
}

export function readDraft(slug: string, parentId: string | null): Draft {
  return toDraft(localItems.read(itemKey(slug, parentId)));
}

export function keepDraft(slug: string, parentId: string | null, draft: Draft): void {
  if (draft.text === '') localItems.remove(itemKey(slug, parentId));
  else localItems.write(itemKey(slug, parentId), draft);
}

/** Anybody's hand may have been in the storage: what is no draft is none. */
export function toDraft(value: unknown): Draft {
  if (typeof value !== 'object' || value === null || !('text' in value)) return none;
  if (typeof value.text !== 'string') return none;
  return { text: value.text, sent: 'sent' in value ? toSent(value.sent) : null };
}

function toSent(value: unknown): Draft['sent'] {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('key' in value)) return null;
  const { text, key } = value;
  return typeof text === 'string' && typeof key === 'string' ? { text, key } : null;
}

/** The request under which these words go out: the one before when they are the same, else a new one. */
export function requestFor(text: string, draft: Draft, newKey: () => string): { text: string; key: string } {
  return draft.sent?.text === text ? draft.sent : { text, key: newKey() };
}
