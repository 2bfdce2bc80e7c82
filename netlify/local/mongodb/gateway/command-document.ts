import { deserialize, onDemand, type Document } from 'bson';

/** Fields that speak about the session, not about the command; the gateway keeps them to itself. */
const ENVELOPE = new Set([
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
]);

export interface CommandDocument {
  /** The first field's name. */
  name: string;
  /** The first field's value: most often the collection. */
  target: unknown;
  database: string;
  /** The command without its envelope, as raw BSON: values and the order of fields stay as they were sent. */
  spec: Buffer;
  /** The session's fields. */
  envelope: Document;
}

/** Splits a raw command into what the engine sees and what the gateway keeps. */
export function readCommandDocument(body: Buffer): CommandDocument {
  const rest: Buffer[] = [];
  const taken: Buffer[] = [];
  let name = '';
  let first: Buffer | null = null;
  let databaseElement: Buffer | null = null;
  for (const [, nameOffset, nameLength, offset, length] of onDemand.parseToElements(body)) {
    const field = body.toString('utf8', nameOffset, nameOffset + nameLength);
    const element = body.subarray(nameOffset - 1, offset + length);
    if (!first) {
      first = element;
      name = field;
    }
    if (field === '$db') databaseElement = element;
    (ENVELOPE.has(field) ? taken : rest).push(element);
  }
  const outline = deserialize(toDocument([first, databaseElement].filter((element) => element !== null)));
  return {
    name,
    target: outline[name],
    database: typeof outline['$db'] === 'string' ? outline['$db'] : 'admin',
    spec: taken.length > 0 ? toDocument(rest) : body,
    envelope: taken.length > 0 ? deserialize(toDocument(taken), { promoteLongs: false }) : {},
  };
}

function toDocument(elements: Buffer[]): Buffer {
  const length = elements.reduce((sum, element) => sum + element.length, 5);
  const start = Buffer.alloc(4);
  start.writeInt32LE(length, 0);
  return Buffer.concat([start, ...elements, Buffer.alloc(1)], length);
}
