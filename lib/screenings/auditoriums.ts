import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/document';
import { type Auditorium, auditoriumSchema, formats, type NewAuditorium } from './schema';

type AuditoriumDocument = Omit<NewAuditorium, 'id'> & { _id: string };

const auditoriums = defineCollection<AuditoriumDocument>({
  name: 'auditoriums',
  schema: {
    bsonType: 'object',
    required: ['_id', 'name', 'seatCount', 'access'],
    properties: {
      _id: { bsonType: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
      name: { bsonType: 'string', minLength: 1 },
      seatCount: { bsonType: 'int', minimum: 1 },
      access: { bsonType: 'string' },
      wayIn: { bsonType: 'string' },
      wheelchairPlaces: { bsonType: ['int', 'null'], minimum: 0 },
      hearingLoop: { bsonType: ['string', 'null'] },
      formats: { bsonType: 'array', items: { enum: [...formats] } },
      offers: { bsonType: 'array', items: { bsonType: 'string' } },
      planId: { bsonType: 'string' },
    },
  },
  indexes: [],
});

export async function findAuditorium(id: string): Promise<Auditorium | null> {
  const document = await (await auditoriums()).findOne({ _id: id });
  return document && toAuditorium(document);
}

/** Every auditorium's id. One query, of a handful of documents. */
export async function listAuditoriumIds(): Promise<string[]> {
  const found = await (
    await auditoriums()
  )
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .toArray();
  return found.map(({ _id }) => _id);
}

/** The auditoriums of these ids in one query. */
export async function auditoriumsById(ids: readonly string[]): Promise<Map<string, Auditorium>> {
  if (ids.length === 0) return new Map();
  const documents = await (await auditoriums()).find({ _id: { $in: [...new Set(ids)] } }).toArray();
  return new Map(documents.map((document) => [document._id, toAuditorium(document)]));
}

/** Writes auditoriums by their id; those that are there take the new facts. */
export async function ensureAuditoriums(list: readonly NewAuditorium[]): Promise<void> {
  if (list.length === 0) return;
  const writes = list.map(({ id, ...facts }) => ({
    updateOne: { filter: { _id: id }, update: { $set: facts }, upsert: true },
  }));
  await (await auditoriums()).bulkWrite(writes, { ordered: false });
}

function toAuditorium({ _id, ...facts }: AuditoriumDocument): Auditorium {
  return parseDocument('auditoriums', auditoriumSchema, { id: _id, ...facts });
}
