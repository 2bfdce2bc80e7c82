import * as z from 'zod/mini';
import { moneySchema } from '../screenings/schema';
import { normalizeText, textLength } from '../text';

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
export const undoInputSchema = z.strictObject({ reason: reasonSchema });

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
  /** What is still to be paid for the whole order. */
  due: moneySchema,
});
export type ScannedTicket = z.infer<typeof scannedTicketSchema>;

export const checkInSchema = z.object({
  scanId: z.string(),
  outcome: z.enum(['admitted', 'already-in', 'refused']),
  reason: z.optional(z.enum(refusals)),
  ticket: z.optional(scannedTicketSchema),
});
export type CheckIn = z.infer<typeof checkInSchema>;
