import { localStore } from '@/app/_session/storage';

/** What is typed: the words, and whether they say how the film ends. */
export interface Words {
  text: string;
  spoiler: boolean;
}

/** Words under the key of their request. */
export interface WordsSent extends Words {
  key: string;
}

/** What somebody has typed and not posted. Kept in this browser, so that signing in or a lost network loses nothing. */
export interface Draft extends Words {
  /** The request that it went out with, if it did: the same words go out under the same key, and are posted once. */
  sent: WordsSent | null;
}

const none: Draft = { text: '', spoiler: false, sent: null };

const PREFIX = 'marquee.draft.';

/** `about` is what the words are for: a new comment (null), an answer to a comment (its id), a change of one (`edit.<id>`). */
function itemKey(slug: string, about: string | null): string {
  return about === null ? PREFIX + slug : `${PREFIX}${slug}.${about}`;
}

export function readDraft(slug: string, about: string | null): Draft {
  return parseDraft(localStore.read(itemKey(slug, about)));
}

export function saveDraft(slug: string, about: string | null, draft: Draft): void {
  if (draft.text === '') localStore.remove(itemKey(slug, about));
  else localStore.write(itemKey(slug, about), draft);
}

/** Whether anything about a film is kept: a comment, an answer, a change. */
export function hasDraft(slug: string): boolean {
  const comment = itemKey(slug, null);
  return localStore
    .keys()
    .filter((key) => key === comment || key.startsWith(`${comment}.`))
    .some((key) => parseDraft(localStore.read(key)).text.trim() !== '');
}

/** Anybody's hand may have been in the storage: what is no draft is none. */
export function parseDraft(value: unknown): Draft {
  const fields = toFields(value);
  const words = toWords(fields);
  if (!words) return none;
  const sent = toFields(fields.sent);
  const wordsSent = toWords(sent);
  const key = sent.key;
  return { ...words, sent: wordsSent && typeof key === 'string' ? { ...wordsSent, key } : null };
}

function toFields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function toWords({ text, spoiler }: Record<string, unknown>): Words | null {
  return typeof text === 'string' ? { text, spoiler: spoiler === true } : null;
}

/** The request under which these words go out: the one before when they are the same, else a new one. */
export function requestFor({ text, spoiler }: Words, { sent }: Draft, newKey: () => string): WordsSent {
  return sent?.text === text && sent.spoiler === spoiler ? sent : { text, spoiler, key: newKey() };
}
