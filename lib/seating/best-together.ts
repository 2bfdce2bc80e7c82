import type { Seat, SeatPlan, SeatRow } from './schema';

export interface Wishes {
  zone?: string;
  /** One of the seats is on an aisle. */
  aisle?: boolean;
}

interface Block {
  seats: Seat[];
  /** How many free seats this choice would leave alone between taken ones. */
  leftAlone: number;
  /** From the place with the best view, in seats. */
  distance: number;
}

/**
 * Finds the best block of `count` free neighbouring seats in one row, and further blocks without seats of better
 * ones, for buyers who lose the first. Only plain seats: wheelchair places, companion seats and restricted views are
 * for people who ask for them. Blocks that leave no single seat come first, then those nearest to the best view; ties
 * go from the screen backwards and from left to right, so that the same input has the same result.
 */
export function bestTogether(
  plan: SeatPlan,
  isFree: (seat: Seat) => boolean,
  count: number,
  { zone, aisle = false }: Wishes = {},
): string[][] {
  const best = plan.rows.findIndex(({ label }) => label === plan.bestRow);
  const offered = (seat: Seat | null | undefined) =>
    seat?.kind === 'seat' && isFree(seat) && (zone === undefined || seat.zone === zone);
  const blocks = plan.rows.flatMap((row, rowIndex) =>
    blocksOf(row, count, offered).map((start): Block => {
      const seats = row.seats.slice(start, start + count) as Seat[];
      const middle = start + (count - 1) / 2 - (row.seats.length - 1) / 2;
      return {
        seats,
        leftAlone: leftAloneBy(row, isFree, new Set(seats.map(({ id }) => id))).length,
        // Rows are further apart than seats are.
        distance: Math.hypot(middle, (rowIndex - best) * 1.5),
      };
    }),
  );
  const wished = aisle ? blocks.filter(({ seats }) => seats.some((seat) => seat.aisle)) : blocks;
  const sorted = wished.toSorted((a, b) => a.leftAlone - b.leftAlone || a.distance - b.distance);
  return withoutOverlaps(sorted).map(({ seats }) => seats.map(({ id }) => id));
}

/** The free seats that `chosen` would leave alone: nothing but taken, chosen or missing seats on both sides. */
export function leftAlone(
  plan: SeatPlan,
  isFree: (seat: Seat) => boolean,
  chosen: ReadonlySet<string>,
): string[] {
  return plan.rows.flatMap((row) => leftAloneBy(row, isFree, chosen));
}

function leftAloneBy(row: SeatRow, isFree: (seat: Seat) => boolean, chosen: ReadonlySet<string>): string[] {
  const stillFree = (seat: Seat | null | undefined) => Boolean(seat && !chosen.has(seat.id) && isFree(seat));
  return row.seats.flatMap((seat, index) => {
    if (!seat || seat.kind !== 'seat' || !stillFree(seat)) return [];
    const [left, right] = [row.seats[index - 1], row.seats[index + 1]];
    const isBesideChosen = [left, right].some((neighbour) => neighbour && chosen.has(neighbour.id));
    return isBesideChosen && !stillFree(left) && !stillFree(right) ? [seat.id] : [];
  });
}

/** Where `count` neighbours begin that are all offered. */
function blocksOf(
  row: SeatRow,
  count: number,
  offered: (seat: Seat | null | undefined) => boolean,
): number[] {
  return row.seats.flatMap((_, start) =>
    Array.from({ length: count }, (_unused, step) => row.seats[start + step]).every(offered) ? [start] : [],
  );
}

function withoutOverlaps(sorted: readonly Block[]): Block[] {
  const used = new Set<string>();
  return sorted.filter(({ seats }) => {
    if (seats.some(({ id }) => used.has(id))) return false;
    seats.forEach(({ id }) => used.add(id));
    return true;
  });
}
