import { localStore, sessionStore } from '@/app/_session/storage';

/** What is typed, and whether it says how the film ends. */
export interface DraftText {
  text: string;
  spoiler: boolean;
}

/** A text under the key of its request. */
export interface SentDraft extends DraftText {
  key: string;
}

/** What somebody has typed and not posted. Saved in this browser, so that signing in or a lost network loses nothing. */
export interface Draft extends DraftText {
  /** The request that it went out with, if it did: the same text goes out under the same key, and is posted once. */
  sent: SentDraft | null;
}

const none: Draft = { text: '', spoiler: false, sent: null };

const PREFIX = 'marquee.draft.';

/** `about` is what the text is for: a new comment (null), a reply to a comment (its id), a change of one (`edit.<id>`). */
function itemKey(slug: string, about: string | null): string {
  return about === null ? PREFIX + slug : `${PREFIX}${slug}.${about}`;
}

/** This tab's own, else what this browser saved: two tabs of one film keep their texts apart. */
export function loadDraft(slug: string, about: string | null): Draft {
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
    .map((about) => ({ about, draft: loadDraft(slug, about) }))
    .filter(({ draft }) => draft.text.trim() !== '');
}

export function hasDraft(slug: string): boolean {
  return listDrafts(slug).length > 0;
}

/** The storage may hold anything: what is not a draft counts as none. */
export function parseDraft(value: unknown): Draft {
  const fields = toFields(value);
  const typed = toText(fields);
  if (!typed) return none;
  const sent = toFields(fields.sent);
  const sentText = toText(sent);
  const key = sent.key;
  return { ...typed, sent: sentText && typeof key === 'string' ? { ...sentText, key } : null };
}

function toFields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function toText({ text, spoiler }: Record<string, unknown>): DraftText | null {
  return typeof text === 'string' ? { text, spoiler: spoiler === true } : null;
}

/** The request under which this text goes out: the one before when it is the same, else a new one. */
export function requestFor({ text, spoiler }: DraftText, { sent }: Draft, newKey: () => string): SentDraft {
  return sent?.text === text && sent.spoiler === spoiler ? sent : { text, spoiler, key: newKey() };
}
