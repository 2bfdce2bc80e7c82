/** The server's clock. It runs at the real pace; tests may move it, so that nothing has to be waited for. */
export interface Clock {
  nowMs(): number;
  nowSec(): number;
  /** RFC 3339 UTC as Go prints it, trailing zeros of the fraction cut. */
  stamp(precision: 'micro' | 'nano'): string;
  advance(seconds: number): void;
  setNow(ms: number): void;
  reset(): void;
  offsetMs(): number;
}

export function createClock(realNow: () => number = Date.now): Clock {
  let offset = 0;
  const nowMs = () => realNow() + offset;
  return {
    nowMs,
    nowSec: () => Math.floor(nowMs() / 1000),
    stamp: (precision) => formatStamp(nowMs(), precision, Number(process.hrtime.bigint() % 1_000_000n)),
    advance: (seconds) => {
      offset += seconds * 1000;
    },
    setNow: (ms) => {
      offset = ms - realNow();
    },
    reset: () => {
      offset = 0;
    },
    offsetMs: () => offset,
  };
}

/** `belowMs` are the nanoseconds within the millisecond, which Date does not have. */
export function formatStamp(ms: number, precision: 'micro' | 'nano', belowMs: number): string {
  const whole = new Date(ms).toISOString();
  const nanos = String(belowMs).padStart(6, '0');
  const fraction = whole.slice(20, 23) + (precision === 'micro' ? nanos.slice(0, 3) : nanos);
  const trimmed = fraction.replace(/0+$/, '');
  return trimmed === '' ? `${whole.slice(0, 19)}Z` : `${whole.slice(0, 19)}.${trimmed}Z`;
}

/** What MySQL's TIMESTAMP gives back: whole seconds. */
export function toStoredStamp(stamp: string): string {
  return `${stamp.slice(0, 19)}Z`;
}

/** Go's time.Duration text of whole seconds, as in "token is expired by 1h2m3s". */
export function formatDuration(seconds: number): string {
  const h = Math.floor(seconds / 3600);
  const m = Math.floor((seconds % 3600) / 60);
  const s = seconds % 60;
  if (h > 0) return `${h}h${m}m${s}s`;
  return m > 0 ? `${m}m${s}s` : `${s}s`;
}
