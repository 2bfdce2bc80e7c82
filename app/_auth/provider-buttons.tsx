'use client';

import { useEffect, useState } from 'react';
import { enabledProviders, type Provider, wireProvidersSchema } from '@/lib/identity/wire';
import { FailureNotice } from '../_components/form/failure-notice';
import { failureOf } from './error-messages';
import type { Failure } from '../_components/form/form-error';
import { cancelOAuth, startOAuth } from './oauth';
import * as z from 'zod/mini';
import { identityClient } from '../_session/client';
import { useSession } from '../_session/session-provider';

interface ProviderButtonsProps {
  /** An invitation that the other service accepts instead of a password. */
  inviteToken?: string;
}

/**
 * The other ways in. Its place is kept free while Identity is being asked, and stays so when there are none: nothing on the
 * page moves.
 */
export function ProviderButtons({ inviteToken }: ProviderButtonsProps) {
  const providers = useProviders();
  const [leavingFor, setLeavingFor] = useState<Provider | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

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

  const leave = async (provider: Provider) => {
    setLeavingFor(provider);
    setFailure(null);
    try {
      await startOAuth(provider.id, provider.label, inviteToken);
    } catch (error) {
      setFailure(elsewhere(failureOf(error, inviteToken === undefined ? 'sign-in' : 'link')));
      setLeavingFor(null);
    }
  };

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
                  if (!leavingFor) void leave(provider);
                }}
              />
            ))}
          </div>
          <FailureNotice failure={failure} retryAt={null} busy={false} onRetry={() => undefined} />
        </>
      )}
    </div>
  );
}

/** Without ways on that lead to this very page. */
function elsewhere(failure: Failure): Failure {
  const actions = failure.actions?.filter(({ href }) => href !== window.location.pathname) ?? [];
  return { ...failure, actions };
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

let asked: Promise<Provider[]> | null = null;

/**
 * The other sign-in services that the house has switched on; none until Identity has said so, and none when it does not.
 * Asked for visitors only: whoever is signed in is shown no way in.
 */
function useProviders(): Provider[] {
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
