import type { ObjectId } from 'mongodb';
import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/document';
import type { Transaction } from '../db/transaction';
import { numberedPlaces } from '../seating/plan-file';
import { auditoriumsById } from './auditoriums';
import { extendRuns, runs } from './runs';
import {
  accessFeatures,
  type Auditorium,
  formats,
  priceKinds,
  type SaleState,
  type SaleTimes,
  saleStates,
  type Screening,
  screeningSchema,
} from './schema';

/** What makes a screening: for the seed, later for staff. */
export interface NewScreening extends Pick<Screening, 'format' | 'subtitles' | 'features' | 'prices'> {
  /** The film's slug. */
  filmId: string;
  auditoriumId: string;
  startsAt: Date;
  /** The end, including trailers. */
  endsAt: Date;
  /** The plan that its seats are sold on; that of the auditorium unless told. */
  planId?: string;
}

/** What is absent in documents of earlier versions: they were planned, and sold nothing. */
export type ScreeningDocument = NewScreening & {
  _id: ObjectId;
  state?: SaleState;
  sale?: SaleTimes;
};

/** A screening as others see it, and the slug of the film that it shows. */
export interface ScreeningWithFilmId {
  filmId: string;
  screening: Screening;
}

/** The collection. Only the domain's own files use it. */
export const screenings = defineCollection<ScreeningDocument>({
  name: 'screenings',
  schema: {
    bsonType: 'object',
    required: ['filmId', 'auditoriumId', 'startsAt', 'endsAt', 'format', 'features', 'prices'],
    properties: {
      filmId: { bsonType: 'string' },
      auditoriumId: { bsonType: 'string' },
      startsAt: { bsonType: 'date' },
      endsAt: { bsonType: 'date' },
      format: { enum: [...formats] },
      subtitles: { bsonType: ['string', 'null'] },
      planId: { bsonType: 'string' },
      state: { enum: [...saleStates] },
      sale: { bsonType: 'object' },
      features: { bsonType: 'array', items: { enum: [...accessFeatures] } },
      prices: {
        bsonType: 'array',
        items: {
          bsonType: 'object',
          required: ['kind', 'price'],
          properties: {
            kind: { enum: [...priceKinds] },
            price: {
              bsonType: 'object',
              required: ['amountMinor', 'currency'],
              properties: { amountMinor: { bsonType: 'int', minimum: 0 }, currency: { bsonType: 'string' } },
            },
          },
        },
      },
    },
  },
  indexes: [
    // An auditorium shows one thing at a time; overlaps are the planner's to avoid, doubles the database's.
    { name: 'auditorium-start', key: { auditoriumId: 1, startsAt: 1 }, unique: true },
    { name: 'start', key: { startsAt: 1, filmId: 1 } },
    { name: 'film-start', key: { filmId: 1, startsAt: 1 } },
  ],
});

/** More than any film has ahead; a bound, so that no page grows without one. */
const UPCOMING_MAX = 200;

/** More than any cinema has planned; a bound, as above, and one batch: the driver's own first one ends at 101. */
const STARTS_MAX = 4000;

/** All screenings that start from `from` on and before `before`, soonest first. Two queries. */
export async function listScreeningsBetween(from: Date, before: Date): Promise<ScreeningWithFilmId[]> {
  const found = await (
    await screenings()
  )
    .find({ startsAt: { $gte: from, $lt: before } }, { batchSize: STARTS_MAX })
    .sort({ startsAt: 1 })
    .toArray();
  return withAuditoriums(found);
}

/** A film's screenings that start from `from` on, soonest first. Two queries. */
export async function listScreeningsOfFilm(filmId: string, from: Date): Promise<Screening[]> {
  const found = await (
    await screenings()
  )
    .find({ filmId, startsAt: { $gte: from } })
    .sort({ startsAt: 1 })
    .limit(UPCOMING_MAX)
    .toArray();
  return (await withAuditoriums(found)).map(({ screening }) => screening);
}

/** An auditorium's screenings that start from `from` on and before `before`, soonest first. One query. */
export async function listScreeningsIn(
  auditorium: Auditorium,
  from: Date,
  before: Date,
): Promise<ScreeningWithFilmId[]> {
  const found = await (
    await screenings()
  )
    .find({ auditoriumId: auditorium.id, startsAt: { $gte: from, $lt: before } })
    .sort({ startsAt: 1 })
    .limit(UPCOMING_MAX)
    .toArray();
  return found.map((document) => ({
    filmId: document.filmId,
    screening: toScreening(document, auditorium),
  }));
}

