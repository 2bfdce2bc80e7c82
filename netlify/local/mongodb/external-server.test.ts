import { describe, expect, it, test } from 'vitest';
import { isLoopback, useExternalServer, withDatabase, databaseNameOf } from './external-server';

describe('withDatabase', () => {
  test.each([
    ['mongodb://localhost:27017', 'mongodb://localhost:27017/films'],
    ['mongodb://localhost:27017/?replicaSet=rs0', 'mongodb://localhost:27017/films?replicaSet=rs0'],
    ['mongodb://a:1,b:2/old?w=majority', 'mongodb://a:1,b:2/films?w=majority'],
    [
      'mongodb+srv://ann:secret@db.example/old?appName=x',
      'mongodb+srv://ann:secret@db.example/films?appName=x',
    ],
  ])('%s', (uri, expected) => {
    expect(withDatabase(uri, 'films')).toBe(expected);
  });

  test('a password goes on belonging to the database that the path named', () => {
    expect(withDatabase('mongodb://ann:secret@host/users', 'films')).toBe(
      'mongodb://ann:secret@host/films?authSource=users',
    );
    expect(withDatabase('mongodb://ann:secret@host/old?authSource=admin', 'films')).toBe(
      'mongodb://ann:secret@host/films?authSource=admin',
    );
  });
});

test('what is no connection string is refused in one sentence', async () => {
  await expect(useExternalServer('localhost:27017', () => {})).rejects.toThrow(
    'MONGODB_URI must look like mongodb://host:27017/ or mongodb+srv://user:password@host/',
  );
});

it.each([
  ['mongodb://127.0.0.1:27017/marquee', true],
  ['mongodb://localhost/marquee?directConnection=true', true],
  ['mongodb://user:secret@[::1]:27017/marquee', true],
  ['mongodb://127.0.0.1:27017,127.0.0.1:27018/marquee', true],
  ['mongodb+srv://user:secret@cluster0.example.net/marquee', false],
  ['mongodb://127.0.0.1:27017,db.example.net/marquee', false],
  ['mongodb://db.example.net/127.0.0.1', false],
  ['mongodb://localhost:secret@db.example.net/marquee', false],
  ['mongodb://localhost.example.net/marquee', false],
  ['', false],
])('%s is on this machine: %s', (uri, expected) => {
  expect(isLoopback(uri)).toBe(expected);
});

test.each([
  [undefined, 'marquee'],
  ['mongodb://localhost:27017', 'marquee'],
  ['mongodb://localhost:27017/?replicaSet=rs0', 'marquee'],
  ['mongodb://localhost:27017/odeon?replicaSet=rs0', 'odeon'],
  ['mongodb+srv://ada:secret@cluster.example/odeon', 'odeon'],
])('%s names the database %s', (uri, name) => {
  expect(databaseNameOf(uri)).toBe(name);
});
