import { secureToken } from './secrets';

/** The outside sign-in services that GoTrue knows by name, and how people call them. */
export const providerNames = {
  bitbucket: 'Bitbucket',
  facebook: 'Facebook',
  github: 'GitHub',
  gitlab: 'GitLab',
  google: 'Google',
} as const;

export type ProviderName = keyof typeof providerNames;

export function isProviderName(name: string): name is ProviderName {
  return Object.hasOwn(providerNames, name);
}

/**
 * `google,github` as a list; an empty text or `none` is none.
 * @throws Error with one sentence for a name that GoTrue does not know
 */
export function readProviderNames(text: string): ProviderName[] {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  return words
    .filter((word) => word !== '' && word !== 'none')
    .map((word) => {
      if (isProviderName(word)) return word;
      const known = Object.keys(providerNames).join(', ');
      throw new Error(`"${word}" is no outside provider: choose of ${known}, or none.`);
    });
}

/** What a provider tells of somebody who has said yes there. */
export interface OutsidePerson {
  name: string;
  email: string;
  /** Whether the provider has seen for itself that the address is theirs. */
  verified: boolean;
  /** Address of a picture; empty for none. */
  avatarUrl: string;
}

/** user_metadata of such a person: what is empty is left out (contract 3.6). */
export function metadataOf({ name, avatarUrl }: OutsidePerson): Record<string, string> {
  return { ...(avatarUrl ? { avatar_url: avatarUrl } : {}), ...(name ? { full_name: name } : {}) };
}

const capacity = 100;

/** The codes that the local provider gives out, good once each: for what they stand is never in an address. */
export class ProviderCodes {
  readonly #people = new Map<string, OutsidePerson>();

  issue(person: OutsidePerson): string {
    const code = secureToken();
    this.#people.set(code, person);
    const [oldest] = this.#people.keys();
    if (this.#people.size > capacity && oldest !== undefined) this.#people.delete(oldest);
    return code;
  }

  /** Null for a code that was never given out, or used already. */
  take(code: string): OutsidePerson | null {
    const person = this.#people.get(code) ?? null;
    this.#people.delete(code);
    return person;
  }

  clear(): void {
    this.#people.clear();
  }
}
