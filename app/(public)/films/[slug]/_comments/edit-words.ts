import { COMMENT_EDIT_MINUTES } from '@/lib/comments/schema';

const MINUTE_MS = 60_000;

/** Whole minutes in which a comment can still be edited, begun ones included; 0 when it is over. */
export function editMinutesLeft(createdAt: string, now: Date): number {
  const passed = now.getTime() - Date.parse(createdAt);
  // A clock behind ours gives nobody more time than there is.
  return Math.min(COMMENT_EDIT_MINUTES, Math.max(0, Math.ceil(COMMENT_EDIT_MINUTES - passed / MINUTE_MS)));
}

/** `Edit, 6 minutes left`. */
export function formatEditWindow(minutesLeft: number): string {
  return `Edit, ${minutesLeft} ${minutesLeft === 1 ? 'minute' : 'minutes'} left`;
}
