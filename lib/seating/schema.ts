import * as z from 'zod/mini';

/** What a place in a plan is. Where somebody sits in their own wheelchair there is no chair. */
export const seatKinds = ['seat', 'wheelchair', 'companion', 'restricted-view', 'out-of-order'] as const;
export type SeatKind = (typeof seatKinds)[number];

/** `C7`: the row and the number, unique in the plan. */
export const seatIdSchema = z.string().check(z.regex(/^[A-Z]{1,3}[1-9]\d{0,2}$/));

/** `grand@1`: a plan never changes, a new one has the next version. */
export const planIdSchema = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*@[1-9]\d*$/));

export const zoneSchema = z.object({
  id: z.string().check(z.maxLength(40), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  label: z.string().check(z.minLength(1), z.maxLength(60)),
  /** What a place here costs more (or less) than the screening's price, in minor units. A free one stays free. */
  supplementMinor: z._default(z.int(), 0),
});

export const seatSchema = z.object({
  id: seatIdSchema,
  kind: z.enum(seatKinds),
  zone: z.string(),
  /** The wheelchair place that this companion seat belongs to. */
  companionOf: z.optional(seatIdSchema),
  /** On an aisle: one can leave without passing anybody. */
  aisle: z.boolean(),
  /** What one should know before choosing it: steps, sight line, space. */
  facts: z.array(z.string()),
});
export type Seat = z.infer<typeof seatSchema>;

/** Null is a gap: seats on its two sides are no neighbours. */
export const seatRowSchema = z.object({ label: z.string(), seats: z.array(z.nullable(seatSchema)) });
export type SeatRow = z.infer<typeof seatRowSchema>;

/** The places of an auditorium, from the screen backwards, each row from left to right. */
export const seatPlanSchema = z.object({
  id: planIdSchema,
  /** False for numbered places without a picture. */
  drawn: z.boolean(),
  zones: z.array(zoneSchema),
  rows: z.array(seatRowSchema),
  /** The row with the best view. */
  bestRow: z.string(),
});
export type SeatPlan = z.infer<typeof seatPlanSchema>;

/** The plan: a screening has one at a time, and the response at this address never changes. */
export const planQuerySchema = z.object({ plan: z.optional(planIdSchema) });

/** All seats of a plan in its order: that of the occupancy's characters. */
export function seatsOf({ rows }: SeatPlan): Seat[] {
  return rows.flatMap(({ seats }) => seats.filter((seat) => seat !== null));
}
