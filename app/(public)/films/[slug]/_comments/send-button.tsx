'use client';

import { COMMENT_MAX_LENGTH } from '@/lib/comments/schema';
import { useHydrated } from '@/app/_components/form/use-hydrated';
import { formatCharacterCount } from './count-words';
import { formatWait } from './wait-words';

interface SendButtonProps {
  /** `Post`, `Save`, and the same while it runs. */
  label: string;
  busyLabel: string;
  busy: boolean;
  secondsLeft: number;
  /** There is something to send. */
  hasWords: boolean;
  onSend(): void;
}

/** Counts down in words while it is too soon; can be focused all the time. */
export function SendButton({ label, busyLabel, busy, secondsLeft, hasWords, onSend }: SendButtonProps) {
  const isReady = useHydrated();
  const isWaiting = secondsLeft > 0;
  const waiting = isWaiting ? `${label} in ${formatWait(secondsLeft)}` : label;
  return (
    <button
      className={hasWords && !isWaiting ? 'btn go' : 'btn'}
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={isWaiting || undefined}
      disabled={!isReady}
      onClick={onSend}
    >
      {busy ? busyLabel : waiting}
    </button>
  );
}

export function LiveCount({ length }: { length: number }) {
  return (
    <span className={length > COMMENT_MAX_LENGTH ? 'count over' : 'count'}>
      {formatCharacterCount(length, COMMENT_MAX_LENGTH)}
    </span>
  );
}
