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
