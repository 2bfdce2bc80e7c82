import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/document';
import { ACCESS_NEEDS_MAX_LENGTH, type Profile, profileSchema } from './schema';

/**
 * A private profile, by Identity user id. It is in no token, mirror or list, and every function takes only the
 * caller's own id. There is no document until something is saved.
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

/** Replaces the profile; deletes the document if nothing is left. */
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
