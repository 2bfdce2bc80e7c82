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
