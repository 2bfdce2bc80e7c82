import { type Doing, type Failure, failureKindOf } from './failures';
import { accountFailures } from './failures-account';
import type { FailureKind } from './failures-answers';
import { linkFailures } from './failures-link';
import { serviceFailures } from './failures-service';

/** What people read, for each kind. Apart from the kinds: every page knows those, only pages about accounts need the words. */
export const failures: Record<FailureKind, Failure> = {
  ...accountFailures,
  ...linkFailures,
  ...serviceFailures,
};

export function failureOf(error: unknown, doing: Doing): Failure {
  return failures[failureKindOf(error, doing)];
}
