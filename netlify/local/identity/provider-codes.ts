import type { OutsidePerson } from './providers';
import { secureToken } from './tokens';

const capacity = 100;

/** The codes that the local provider gives out, good once each: for what they stand is never in an address. */
export class ProviderCodes {
  readonly #people = new Map<string, OutsidePerson>();

  issue(person: OutsidePerson): string {
    const code = secureToken();
    this.#people.set(code, person);
    const [oldest] = this.#people.keys();
    if (this.#people.size > capacity && oldest !== undefined) this.#people.delete(oldest);
    return code;
  }

  /** Null for a code that was never given out, or used already. */
  take(code: string): OutsidePerson | null {
    const person = this.#people.get(code) ?? null;
    this.#people.delete(code);
    return person;
  }

  clear(): void {
    this.#people.clear();
  }
}
