import type { Seat, SeatPlan, SeatRow } from '@/lib/seating/schema';

export const parts = ['Left', 'Centre', 'Right'] as const;
export type Part = (typeof parts)[number];

export interface Block {
  part: Part;
  freeCount: number;
  /** The free seat nearest to the best view, or its first seat when none is free. */
  start: string;
}

export interface ZoneBlocks {
  zone: string;
  label: string;
  blocks: Block[];
}

/** A large plan in parts that fit on a screen: each zone left, centre and right of its aisles, with what is free there. */
export function blocksOf(plan: SeatPlan, isFree: (seat: Seat) => boolean): ZoneBlocks[] {
  const best = plan.rows.findIndex(({ label }) => label === plan.bestRow);
  const fromBest = plan.rows
    .map((row, index) => ({ row, distance: Math.abs(index - best) }))
    .toSorted((a, b) => a.distance - b.distance)
    .flatMap(({ row }) => seatsWithPart(row));
  return plan.zones.map(({ id, label }) => ({
    zone: id,
    label,
    blocks: parts.flatMap((part) => {
      const seats = fromBest.filter((one) => one.part === part && one.seat.zone === id);
      const free = seats.filter(({ seat }) => isFree(seat));
      const first = free[0] ?? seats[0];
      return first ? [{ part, freeCount: free.length, start: first.seat.id }] : [];
    }),
  }));
}

/** The aisles part a row; one without two of them is cut in three. The middle comes first. */
function seatsWithPart({ seats }: SeatRow): { seat: Seat; part: Part }[] {
  const gaps = seats.flatMap((seat, index) => (seat === null ? [index] : []));
  const [left, right] =
    gaps.length >= 2
      ? [gaps[0] ?? 0, gaps.at(-1) ?? 0]
      : [Math.floor(seats.length / 3), Math.ceil((seats.length * 2) / 3) - 1];
  const middle = (seats.length - 1) / 2;
  return seats
    .flatMap((seat, index) => {
      if (!seat) return [];
      const part: Part = index < left ? 'Left' : index > right ? 'Right' : 'Centre';
      return [{ seat, part, distance: Math.abs(index - middle) }];
    })
    .toSorted((a, b) => a.distance - b.distance);
}
