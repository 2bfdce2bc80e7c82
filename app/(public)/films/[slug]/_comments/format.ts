import { normalizeText, textLength as lengthOf } from '@/lib/text';
import { COMMENT_EDIT_MINUTES } from '@/lib/comments/schema';
import type { ActionError } from '@/app/_components/form/use-action';
import type { Me } from '@/lib/accounts/schema';
import { formatDateTime } from '@/app/_components/comments/comment-card';

/** How long it is as the server counts it. */
export function textLength(text: string): number {
  return lengthOf(normalizeText(text, 'block'));
}

/** Why a text was not sent; the text itself stays where it is. */
export function formatSubmitError({ code, status, message }: ActionError): string {
  if (status === 401) return 'Your session has ended. Sign in again; we’ve kept your text here.';
  return code === 'unknown' ? 'Something went wrong. Try again; we’ve kept your text.' : message;
}

const MARKS = [10, 50, 100];

/** What a screen reader hears of the room that is left: once at 100, 50 and 10 characters, then when it is too much. */
export function announceCharacterCount(left: number): string {
  if (left < 0) return 'Too long.';
  const mark = MARKS.find((limit) => left <= limit);
  return mark === undefined ? '' : `${mark} characters left.`;
}

/** `34 of 2,000`. */
export function formatCharacterCount(length: number, max: number): string {
  return `${length.toLocaleString('en')} of ${max.toLocaleString('en')}`;
}

const MINUTE_MS = 60_000;

/** Minutes left for editing a comment, rounded up; 0 when it is over. */
export function editMinutesLeft(createdAt: string, now: Date): number {
  const passed = now.getTime() - Date.parse(createdAt);
  // A clock behind ours gives nobody more time than there is.
  return Math.min(COMMENT_EDIT_MINUTES, Math.max(0, Math.ceil(COMMENT_EDIT_MINUTES - passed / MINUTE_MS)));
}

/** `Edit, 6 minutes left`. */
export function formatEditWindow(minutesLeft: number): string {
  return `Edit, ${minutesLeft} ${minutesLeft === 1 ? 'minute' : 'minutes'} left`;
}

/** `4 seconds`, `1 second`, `5 minutes`, `23 hours`: rounded up, so that nobody comes too early. */
export function formatWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const [count, unit] =
    seconds < 60
      ? [seconds, 'second']
      : minutes < 100
        ? [minutes, 'minute']
        : [Math.ceil(minutes / 60), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

type Ban = NonNullable<NonNullable<Me['user']>['ban']>;

/** What still works, until when, and why. */
export function formatBan({ reason, until }: Ban): string {
  const end = until ? ` until ${formatDateTime(new Date(until))}` : '';
  const why = reason ? ` Reason given: ${reason.replace(/[.\s]+$/, '')}.` : '';
  return `You can read, but not write${end}.${why}`;
}
