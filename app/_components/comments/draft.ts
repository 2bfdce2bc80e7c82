import { localStore, sessionStore } from '@/app/_session/storage';

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

/** This tab's own, else what this browser saved: two tabs of one film keep their texts apart. */
export function readDraft(slug: string, about: string | null): Draft {
  const key = itemKey(slug, about);
  const own = parseDraft(sessionStore.read(key));
  return own.text === '' ? parseDraft(localStore.read(key)) : own;
}

/** Saves it for this tab and for later visits; an empty one is removed, but never the text of another tab. */
export function saveDraft(slug: string, about: string | null, draft: Draft): void {
  const key = itemKey(slug, about);
  if (draft.text !== '') {
    sessionStore.write(key, draft);
    localStore.write(key, draft);
    return;
  }
  const own = parseDraft(sessionStore.read(key));
  sessionStore.remove(key);
  if (own.text === '' || own.text === parseDraft(localStore.read(key)).text) localStore.remove(key);
}

/** While another tab's comment is posted, its draft goes; this tab's text is saved again. Returns how to stop. */
export function guardDraft(slug: string, about: string | null): () => void {
  const key = itemKey(slug, about);
  const onStorage = (event: StorageEvent) => {
    if (event.key !== key || event.newValue !== null) return;
    const own = sessionStore.read(key);
    if (parseDraft(own).text !== '') localStore.write(key, own);
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}

/** Everything that is saved about a film: a comment, replies, changes. */
export function listDrafts(slug: string): { about: string | null; draft: Draft }[] {
  const comment = itemKey(slug, null);
  const keys = new Set([...sessionStore.keys(), ...localStore.keys()]);
  return [...keys]
    .filter((key) => key === comment || key.startsWith(`${comment}.`))
    .map((key) => (key === comment ? null : key.slice(comment.length + 1)))
    .map((about) => ({ about, draft: readDraft(slug, about) }))
    .filter(({ draft }) => draft.text.trim() !== '');
}

export function hasDraft(slug: string): boolean {
  return listDrafts(slug).length > 0;
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
