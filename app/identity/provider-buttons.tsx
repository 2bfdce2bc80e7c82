'use client';

import { useEffect, useState } from 'react';
import type { Provider } from '@/lib/identity/wire';
import { FailureNotice } from './failure-notice';
import { failureOf } from './failure-words';
import type { Failure } from './failures';
import { cancelOAuth, startOAuth } from './provider-departure';
import { useProviders } from './provider-settings';

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
  const acts = failure.acts?.filter(({ href }) => href !== window.location.pathname) ?? [];
  return { ...failure, acts };
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