/**
 * When films start from `from` on: of these films, or of all. By slug, in the order of their next screening, each with all
 * its starts, soonest first. One query.
 */
export async function listStarts(from: Date, filmIds?: readonly string[]): Promise<Map<string, Date[]>> {
  const found = await (
    await screenings()
  )
    .find(
      { startsAt: { $gte: from }, ...(filmIds ? { filmId: { $in: [...filmIds] } } : {}) },
      { projection: { _id: 0, filmId: 1, startsAt: 1 }, batchSize: STARTS_MAX },
    )
    .sort({ startsAt: 1, filmId: 1 })
    .limit(STARTS_MAX)
    .toArray();
  const starts = new Map<string, Date[]>();
  for (const { filmId, startsAt } of found) {
    const ofFilm = starts.get(filmId);
    if (ofFilm) ofFilm.push(startsAt);
    else starts.set(filmId, [startsAt]);
  }
  return starts;
}

/** When each film that starts after `after` starts next. By slug. One query. */
export async function listNextStarts(after: Date): Promise<Map<string, Date>> {
  const found = await (
    await screenings()
  )
    .aggregate<{ _id: string; next: Date }>(
      [{ $match: { startsAt: { $gt: after } } }, { $group: { _id: '$filmId', next: { $min: '$startsAt' } } }],
      { batchSize: STARTS_MAX },
    )
    .toArray();
  return new Map(found.map(({ _id, next }) => [_id, next]));
}

/** Inserts screenings that do not exist yet, by auditorium and start. Existing ones stay as they are. */
export async function ensureScreenings(list: readonly NewScreening[], session?: Transaction): Promise<void> {
  if (list.length === 0) return;
  const rooms = await auditoriumsById(list.map(({ auditoriumId }) => auditoriumId));
  const writes = list.map(({ auditoriumId, startsAt, ...rest }) => {
    // A later plan of the auditorium does not affect tickets that were sold on this one.
    const planId = rest.planId ?? rooms.get(auditoriumId)?.planId;
    const facts = planId === undefined ? rest : { ...rest, planId };
    return {
      updateOne: { filter: { auditoriumId, startsAt }, update: { $setOnInsert: facts }, upsert: true },
    };
  });
  await (await screenings()).bulkWrite(writes, { ordered: false, ...(session && { session }) });
  await extendRuns(list, session);
}

/** Gives screenings that are there, known by auditorium and start, new facts; their film and time stay. */
export async function changeScreenings(list: readonly NewScreening[], session?: Transaction): Promise<void> {
  if (list.length === 0) return;
  const writes = list.map(({ auditoriumId, startsAt, format, subtitles, features, prices }) => ({
    updateOne: {
      filter: { auditoriumId, startsAt },
      update: { $set: { format, subtitles, features, prices } },
    },
  }));
  await (await screenings()).bulkWrite(writes, { ordered: false, ...(session && { session }) });
}

async function withAuditoriums(found: ScreeningDocument[]): Promise<ScreeningWithFilmId[]> {
  const auditoriums = await auditoriumsById(found.map(({ auditoriumId }) => auditoriumId));
  return found.map((document) => {
    const auditorium = auditoriums.get(document.auditoriumId);
    if (auditorium) return { filmId: document.filmId, screening: toScreening(document, auditorium) };
    throw new Error(`Screening ${document._id} is in ${document.auditoriumId}, which is not stored`);
  });
}

function toScreening(document: ScreeningDocument, auditorium: Auditorium): Screening {
  const { _id, startsAt, endsAt, format, subtitles, features, prices } = document;
  return parseDocument('screenings', screeningSchema, {
    id: _id.toHexString(),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    auditorium: { id: auditorium.id, name: auditorium.name },
    format,
    subtitles,
    features,
    prices,
    planId: document.planId ?? auditorium.planId ?? numberedPlaces(auditorium.seatCount).id,
  });
}

/** Gives the screenings of one film to another slug, which has none. */
export async function moveScreenings(from: string, to: string, session: Transaction): Promise<void> {
  await (await screenings()).updateMany({ filmId: from }, { $set: { filmId: to } }, { session });
  const collection = await runs();
  const run = await collection.findOne({ _id: from }, { session });
  if (!run) return;
  const { _id: _from, ...starts } = run;
  await collection.deleteOne({ _id: from }, { session });
  await collection.replaceOne({ _id: to }, starts, { upsert: true, session });
}
