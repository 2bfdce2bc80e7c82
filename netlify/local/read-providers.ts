import { readProviderNames, type ProviderName } from './identity/providers';
import { PlainError } from './plain-error';

/** `google,github`, or `none`. Errors: `PlainError` for a name that Identity does not know. */
export function readProviders(text: string): ProviderName[] {
  try {
    return readProviderNames(text);
  } catch (error) {
    throw new PlainError(error instanceof Error ? error.message : String(error));
  }
}
