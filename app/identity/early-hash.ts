import { callbackKeys } from './callback';

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
