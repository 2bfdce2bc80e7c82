import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/document';
import { ACCESS_NEEDS_MAX_LENGTH, type Profile, profileSchema } from './schema';

/**
 * What people store here about themselves, by Identity's user id. Personal: it is in no token, no mirror and no list, and
 * every function takes one id, that of the caller. Nobody's document is there before they have written something.
 */
interface ProfileDocument {
  _id: string;
  accessNeeds: string;
  changedAt: Date;
}

const profiles = defineCollection<ProfileDocument>({
  name: 'profiles',
  schema: {
    bsonType: 'object',
    required: ['_id', 'accessNeeds', 'changedAt'],
    properties: {
      _id: { bsonType: 'string', minLength: 1 },
      accessNeeds: { bsonType: 'string', minLength: 1, maxLength: ACCESS_NEEDS_MAX_LENGTH },
      changedAt: { bsonType: 'date' },
    },
  },
  indexes: [],
});

/** One query. */
export async function getProfile(userId: string): Promise<Profile> {
  const stored = await (await profiles()).findOne({ _id: userId });
  return stored ? parseDocument('profiles', profileSchema, stored) : { accessNeeds: null };
}

/** Replaces all of it; without anything in it the document goes. */
export async function writeProfile(
  userId: string,
  { accessNeeds }: Profile,
  changedAt: Date,
): Promise<Profile> {
  if (accessNeeds === null) {
    await deleteProfile(userId);
    return { accessNeeds };
  }
  const update = { $set: { accessNeeds, changedAt } };
  await (await profiles()).updateOne({ _id: userId }, update, { upsert: true });
  return { accessNeeds };
}

export async function deleteProfile(userId: string): Promise<void> {
  await (await profiles()).deleteOne({ _id: userId });
}
