'use client';

import { formatMoney } from '@/app/_format/numbers';
import { cinemaTime } from '@/lib/cinema-time';
import type { Money } from '@/lib/screenings/schema';
import { formatSeatCount } from './seat-text';

interface DockProps {
  count: number;
  total: Money;
  /** Why the last press chose nothing. */
  refusal: string | null;
  /** Until when these very seats are held. */
  heldUntil: string | null;
  onNext(): void;
}

/** On a narrow screen the basket is far below the plan: the choice so far, and the way there. */
export function Dock({ count, total, refusal, heldUntil, onNext }: DockProps) {
  if (count === 0 && refusal === null) return null;
  return (
    <div className="dock">
      <p className="small">
        <b>
          {count === 0 ? 'No seat chosen yet' : formatSeatCount(count)}
          {total.amountMinor > 0 && `, ${formatMoney(total)}`}
        </b>
        {refusal ?? (heldUntil && `Held until ${cinemaTime(new Date(heldUntil))}`)}
      </p>
      {count > 0 && (
        <button className="btn btn-primary btn-small" type="button" onClick={onNext}>
          {heldUntil === null ? 'Next' : 'Continue to order'}
        </button>
      )}
    </div>
  );
}
