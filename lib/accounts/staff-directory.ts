import * as z from 'zod';
import { defineCollection } from '../db/collection';
import { parseDocument } from '../db/document';
import { env } from '../env';
import { type Role, roles as parseRoles } from '../auth/policy';

const entrySchema = z.object({ roles: z.array(z.enum(parseRoles)) });

/** Roles that people get when they join: one document per address, in lower case. */
interface StaffDocument {
  _id: string;
  roles: Role[];
}

const directory = defineCollection<StaffDocument>({
  name: 'staff-directory',
  schema: {
    bsonType: 'object',
    required: ['_id', 'roles'],
    properties: {
      _id: { bsonType: 'string', minLength: 3 },
      roles: { bsonType: 'array', items: { enum: [...parseRoles] } },
    },
  },
  indexes: [],
});

/**
 * The roles of an address in the staff directory, or none. The caller must know that the person has proved that the
 * address is theirs. An empty directory is first filled from `ADMIN_EMAILS`; after that only the collection counts.
 */
export async function directoryRoles(email: string): Promise<Role[]> {
  const collection = await directory();
  const find = () => collection.findOne({ _id: email.toLowerCase() });
  const entry = (await find()) ?? ((await fillEmpty()) ? await find() : null);
  return entry ? parseDocument('staff-directory', entrySchema, entry).roles : [];
}

/** Puts an address into the directory, or gives it other roles. */
export async function setStaffRoles(email: string, roles: Role[]): Promise<void> {
  await (await directory()).updateOne({ _id: email.toLowerCase() }, { $set: { roles } }, { upsert: true });
}

async function fillEmpty(): Promise<boolean> {
  const addresses = env('ADMIN_EMAILS');
  if (addresses.length === 0 || (await (await directory()).findOne({}))) return false;
  await Promise.all(addresses.map((address) => setStaffRoles(address, ['admin'])));
  return true;
}
