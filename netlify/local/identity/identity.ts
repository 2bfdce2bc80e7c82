import { createClock, type Clock } from './clock';
import { Faults } from './faults';
import { KeyedLock } from './keyed-lock';
import type { IdentityConfig } from './options';
import { ProviderCodes } from './provider-codes';
import type { ProviderName } from './providers';
import { RateLimit } from './rate-limit';
import { Store } from './store';
import { Transaction } from './transaction';

/** Everything that endpoints work with. */
export interface Identity {
  config: IdentityConfig;
  clock: Clock;
  store: Store;
  faults: Faults;
  rateLimit: RateLimit;
  /** The outside providers that are on; `/__local/providers` switches them. */
  providers: Set<ProviderName>;
  providerCodes: ProviderCodes;
  /** One at a time per address, so that two sign-ups at once do not make two accounts. */
  addresses: KeyedLock;
}

export function createIdentity(config: IdentityConfig): Identity {
  const clock = createClock();
  return {
    config,
    clock,
    store: new Store(config.dataFile),
    faults: new Faults(),
    rateLimit: new RateLimit(clock),
    providers: new Set(config.providers),
    providerCodes: new ProviderCodes(),
    addresses: new KeyedLock(),
  };
}

/** Runs `work` and commits what it wrote; when it throws, nothing was written. */
export async function inTransaction<T>(
  identity: Identity,
  work: (tx: Transaction) => Promise<T> | T,
): Promise<T> {
  const tx = new Transaction(identity.store, identity.clock);
  const result = await work(tx);
  tx.commit();
  return result;
}
