import { expect, test } from 'vitest';
import { hostsOf } from './named-database';

test.each([
  ['mongodb+srv://ada:secret@cluster.example/odeon', 'cluster.example'],
  ['mongodb://localhost:27017,localhost:27018/odeon?replicaSet=rs0', 'localhost:27017,localhost:27018'],
  ['mongodb://ada:s3cret@127.0.0.1', '127.0.0.1'],
  ['postgres://ada:secret@127.0.0.1', 'an address that is none'],
])('%s leads to %s', (uri, hosts) => {
  expect(hostsOf(uri)).toBe(hosts);
});
