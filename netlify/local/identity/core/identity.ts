import { type Clock, createClock } from './clock';
import type { IdentityConfig } from './options';
import { ProviderCodes, type ProviderName } from './providers';
import { Store, Transaction } from './store';

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

/** Runs the work of one key one after another. */
export class KeyedLock {
  readonly #tails = new Map<string, Promise<unknown>>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#tails.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.#tails.get(key) === turn) this.#tails.delete(key);
    }
  }
}

const burst = 30;
const refillPerSec = 0.1;

/** GoTrue's token bucket for /token: 30 at once, one more every ten seconds (contract 1.1). */
export class RateLimit {
  readonly #buckets = new Map<string, { tokens: number; atMs: number }>();

  constructor(private readonly clock: Clock) {}

  take(key: string): boolean {
    const now = this.clock.nowMs();
    const bucket = this.#buckets.get(key) ?? { tokens: burst, atMs: now };
    const refilled = Math.max(0, ((now - bucket.atMs) / 1000) * refillPerSec);
    const tokens = Math.min(burst, bucket.tokens + refilled);
    const allowed = tokens >= 1;
    this.#buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, atMs: now });
    return allowed;
  }

  clear(): void {
    this.#buckets.clear();
  }
}

export const faultKinds = ['slow', 'error', 'rate-limit', 'reset', 'refuse'] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  /** Only requests to this path or below it; null means all. */
  path: string | null;
  /** How many requests it still meets; null means until cleared. */
  timesLeft: number | null;
  /** Delay of "slow" in milliseconds. */
  ms: number;
}

/** Failures that tests ask for. "refuse" is the listener's business, the others meet single requests. */
export class Faults {
  #faults: Fault[] = [];

  list(): Fault[] {
    return this.#faults;
  }

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  clear(): void {
    this.#faults = [];
  }

  refuses(): boolean {
    return this.#faults.some((fault) => fault.kind === 'refuse');
  }

  /** The first fault that applies to this request, counted down. */
  take(path: string): Fault | null {
    const fault = this.#faults.find((item) => item.kind !== 'refuse' && applies(item, path));
    if (!fault) return null;
    if (fault.timesLeft !== null) fault.timesLeft -= 1;
    this.#faults = this.#faults.filter((item) => item.timesLeft !== 0);
    return fault;
  }
}

function applies(fault: Fault, path: string): boolean {
  return fault.path === null || path === fault.path || path.startsWith(`${fault.path}/`);
}
