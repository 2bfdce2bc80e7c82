import type { Probe } from './probe';

/**
 * What a check depends on beyond GoTrue's URL and its operator token.
 * - confirm, autoconfirm: the mode of the server
 * - mail: a mailbox that can be read as `/__local/mail.json` can
 * - hooks: events reach a server that the suite runs
 * - one-second-hooks: an attempt of a hook is given up after one second
 * - secret: the secret that signs access tokens
 * - clock: the server's clock can be moved
 * - own-server: the suite may start a server with other options
 * - provider: an outside provider that plays along; bootstrap: Netlify's function bootstrap
 */
export type Need =
  | 'confirm'
  | 'autoconfirm'
  | 'mail'
  | 'hooks'
  | 'one-second-hooks'
  | 'secret'
  | 'clock'
  | 'own-server'
  | 'provider'
  | 'bootstrap';

export interface Check {
  name: string;
  needs: Need[];
  run: (t: Probe) => Promise<void>;
}

/** One guarantee of the contract, in words, and how to see that it holds. */
export function check(name: string, needs: Need[], run: (t: Probe) => Promise<void>): Check {
  return { name, needs, run };
}

/** A guarantee that no target of this suite can show yet: it is printed as not applicable, and never as passed. */
export function declared(name: string, needs: Need[]): Check {
  return check(name, needs, () => Promise.reject(new Error(`Written down but not yet checked: ${name}`)));
}
