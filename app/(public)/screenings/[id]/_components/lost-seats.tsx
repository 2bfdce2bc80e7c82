'use client';

import { Notice } from '@/app/_components/form/notice';
import { bestTogether } from '@/lib/seating/best-together';
import type { Seat, SeatPlan } from '@/lib/seating/schema';
import { formatSeats } from './seat-text';

interface LostSeatsProps {
  plan: SeatPlan;
  lost: readonly string[];
  /** How many chosen seats are still free. */
  remainingCount: number;
  isFree(seat: Seat): boolean;
  onTake(seats: readonly string[]): void;
}

/** Which of the chosen seats somebody else has by now, and as many others side by side. */
export function LostSeats({ plan, lost, remainingCount, isFree, onTake }: LostSeatsProps) {
  if (lost.length === 0) return null;
  const [instead] = bestTogether(plan, isFree, remainingCount + lost.length);
  return (
    <Notice
      tone="error"
      title={`${formatSeats(lost)} ${lost.length === 1 ? 'was' : 'were'} taken a moment ago`}
      extra={
        instead && (
          <button className="btn btn-small" type="button" onClick={() => onTake(instead)}>
            Take {formatSeats(instead)} instead
          </button>
        )
      }
    >
      {remainingCount > 0 && <p>Your other seats are still free.</p>}
      {!instead && <p>There aren’t that many free seats side by side any more.</p>}
    </Notice>
  );
}
