import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseDocument } from './document';

const schema = z.object({ id: z.string(), seats: z.object({ free: z.int() }) });

it('parseDocument leaves behind what the schema does not name', () => {
  expect(parseDocument('halls', schema, { id: 'a', seats: { free: 1, password: 'x' }, secret: 1 })).toEqual({
    id: 'a',
    seats: { free: 1 },
  });
});

it('parseDocument names the collection and the paths, never the values', () => {
  expect(() => parseDocument('halls', schema, { id: 7, seats: { free: 'private' } })).toThrow(
    new Error('A document of halls is not of its shape: id, seats.free'),
  );
});
