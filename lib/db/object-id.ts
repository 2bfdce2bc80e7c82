import { ObjectId } from 'mongodb';

const HEX = /^[0-9a-f]{24}$/;

/** ids are 24 hex digits on the wire. Null for anything else: the driver would also take 12 characters or a number. */
export function parseObjectId(id: string): ObjectId | null {
  return HEX.test(id) ? ObjectId.createFromHexString(id) : null;
}

/** The same for an id that was checked before: anything else is our own mistake, and throws. */
export function toObjectId(id: string): ObjectId {
  return ObjectId.createFromHexString(id);
}
