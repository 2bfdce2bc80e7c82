import { beforeAll, beforeEach, expect, it } from 'vitest';
import { grand } from '../../e2e/fixtures/programme-data';
import { runImport, tableOf } from '../../e2e/fixtures/import-run';
import { databaseContents, emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { auditoriumsById, ensureAuditoriums } from '../screenings/auditoriums';
import { importAuditoriums } from './import-auditoriums';

beforeAll(useTestDatabase);
beforeEach(() => emptyCollections('auditoriums'));

it('importAuditoriums writes auditoriums, and changes nothing the second time', async () => {
  const file = 'docs/import/auditoriums.csv';
  const first = await runImport((run) => importAuditoriums(file, run));
  expect(first).toEqual({ counts: { auditoriums: [2, 2, 0, 0, 0] }, printed: [] });
  expect((await auditoriumsById(['grand'])).get('grand')).toEqual({
    id: 'grand',
    name: 'Grand',
    seatCount: 280,
    access: 'Step-free from the street, six wheelchair places.',
    wayIn: 'Through the left-hand doors and straight on.',
    wheelchairPlaces: 6,
    hearingLoop: 'in all rows',
    formats: ['70 mm', '35 mm', 'digital'],
    offers: ['A balcony'],
  });
  const stored = await databaseContents();
  const second = await runImport((run) => importAuditoriums(file, run));
  expect(second.counts).toEqual({ auditoriums: [2, 0, 2, 0, 0] });
  expect(await databaseContents()).toEqual(stored);
});

it('importAuditoriums changes what the line says, refuses what it cannot read, and writes nothing in a dry run', async () => {
  await ensureAuditoriums([grand]);
  const before = await databaseContents();
  const file = await tableOf(
    'name,seats,access,formats',
    'Grand,210,,',
    'grand,220,,',
    'Loft,many,By stairs.,',
    'Attic,20,,',
    'Yard,20,By the gate.,VHS',
    '!!,20,By the gate.,',
    ',20,By the gate.,',
    'Garden,20,By the gate.,digital',
  );
  const dry = await runImport((run) => importAuditoriums(file, run), { dryRun: true });
  expect(dry.printed.toSorted()).toEqual([
    'table.csv:2: changed, Grand as grand: seatCount',
    'table.csv:3: refused, an earlier line has this auditorium: line 2',
    'table.csv:4: refused, a number that cannot be right: “many”',
    'table.csv:5: refused, no words on how to get in',
    'table.csv:6: refused, an unknown format: “VHS”; use digital, 35 mm, 70 mm',
    'table.csv:7: refused, its id is none: small letters, digits and hyphens, 60 at most',
    'table.csv:8: refused, no name',
    'table.csv:9: new, Garden as garden',
  ]);
  expect(await databaseContents()).toEqual(before);
  const { counts } = await runImport((run) => importAuditoriums(file, run));
  expect(counts).toEqual({ auditoriums: [8, 1, 0, 1, 6] });
  expect((await auditoriumsById(['grand'])).get('grand')).toMatchObject({
    seatCount: 210,
    access: grand.access,
  });
});
