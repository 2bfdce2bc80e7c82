import { expect, test } from 'vitest';
import { databaseNameOf } from './database';

test.each([
  [undefined, 'marquee'],
  ['mongodb://localhost:27017', 'marquee'],
  ['mongodb://localhost:27017/?replicaSet=rs0', 'marquee'],
  ['mongodb://localhost:27017/odeon?replicaSet=rs0', 'odeon'],
  ['mongodb+srv://ada:secret@cluster.example/odeon', 'odeon'],
])('%s names the database %s', (uri, name) => {
  expect(databaseNameOf(uri)).toBe(name);
});
