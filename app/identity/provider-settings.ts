'use client';

import * as z from 'zod/mini';
import { useEffect, useState } from 'react';
import { enabledProviders, type Provider, wireProvidersSchema } from '@/lib/identity/wire';
import { identityClient } from './client';
import { useSession } from './session-provider';

let asked: Promise<Provider[]> | null = null;

/**
 * The other sign-in services that the house has switched on; none until Identity has said so, and none when it does not.
 * Asked for visitors only: whoever is signed in is shown no way in.
 */
export function useProviders(): Provider[] {
  const isVisitor = useSession().state === 'visitor';
  const [providers, setProviders] = useState<Provider[]>([]);
  useEffect(() => {
    if (!isVisitor) return;
    let gone = false;
    asked ??= ask();
    void asked.then((known) => {
      if (!gone) setProviders(known);
    });
    return () => {
      gone = true;
    };
  }, [isVisitor]);
  return providers;
}

/** Once for all pages of this visit; a failure is forgotten, so that the next page asks again. */
async function ask(): Promise<Provider[]> {
  try {
    const client = await identityClient();
    return enabledProviders(z.parse(wireProvidersSchema, await client.settings()));
  } catch {
    asked = null;
    return [];
  }
}
