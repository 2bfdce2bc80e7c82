import type { Me } from '@/lib/accounts/schema';
import { formatDateTime } from '@/app/_components/comments/comment-time';

type Ban = NonNullable<NonNullable<Me['user']>['ban']>;

/** What still works, until when, and why. */
export function formatBan({ reason, until }: Ban): string {
  const end = until ? ` until ${formatDateTime(new Date(until))}` : '';
  const why = reason ? ` Reason given: ${reason.replace(/[.\s]+$/, '')}.` : '';
  return `You can read, but not write${end}.${why}`;
}
