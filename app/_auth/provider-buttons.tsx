'use client';

import { useEffect, useState } from 'react';
import { enabledProviders, type Provider, wireProvidersSchema } from '@/lib/identity/wire';
import { ErrorNotice } from '../_components/form/errors';
import { type ActionError, useAction } from '../_components/form/use-action';
import { askIdentity } from './identity-result';
import { cancelOAuth, startOAuth } from './oauth';
import * as z from 'zod/mini';
import { identityClient } from '../_session/client';
import { useSession } from '../_session/session-store';

interface ProviderButtonsProps {
  /** An invitation that the other service accepts instead of a password. */
  inviteToken?: string;
}

/**
 * The other ways in. Their place stays free while Identity is being asked, and stays so when there are none: nothing on the
 * page moves.
 */
export function ProviderButtons({ inviteToken }: ProviderButtonsProps) {
  const providers = useProviders();
  const [leavingFor, setLeavingFor] = useState<Provider | null>(null);
  const { run: leaveFor, error } = useAction(async (provider: Provider) => {
    setLeavingFor(provider);
    const operation = inviteToken === undefined ? 'sign-in' : 'link';
    const left = await askIdentity(operation, () => startOAuth(provider.id, provider.label, inviteToken));
    if (!left.ok) setLeavingFor(null);
    return left;
  });

  useEffect(() => {
    // By a step back, a browser may show this page as it was left.
    const onPageShow = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      cancelOAuth();
      setLeavingFor(null);
    };
    window.addEventListener('pageshow', onPageShow);
    return () => window.removeEventListener('pageshow', onPageShow);
  }, []);

  return (
    <div className="providers">
      {providers.length > 0 && (
        <>
          <p className="or">or continue with</p>
          <div className="choices">
            {providers.map((provider) => (
              <ProviderButton
                key={provider.id}
                label={provider.label}
                busy={leavingFor?.id === provider.id}
                onClick={() => {
                  if (!leavingFor) void leaveFor(provider);
                }}
              />
            ))}
          </div>
          <ErrorNotice error={error && withoutThisPage(error)} busy={false} onRetry={() => undefined} />
        </>
      )}
    </div>
  );
}

/** Without links to this very page, and left to people: a click takes them away from here. */
function withoutThisPage(error: ActionError): ActionError {
  const actions = error.actions.filter(({ href }) => href !== window.location.pathname);
  return { ...error, actions, retryAt: null };
}

function ProviderButton({ label, busy, onClick }: { label: string; busy: boolean; onClick(): void }) {
  return (
    <button
      className="btn"
      type="button"
      aria-label={busy ? `Going to ${label}` : `Continue with ${label}`}
      aria-busy={busy}
      onClick={onClick}
    >
      {label}
    </button>
  );
}

let asking: Promise<Provider[]> | null = null;

/**
 * The other sign-in services that are switched on; none until Identity has responded, and none if it does not. Loaded
 * only for visitors.
 */
function useProviders(): Provider[] {
  const isVisitor = useSession().state === 'visitor';
  const [providers, setProviders] = useState<Provider[]>([]);
  useEffect(() => {
    if (!isVisitor) return;
    let gone = false;
    asking ??= ask();
    void asking.then((known) => {
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
    asking = null;
    return [];
  }
}
