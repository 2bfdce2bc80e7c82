'use client';

/** JSON in the browser's storage. Where the browser refuses to store anything, all reads are null and pages still work. */
interface Items {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  remove(key: string): void;
  keys(): string[];
}

/** Shared by all tabs, until removed. */
export const localStore = itemsOf(() => window.localStorage);

/** Of this tab alone, gone when it closes: for addresses and tokens on their way. */
export const sessionStore = itemsOf(() => window.sessionStorage);

function itemsOf(storage: () => Storage): Items {
  return {
    read: (key) => attempt(() => JSON.parse(storage().getItem(key) ?? 'null') as unknown),
    write: (key, value) => void attempt(() => storage().setItem(key, JSON.stringify(value))),
    remove: (key) => void attempt(() => storage().removeItem(key)),
    keys: () => attempt(() => Object.keys(storage())) ?? [],
  };
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
