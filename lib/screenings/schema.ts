import * as z from 'zod/mini';
import { planIdSchema } from '../seating/schema';

/** Minor units: cents for EUR. `Intl.NumberFormat` shows them, never a template string. */
export const moneySchema = z.object({
  amountMinor: z.int().check(z.nonnegative()),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
export type Money = z.infer<typeof moneySchema>;

export const formats = ['digital', '35 mm', '70 mm'] as const;
export const accessFeatures = ['subtitled', 'audio-described', 'relaxed', 'wheelchair'] as const;
export type AccessFeature = (typeof accessFeatures)[number];
export const priceKinds = ['full', 'concession', 'child'] as const;

/** `grand`, as in addresses. */
export const auditoriumIdSchema = z.string().check(z.maxLength(60), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** What has a default is missing in documents of earlier versions. */
export const auditoriumSchema = z.object({
  id: auditoriumIdSchema,
  name: z.string(),
  seatCount: z.int(),
  /** How to get in, one sentence. */
  access: z.string(),
  /** The way from the street to a seat, in a few sentences. */
  wayIn: z._default(z.string(), ''),
  /** Null for a number that nobody has told. */
  wheelchairPlaces: z._default(z.nullable(z.int().check(z.nonnegative())), null),
  /** Where it works: `in all rows`. Null for none. */
  hearingLoop: z._default(z.nullable(z.string()), null),
  /** What its box can show, the best first. */
  formats: z._default(z.array(z.enum(formats)), []),
  /** What else it offers, in short phrases. */
  offers: z._default(z.array(z.string()), []),
  /** The seat plan of screenings that are planned from now on. Without one its places are numbered. */
  planId: z.optional(planIdSchema),
});
export type Auditorium = z.infer<typeof auditoriumSchema>;
/** Input for an auditorium. Fields that are absent keep their stored value. */
export type NewAuditorium = z.input<typeof auditoriumSchema>;

/** One showing of a film in an auditorium. */
export const screeningSchema = z.object({
  id: z.string(),
  startsAt: z.iso.datetime(),
  /** The end, including trailers. */
  endsAt: z.iso.datetime(),
  auditorium: z.object({ id: z.string(), name: z.string() }),
  format: z.enum(formats),
  /** The language of the subtitles, null for none. `subtitled` in `features` is the matching badge. */
  subtitles: z.nullable(z.string()),
  features: z.array(z.enum(accessFeatures)),
  prices: z.array(z.object({ kind: z.enum(priceKinds), price: moneySchema })),
  planId: z.optional(planIdSchema),
  /** How many seats are free, where it was counted: a minute old at most. */
  seatsLeft: z.optional(z.int()),
});

/** Down to so many free seats their number is said. */
export const FEW_SEATS = 10;
export type Screening = z.infer<typeof screeningSchema>;

/** Whether tickets are sold: `paused` for a while, `moved` to another time, `cancelled` permanently. */
export const saleStates = ['planned', 'paused', 'moved', 'cancelled'] as const;
export type SaleState = (typeof saleStates)[number];

/** What a screening's sale has of its own; what is absent is the cinema's default. */
export interface SaleTimes {
  opensAt?: Date;
  closesAt?: Date;
  cancelUntil?: Date;
  companionReleaseAt?: Date;
  maxTicketsPerMember?: number;
}

export const screeningParamsSchema = z.object({ id: z.string().check(z.regex(/^[0-9a-f]{24}$/)) });

/** A screening as a ticket buyer sees it. */
export const saleSchema = z.object({
  id: z.string(),
  filmSlug: z.string(),
  filmTitle: z.string(),
  auditoriumId: z.string(),
  auditoriumName: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  state: z.enum(saleStates),
  planId: z.string(),
  sale: z.object({
    opensAt: z.iso.datetime(),
    closesAt: z.iso.datetime(),
    cancelUntil: z.iso.datetime(),
    companionReleaseAt: z.iso.datetime(),
    maxTicketsPerMember: z.int(),
  }),
  categories: z.array(z.object({ id: z.string(), label: z.string() })),
  zones: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      prices: z.array(z.object({ category: z.string(), ...moneySchema.shape })),
    }),
  ),
});
export type Sale = z.infer<typeof saleSchema>;
