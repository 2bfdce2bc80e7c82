import type { Probe } from './probe';
import type { Need } from './target';

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
