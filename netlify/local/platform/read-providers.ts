import { readProviderNames, type ProviderName } from '../identity/providers';
import { CliError } from './cli-error';

/** `google,github`, or `none`. Errors: `CliError` for a name that Identity does not know. */
export function readProviders(text: string): ProviderName[] {
  try {
    return readProviderNames(text);
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error));
  }
}
