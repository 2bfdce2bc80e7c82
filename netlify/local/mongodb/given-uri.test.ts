import { describe, expect, test } from 'vitest';
import { useExternalServer, withDatabase } from './given-uri';

describe('withDatabase', () => {
  test.each([
    ['mongodb://localhost:27017', 'mongodb://localhost:27017/films'],
    ['mongodb://localhost:27017/?replicaSet=rs0', 'mongodb://localhost:27017/films?replicaSet=rs0'],
    ['mongodb://a:1,b:2/old?w=majority', 'mongodb://a:1,b:2/films?w=majority'],
    [
      'mongodb+srv://ann:secret@house.example/old?appName=x',
      'mongodb+srv://ann:secret@house.example/films?appName=x',
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
