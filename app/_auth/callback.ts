import type { NoticeAction, NoticeProps } from '../_components/form/notice';

/** What the hash of an address asks for, when a mail or another sign-in service sent people here (contract 3.6). Pure. */
export type Callback =
  | { kind: 'confirmation' | 'invitation' | 'recovery' | 'email-change'; token: string }
  | { kind: 'provider'; accessToken: string; refreshToken: string; expiresIn: number }
  | { kind: 'error'; error: string; description: string };

/** The notice above the page: the result of a link, or a message that another page left. */
export interface CallbackNotice {
  tone: NoticeProps['tone'];
  title: string;
  text: string;
  actions?: NoticeAction[];
  /** The same link may work in a moment. */
  canRetry?: boolean;
}

/** Shown while a link is being processed. */
export const progress: Record<Callback['kind'], string> = {
  confirmation: 'Confirming your address',
  invitation: 'Opening your invitation',
  recovery: 'Checking your link',
  'email-change': 'Changing your address',
  provider: 'Signing you in',
  error: 'Reading the reply',
};

const tokens = [
  ['confirmation_token', 'confirmation'],
  ['invite_token', 'invitation'],
  ['recovery_token', 'recovery'],
  ['email_change_token', 'email-change'],
] as const;

/** Every key that a link may bring; whatever has one of them must not stay in the address. */
const callbackKeys: readonly string[] = [...tokens.map(([key]) => key), 'access_token', 'error'];

/** Null for any other hash, such as `#comments`: those are places on a page and stay. */
export function readCallback(hash: string): Callback | null {
  const given = new URLSearchParams(hash.replace(/^#\/?/, ''));
  for (const [key, kind] of tokens) {
    const token = given.get(key);
    if (token !== null) return { kind, token };
  }
  const accessToken = given.get('access_token');
  const refreshToken = given.get('refresh_token');
  if (accessToken !== null && refreshToken !== null) {
    return {
      kind: 'provider',
      accessToken,
      refreshToken,
      expiresIn: Number(given.get('expires_in') ?? 3600),
    };
  }
  const error = given.get('error') ?? (accessToken === null ? null : 'invalid_request');
  if (error === null) return null;
  return { kind: 'error', error, description: given.get('error_description') ?? '' };
}

declare global {
  interface Window {
    /** The hash of the address as it came, when it was a callback. */
    earlyHash?: string;
  }
}

/**
 * Runs while the document is still being read: it takes a callback out of the address before Next's router sees it, which
 * would keep the whole hash with the page and put it back whenever somebody returns there.
 */
export const stripCallbackScript = `(function () {
  if (!/[#&/](${callbackKeys.join('|')})=/.test(location.hash)) return;
  window.earlyHash = location.hash;
  history.replaceState(history.state, '', location.pathname + location.search);
})();`;

/** What the script has taken, once. */
export function takeStrippedHash(): string {
  const hash = window.earlyHash ?? '';
  delete window.earlyHash;
  return hash;
}
