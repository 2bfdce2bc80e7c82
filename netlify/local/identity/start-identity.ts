import { handleApiRequest } from './api';
import type { Mail } from '../mailbox/outbox';
import { handleControlRequest } from './control';
import { createIdentity } from './core/identity';
import { type IdentityOptions, refuseInProduction, withDefaults } from './core/options';
import { Listener } from './listener';

export interface LocalIdentity {
  /** GoTrue's paths, at the root. */
  url: string;
  /** `/__local/*`: mailbox, reset, clock, faults. */
  controlUrl: string;
  /** Puts a mail of somebody else into the mailbox. */
  receive(mail: Mail): void;
  stop(): Promise<void>;
}

/**
 * Starts a server that answers as Netlify Identity does, on loopback.
 * @throws Error with one sentence: in production, on a taken port, or with a data file that cannot be read
 */
export async function startIdentity(options: IdentityOptions): Promise<LocalIdentity> {
  refuseInProduction(process.env);
  const identity = createIdentity(withDefaults(options));
  const api = new Listener(identity.config.port, (request, response) =>
    handleApiRequest(identity, request, response),
  );
  const control = new Listener(identity.config.controlPort, (request, response) =>
    handleControlRequest({ identity, api }, request, response),
  );
  await api.open();
  try {
    await control.open();
  } catch (error) {
    await api.close();
    throw error;
  }
  return {
    url: api.url,
    controlUrl: control.url,
    receive(mail) {
      identity.store.outbox.add(mail);
      identity.store.changed();
    },
    stop: async () => {
      await Promise.all([api.close(), control.close()]);
      identity.store.flush();
    },
  };
}
