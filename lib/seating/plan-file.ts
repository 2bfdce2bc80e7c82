import * as z from 'zod';
import { planIdSchema, type Seat, type SeatKind, type SeatPlan, type SeatRow, zoneSchema } from './schema';

/** The meaning of each character in a row. Anything else is refused. */
const kinds: Record<string, SeatKind> = {
  o: 'seat',
  w: 'wheelchair',
  c: 'companion',
  v: 'restricted-view',
  x: 'out-of-order',
};
const GAP = '_';
const AISLE = '|';

/**
 * A seat plan as a person writes it: each row is a text with one character a place (`o` seat, `w` wheelchair place, `c`
 * companion seat beside one, `v` view partly blocked, `x` out of order, `_` gap, `|` aisle), numbered from the left.
 */
const planFileSchema = z.strictObject({
  id: planIdSchema,
  zones: z.array(zoneSchema).min(1),
  /** Labels of rows go from the screen backwards. */
  rows: z
    .array(
      z.strictObject({
        row: z.string().regex(/^[A-Z]{1,3}$/, 'one to three capital letters'),
        zone: z.string(),
        seats: z.string().min(1).max(200),
        /** The number of the first place, and by how much numbers grow: 1, 2 for odd and even sides. */
        first: z.int().min(1).max(900).default(1),
        step: z.int().min(1).max(2).default(1),
      }),
    )
    .min(1)
    .max(200),
  bestRow: z.string().optional(),
  facts: z
    .array(z.strictObject({ seats: z.array(z.string()), fact: z.string().min(1).max(200) }))
    .default([]),
});
/** A plan that cannot be one: each problem names its row and seat. */
export class SeatPlanError extends Error {
  override readonly name = 'SeatPlanError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** Reads a seat plan file. Throws `SeatPlanError` with all that is wrong at once. */
export function parseSeatPlan(file: unknown): SeatPlan {
  const parsed = planFileSchema.safeParse(file);
  if (!parsed.success) {
    throw new SeatPlanError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'plan'}: ${message}`),
    );
  }
  const { id, zones, rows, bestRow, facts } = parsed.data;
  const problems: string[] = [];
  repeated(zones.map((zone) => zone.id)).forEach((zone) => problems.push(`Zone ${zone} is there twice`));
  repeated(rows.map(({ row }) => row)).forEach((row) => problems.push(`Row ${row} is there twice`));
  const factsOf = new Map<string, string[]>();
  for (const { seats, fact } of facts) {
    for (const seat of seats) factsOf.set(seat, [...(factsOf.get(seat) ?? []), fact]);
  }
  const read = rows.map((row) => {
    if (!zones.some((zone) => zone.id === row.zone)) problems.push(`Row ${row.row}: no zone “${row.zone}”`);
    return parseRow(row, factsOf, problems);
  });
  const known = new Set(read.flatMap(({ seats }) => seats.flatMap((seat) => (seat ? [seat.id] : []))));
  for (const seat of factsOf.keys())
    if (!known.has(seat)) problems.push(`A fact is about ${seat}, which is no seat`);
  const best = bestRow ?? read[Math.floor(read.length * 0.6)]?.label ?? '';
  if (!read.some(({ label }) => label === best)) problems.push(`bestRow: no row “${best}”`);
  if (problems.length > 0) throw new SeatPlanError(problems);
  return { id, drawn: true, zones, rows: read, bestRow: best };
}

function parseRow(
  { row, zone, seats: text, first, step }: z.output<typeof planFileSchema>['rows'][number],
  facts: ReadonlyMap<string, string[]>,
  problems: string[],
): SeatRow {
  let number = first - step;
  const seats = [...text].map((character, index): Seat | null => {
    if (character === GAP || character === AISLE) return null;
    const kind = kinds[character];
    if (!kind) {
      problems.push(`Row ${row}, character ${index + 1}: “${character}” is none of o w c v x _ |`);
      return null;
    }
    number += step;
    const id = `${row}${number}`;
    const aisle = text[index - 1] === AISLE || text[index + 1] === AISLE;
    return { id, kind, zone, aisle, facts: facts.get(id) ?? [] };
  });
  return { label: row, seats: withCompanions(row, seats, problems) };
}

/** Gives each companion seat its wheelchair place: the free neighbour on its left, else the one on its right. */
function withCompanions(row: string, seats: (Seat | null)[], problems: string[]): (Seat | null)[] {
  const accompanied = new Set<string>();
  return seats.map((seat, index) => {
    if (seat?.kind !== 'companion') return seat;
    const place = [seats[index - 1], seats[index + 1]].find(
      (neighbour) => neighbour?.kind === 'wheelchair' && !accompanied.has(neighbour.id),
    );
    if (!place) {
      problems.push(`Row ${row}: companion seat ${seat.id} has no wheelchair place of its own beside it`);
      return seat;
    }
    accompanied.add(place.id);
    return { ...seat, companionOf: place.id };
  });
}

/** Numbered places without a picture: what an auditorium without a plan sells. */
export function numberedPlaces(count: number): SeatPlan {
  const seats = Array.from({ length: count }, (_, index): Seat => ({
    id: `P${index + 1}`,
    kind: 'seat',
    zone: 'all',
    aisle: false,
    facts: [],
  }));
  return {
    id: `places-${count}@1`,
    drawn: false,
    zones: [{ id: 'all', label: 'All places', supplementMinor: 0 }],
    rows: [{ label: 'P', seats }],
    bestRow: 'P',
  };
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
