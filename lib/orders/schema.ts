import * as z from 'zod/mini';
import { moneySchema, saleStates } from '../screenings/schema';
import { seatIdSchema } from '../seating/schema';

/** Tickets are stored in their order, so their number is limited. */
const TICKETS_MAX = 10;

const screeningIdSchema = z.string().check(z.regex(/^[0-9a-f]{24}$/));
const orderIdSchema = z.string().check(z.regex(/^[0-9a-f]{32}$/));
export const orderParamsSchema = z.object({ id: orderIdSchema });
const ticketIdSchema = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const categorySchema = z.string().check(z.maxLength(40), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** What somebody wants: each seat with the price category of who sits there. */
export const holdInputSchema = z.strictObject({
  screeningId: screeningIdSchema,
  tickets: z.array(z.strictObject({ seat: seatIdSchema, category: categorySchema })).check(
    z.minLength(1, 'Choose at least one seat.'),
    z.maxLength(TICKETS_MAX, `An order has at most ${TICKETS_MAX} tickets.`),
    z.refine(
      (tickets) => new Set(tickets.map(({ seat }) => seat)).size === tickets.length,
      'Each seat can be in an order once.',
    ),
  ),
});
export type HoldInput = z.infer<typeof holdInputSchema>;

/** Other categories for seats that are held. */
export const categoriesInputSchema = z.pick(holdInputSchema, { tickets: true });

/** Which tickets to cancel; all when none are named. */
export const cancellationInputSchema = z.strictObject({
  tickets: z.optional(z.array(ticketIdSchema).check(z.minLength(1), z.maxLength(TICKETS_MAX))),
});

/** What is stored. `lapsed` is no stored state: it is a held order whose time is over. */
export const storedStates = ['held', 'released', 'replaced', 'confirmed', 'cancelled'] as const;
const orderStates = [...storedStates, 'lapsed'] as const;
export const paymentStates = ['none', 'due', 'paid', 'refund-due', 'refunded'] as const;

/** What is still to be paid; below zero what is to be given back. */
export const balanceSchema = z.object({ ...moneySchema.shape, amountMinor: z.int() });

const ticketSchema = z.object({
  id: z.string(),
  seat: z.string(),
  zone: z.string(),
  category: z.string(),
  /** As they were called when the ticket was bought. */
  zoneLabel: z.string(),
  categoryLabel: z.string(),
  price: moneySchema,
  state: z.enum(['valid', 'cancelled']),
  /** When its holder came in. */
  admittedAt: z.nullable(z.iso.datetime()),
  /** The code that is scanned at the door; null but for valid tickets in confirmed orders. */
  code: z.nullable(z.string()),
});

export const orderSchema = z.object({
  id: orderIdSchema,
  screeningId: screeningIdSchema,
  state: z.enum(orderStates),
  /** Until when the seats are held, by the database's clock; `now` is that clock. */
  heldUntil: z.iso.datetime(),
  now: z.iso.datetime(),
  /** Whether the time can still be extended. */
  canExtend: z.boolean(),
  /** Until when it can be cancelled online. */
  cancelUntil: z.iso.datetime(),
  film: z.object({ slug: z.string(), title: z.string() }),
  auditorium: z.object({ id: z.string(), name: z.string() }),
  startsAt: z.iso.datetime(),
  /** The screening as it is now, when it was moved or cancelled after the order. */
  screening: z.object({ state: z.enum(saleStates), startsAt: z.iso.datetime() }),
  tickets: z.array(ticketSchema),
  total: moneySchema,
  /** Tax that is in the total, by rate in percent. */
  taxes: z.array(z.object({ rate: z.number(), amount: moneySchema })),
  payment: z.object({ state: z.enum(paymentStates), method: z.string(), due: balanceSchema }),
});
export type Order = z.infer<typeof orderSchema>;

export const orderListSchema = z.object({ orders: z.array(orderSchema) });
export type OrderList = z.infer<typeof orderListSchema>;

/** Who sits where, the same for everybody: one character a seat in the plan's order, `.` free, `x` taken. */
export const occupancySchema = z.object({
  planId: z.string(),
  seats: z.string(),
  /** How many seats are free in each zone. */
  free: z.record(z.string(), z.int()),
  at: z.iso.datetime(),
});
export type Occupancy = z.infer<typeof occupancySchema>;
