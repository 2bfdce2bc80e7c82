import { Int32 } from 'mongodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brazil, cellar, grand, screening, up } from '../../e2e/fixtures/programme-data';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { database } from '../db/client';
import { ensureAuditoriums, findAuditorium } from '../screenings/auditoriums';
import { ensureScreenings } from '../screenings/screenings';
import { getFilmPage } from './film-page';
import { ensureFilms, findFilm, findRenamedFilm, getFilm } from './films';
import { listProgramme } from './programme';

const now = new Date('2026-11-20T17:30:00Z');
beforeAll(useTestDatabase);
beforeEach(async () => {
  await emptyCollections('films', 'auditoriums', 'screenings');
  await ensureFilms([up, brazil]);
  await ensureAuditoriums([grand, cellar]);
});

it("a film keeps an age label that is not in the cinema's list (any more), and its page and the programme go on", async () => {
  await ensureFilms([{ ...up, certificate: 'PG-13' }]);
  await ensureScreenings([screening(up, grand, '2026-11-20T18:00:00Z')]);
  expect((await getFilmPage('up', now)).film.certificate).toBe('PG-13');
  const [day] = (await listProgramme(now)).days;
  expect(day?.films.map(({ film }) => film.certificate)).toEqual(['PG-13']);
});

describe('ensure', () => {
  it('adds once, whatever the number of runs', async () => {
    const evening = screening(up, grand, '2026-11-20T18:00:00Z');
    await ensureScreenings([evening]);
    await ensureScreenings([{ ...evening, format: '35 mm' }]);
    await ensureFilms([up, brazil]);
    const { screenings } = await getFilmPage('up', now);
    expect(screenings).toMatchObject([{ startsAt: '2026-11-20T18:00:00.000Z', format: 'digital' }]);
  });

  it('gives a film its new facts', async () => {
    await ensureFilms([{ ...up, synopsis: 'Another.' }]);
    expect(await findFilm('up')).toEqual({ ...up, synopsis: 'Another.' });
  });

  it('leaves what the cinema added, where the new facts are silent on it', async () => {
    const { contentNotes: _notes, picture: _picture, trailer: _trailer, ...facts } = up;
    const picture = { file: 'up.avif', alt: 'A house above clouds' };
    const added = { contentNotes: ['grief'], picture, trailer: 'up.webm', formerSlugs: ['oben'] };
    await ensureFilms([{ ...facts, ...added }]);
    await ensureFilms([{ ...facts, synopsis: 'Another.' }]);
    expect(await findFilm('up')).toMatchObject({ contentNotes: ['grief'], picture, trailer: 'up.webm' });
    expect((await findRenamedFilm('oben'))?.slug).toBe('up');
    await expect(getFilm('oben')).rejects.toThrow('This film has a new address: /films/up.');
  });

  it('reads films and auditoriums of earlier versions, which lack what came later', async () => {
    const db = await database();
    const { slug: _slug, contentNotes: _notes, picture: _picture, trailer: _trailer, ...facts } = brazil;
    const oldFilm = { ...facts, _id: 'brazil', year: new Int32(1985), runtimeMinutes: new Int32(143) };
    await db.collection<{ _id: string }>('films').replaceOne({ _id: 'brazil' }, oldFilm);
    expect(await findFilm('brazil')).toEqual(brazil);
    const oldRoom = { _id: 'attic', name: 'Attic', seatCount: new Int32(9), access: 'By ladder.' };
    await db.collection<{ _id: string }>('auditoriums').insertOne(oldRoom);
    expect(await findAuditorium('attic')).toEqual({
      id: 'attic',
      name: 'Attic',
      seatCount: 9,
      access: 'By ladder.',
      wayIn: '',
      wheelchairPlaces: null,
      hearingLoop: null,
      formats: [],
      offers: [],
    });
  });

  it('is refused by the database for what is no film or no screening', async () => {
    await expect(ensureFilms([{ ...up, runtimeMinutes: -1 }])).rejects.toThrow();
    const nonsense = screening(up, grand, '2026-11-20T18:00:00Z', { format: 'VHS' as 'digital' });
    await expect(ensureScreenings([nonsense])).rejects.toThrow();
  });
});

describe('listProgramme', () => {
  it('holds fourteen days from today, by the clock of the cinema', async () => {
    await ensureScreenings([
      screening(up, grand, '2026-11-19T23:59:00Z'),
      screening(up, grand, '2026-11-20T00:00:00Z'),
      screening(brazil, cellar, '2026-11-20T18:00:00Z'),
      screening(up, grand, '2026-12-03T23:59:00Z'),
      screening(up, cellar, '2026-12-04T00:00:00Z'),
    ]);
    const programme = await listProgramme(now);
    expect(programme.today).toBe('2026-11-20');
    expect(programme.days.map(({ date, screeningCount }) => [date, screeningCount])).toEqual([
      ['2026-11-20', 2],
      ...['21', '22', '23', '24', '25', '26', '27', '28', '29', '30'].map((day) => [`2026-11-${day}`, 0]),
      ['2026-12-01', 0],
      ['2026-12-02', 0],
      ['2026-12-03', 1],
    ]);
    expect(programme.days[0]?.films).toMatchObject([
      { film: brazil, screenings: [{ auditorium: { id: 'cellar', name: 'Cellar' } }] },
    ]);
    expect(programme.days[0]?.started).toMatchObject([{ film: up }]);
  });

  it('takes four queries, each by an index, with one screening or with hundreds', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      screening(index % 2 ? up : brazil, grand, new Date(+now + index * 3_600_000).toISOString()),
    );
    await ensureScreenings(many);
    const commands = await recordCommands(() => listProgramme(now));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
      'find screenings',
      'find auditoriums',
      'find films',
      'aggregate seats',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });
});

describe('getFilmPage', () => {
  it('lists what has not begun, soonest first', async () => {
    await ensureScreenings([
      screening(up, grand, '2026-11-21T18:00:00Z'),
      screening(up, grand, '2026-11-20T17:30:00Z'),
      screening(up, cellar, '2026-11-20T17:31:00Z'),
      screening(brazil, grand, '2026-11-20T20:00:00Z'),
    ]);
    const page = await getFilmPage('up', now);
    expect(page.film).toEqual(up);
    expect(page.screenings.map(({ startsAt }) => startsAt)).toEqual([
      '2026-11-20T17:31:00.000Z',
      '2026-11-21T18:00:00.000Z',
    ]);
    expect(Object.keys(page.screenings[0] ?? {})).not.toContain('filmId');
  });

  it('takes four queries, each by an index', async () => {
    await ensureScreenings([screening(up, grand, '2026-11-21T18:00:00Z')]);
    const commands = await recordCommands(() => getFilmPage('up', now));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`).toSorted()).toEqual([
      'aggregate seats',
      'find auditoriums',
      'find films',
      'find screenings',
    ]);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  });
});
