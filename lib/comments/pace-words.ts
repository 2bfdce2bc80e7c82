import { COMMENT_PAUSE_SECONDS } from './schema';

/** How to say that a member must wait `waitSeconds` (1 to the whole pause) before the next comment. */
export function paceWords(waitSeconds: number): string {
  const ago = COMMENT_PAUSE_SECONDS - waitSeconds;
  const posted = ago < 1 ? 'a moment ago' : ago === 1 ? '1 second ago' : `${ago} seconds ago`;
  const wait = ago < 1 ? `${waitSeconds} seconds` : `${waitSeconds} more`;
  return `You posted ${posted}. Wait ${wait}, then post; your words are still here.`;
}

/** A time to wait: `40 seconds`, `6 minutes`, `23 hours`, never shorter than it is. */
export function waitWords(seconds: number): string {
  if (seconds < 100) return counted(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? counted(minutes, 'minute') : counted(Math.ceil(minutes / 60), 'hour');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Whole seconds until `nextAt`, at least one and at most `atMost`, also when two servers' clocks differ. */
export function secondsUntil(nextAt: Date, now: Date, atMost: number): number {
  const seconds = Math.ceil((nextAt.getTime() - now.getTime()) / 1000);
  return Math.min(Math.max(seconds, 1), atMost);
}
