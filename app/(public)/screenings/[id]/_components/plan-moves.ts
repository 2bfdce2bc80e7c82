import type { SeatPlan } from '@/lib/seating/schema';

/** The middle of the row with the best view: where somebody begins to look. */
export function middleSeat({ rows, bestRow }: SeatPlan): string {
  const row = rows.find(({ label }) => label === bestRow) ?? rows[0];
  const seats = row?.seats.filter((seat) => seat !== null) ?? [];
  return seats[Math.floor(seats.length / 2)]?.id ?? '';
}

/** Where an arrow leads from a seat: along the row, or to the place above or below it; null for any other key. */
export function neighbour({ rows }: SeatPlan, from: string, key: string): string | null {
  const rowIndex = rows.findIndex(({ seats }) => seats.some((seat) => seat?.id === from));
  const seats = rows[rowIndex]?.seats ?? [];
  const index = seats.findIndex((seat) => seat?.id === from);
  const there = seats.filter((seat) => seat !== null);
  const at = there.findIndex(({ id }) => id === from);
  if (key === 'ArrowLeft') return there[at - 1]?.id ?? null;
  if (key === 'ArrowRight') return there[at + 1]?.id ?? null;
  if (key === 'Home') return there[0]?.id ?? null;
  if (key === 'End') return there.at(-1)?.id ?? null;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const other = rows[rowIndex + (key === 'ArrowUp' ? -1 : 1)]?.seats;
  if (!other) return null;
  // Rows stand centred under the screen, whatever their length.
  const column = index + (other.length - seats.length) / 2;
  const distance = (place: number) => Math.abs(place - column);
  const nearest = other
    .flatMap((seat, place) => (seat ? [{ id: seat.id, place }] : []))
    .toSorted((a, b) => distance(a.place) - distance(b.place));
  return nearest[0]?.id ?? null;
}
