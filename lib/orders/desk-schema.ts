import * as z from 'zod/mini';
import { moneySchema, saleStates } from '../screenings/schema';
import { seatIdSchema } from '../seating/schema';
import { normalizeText, textLength } from '../text';
import { balanceSchema, cancellationInputSchema, holdInputSchema, orderSchema } from './schema';

const SHORT_MAX = 60;
const REASON_MAX = 200;

const line = (max: number) =>
  z.string().check(
    z.overwrite((text) => normalizeText(text, 'line')),
    z.minLength(1, 'Write something.'),
    z.refine((text) => textLength(text) <= max, `Use at most ${max} characters.`),
  );

/** Why staff did something that somebody may ask about later. */
const reasonSchema = line(REASON_MAX);

/** One scan at a door. The device makes `scanId`: the same scan that is handed in twice counts once. */
export const checkInInputSchema = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(100)),
  door: line(SHORT_MAX),
  scanId: z.uuid(),
  /** When the device scanned it, for a scan that is handed in later. */
  at: z.optional(z.iso.datetime()),
  /** The screening that this door lets in; any of today's unless told. */
  screeningId: z.optional(z.string().check(z.regex(/^[0-9a-f]{24}$/))),
});
export type CheckInInput = z.infer<typeof checkInInputSchema>;

export const scanParamsSchema = z.object({ scanId: z.uuid() });
/** For acts that need nothing but their reason. */
export const reasonInputSchema = z.strictObject({ reason: reasonSchema });

const refusals = ['unknown-code', 'other-screening', 'screening-cancelled', 'ticket-cancelled'] as const;

/** What the door shows of a ticket: nothing of who bought it. */
export const scannedTicketSchema = z.object({
  id: z.string(),
  orderId: z.string(),
  screeningId: z.string(),
  film: z.object({ slug: z.string(), title: z.string() }),
  auditorium: z.object({ id: z.string(), name: z.string() }),
  startsAt: z.iso.datetime(),
  seat: z.string(),
  zoneLabel: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  /** The wheelchair place that this companion seat goes with. */
  companionOf: z.nullable(z.string()),
  /** When and at which door its holder came in. */
  admittedAt: z.nullable(z.iso.datetime()),
  admittedDoor: z.nullable(z.string()),
  /** For the whole order. */
  due: balanceSchema,
});
export type ScannedTicket = z.infer<typeof scannedTicketSchema>;

export const checkInSchema = z.object({
  scanId: z.string(),
  outcome: z.enum(['admitted', 'already-in', 'refused']),
  reason: z.optional(z.enum(refusals)),
  ticket: z.optional(scannedTicketSchema),
});
export type CheckIn = z.infer<typeof checkInSchema>;

const daySchema = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((day) => !Number.isNaN(Date.parse(`${day}T00:00Z`)), 'There is no such day.'),
);
export const deskDayQuerySchema = z.object({ day: z.optional(daySchema) });

const deskScreening = {
  id: z.string(),
  film: z.object({ slug: z.string(), title: z.string() }),
  auditorium: z.object({ id: z.string(), name: z.string() }),
  startsAt: z.iso.datetime(),
  state: z.enum(saleStates),
};

/** A day's screenings with how they sell. `sold`, `held`, `blocked` and `free` add up to `seats`. */
export const deskScreeningsSchema = z.object({
  day: z.string(),
  today: z.string(),
  screenings: z.array(
    z.object({
      ...deskScreening,
      /** All that the plan has, but for seats out of order. */
      seats: z.int(),
      sold: z.int(),
      held: z.int(),
      blocked: z.int(),
      free: z.int(),
      /** `expected`: what all confirmed tickets cost; `received`: what came in, less what went back. */
      takings: z.object({ expected: moneySchema, received: moneySchema }),
    }),
  ),
});
export type DeskScreenings = z.infer<typeof deskScreeningsSchema>;

/** Who bought it. `door`: a sale at the desk without an account; `deleted`: the account is gone. */
const buyerSchema = z.object({
  kind: z.enum(['member', 'door', 'deleted']),
  memberId: z.nullable(z.string()),
  name: z.string(),
});

export const screeningParamsSchema = z.object({ id: z.string().check(z.regex(/^[0-9a-f]{24}$/)) });
export const deskSearchQuerySchema = z.object({ search: z.optional(z.string().check(z.maxLength(100))) });

const deskOrderSchema = z.object({ ...orderSchema.shape, buyer: buyerSchema });
export type DeskOrder = z.infer<typeof deskOrderSchema>;

/** A screening's orders with who bought them, without the codes of their tickets. */
export const deskOrdersSchema = z.object({
  screening: z.object(deskScreening),
  orders: z.array(deskOrderSchema),
  blocked: z.array(z.object({ seat: z.string(), reason: z.string() })),
});
export type DeskOrders = z.infer<typeof deskOrdersSchema>;

/** One order, with the buyer's address as Identity has it now; null when there is none or Identity does not respond. */
export const deskOrderDetailsSchema = z.object({ ...deskOrderSchema.shape, email: z.nullable(z.string()) });
export type DeskOrderDetails = z.infer<typeof deskOrderDetailsSchema>;

const SEATS_MAX = 100;

export const blockInputSchema = z.strictObject({
  seats: z.array(seatIdSchema).check(z.minLength(1), z.maxLength(SEATS_MAX)),
  reason: reasonSchema,
});
export type BlockInput = z.infer<typeof blockInputSchema>;

/** `paid`: the money has come in with the sale. */
export const deskSaleInputSchema = z.strictObject({ ...holdInputSchema.shape, paid: z.boolean() });
export type DeskSaleInput = z.infer<typeof deskSaleInputSchema>;

export const deskCancellationInputSchema = z.strictObject({
  ...cancellationInputSchema.shape,
  reason: reasonSchema,
});
