import type { Clock } from './clock';

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
