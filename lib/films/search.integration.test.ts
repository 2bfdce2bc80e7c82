import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { brazil, grand, screening, up } from '../../e2e/fixtures/programme-data';
import { planStages, recordCommands } from '../../e2e/fixtures/recorded-commands';
import { emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { ensureAuditoriums } from '../screenings/auditoriums';
import { ensureScreenings } from '../screenings/screenings';
import { ensureFilms } from './films';
import type { Film } from './schema';
import { findUpcomingFilms, searchFilms, searchResponse } from './search';

const now = new Date('2026-11-20T17:30:00Z');
const whatsOn = () => findUpcomingFilms(now);
beforeAll(useTestDatabase);
beforeEach(async () => {
  await emptyCollections('films', 'auditoriums', 'screenings');
  await ensureAuditoriums([grand]);
});

function film(slug: string, rest: Partial<Film> = {}): Film {
  return { ...up, slug, title: slug, directors: ['Nobody'], cast: [], ...rest };
}

async function slugsFor(question: string): Promise<string[]> {
  return (await searchFilms(question, whatsOn)).found.map(({ film: { slug } }) => slug);
}

describe('searchFilms', () => {
  const lost = film('lost-in-translation', {
    title: 'Lost in Translation',
    year: 2003,
    directors: ['Sofia Coppola'],
    cast: ['Bill Murray'],
  });
  const amelie = film('amelie', { title: 'Le Fabuleux Destin d’Amélie Poulain', year: 2001 });
  const blade = film('blade', { title: 'Blade', year: 1998, cast: ['Stephen Dorff'] });

  it.each([
    ['cop lost', ['lost-in-translation']],
    ['LOST', ['lost-in-translation']],
    ['murray 2003', ['lost-in-translation']],
    ['200', ['lost-in-translation', 'amelie']],
    ['amelie', ['amelie']],
    ['AMÉ pou', ['amelie']],
    ['damelie', ['amelie']],
    ['ost', []],
    ['lost blade', []],
    ['', []],
    ['.*', []],
    ['  –  ', []],
  ])('%j finds %j', async (question, slugs) => {
    await ensureFilms([lost, amelie, blade]);
    expect(await slugsFor(question)).toEqual(slugs);
  });

  it('has what is on first; in that and in the rest titles before people; then the next one, or the newer one', async () => {
    const list = [
      film('brando', { title: 'Other', cast: ['Marlon Brando'] }),
      film('brazil-past', { title: 'Brazil', year: 1985 }),
      film('brazil-new', { title: 'Brazil', year: 2020 }),
      film('bright', { title: 'So Bright', year: 2000 }),
      film('soon', { title: 'Another', cast: ['Bradley Cooper'] }),
      film('later', { title: 'A Bridge' }),
      film('latest', { title: 'Bringing Up Baby' }),
    ];
    await ensureFilms(list);
    await ensureScreenings([
      screening(film('brazil-past'), grand, '2026-11-20T17:30:00Z'),
      screening(film('soon'), grand, '2026-11-20T20:00:00Z'),
      screening(film('later'), grand, '2026-11-22T20:00:00Z'),
      screening(film('latest'), grand, '2026-11-23T20:00:00Z'),
    ]);
    expect(await slugsFor('br')).toEqual([
      'later',
      'latest',
      'soon',
      'brazil-new',
      'brazil-past',
      'bright',
      'brando',
    ]);
  });

  it('finds what has to come first among very many', async () => {
    const crowd = Array.from({ length: 90 }, (_, index) =>
      film(`crowd-${index}`, { cast: ['Joan Aardvark'] }),
    );
    const joker = film('joker', { title: 'Joker' });
    const on = film('zz-on', { title: 'Zz', cast: ['Zoe Joy'] });
    await ensureFilms([...crowd, joker, on]);
    await ensureScreenings([screening(on, grand, '2026-11-21T20:00:00Z')]);
    const { found, more } = await searchFilms('jo', whatsOn);
    expect(found.map(({ film: { slug } }) => slug).slice(0, 2)).toEqual(['zz-on', 'joker']);
    expect([found.length, more]).toEqual([60, true]);
    const typed = await searchResponse('jo', whatsOn);
    expect([typed.items.length, typed.more]).toEqual([8, true]);
  });

  it('forgets the words of facts that a film has no more', async () => {
    await ensureFilms([lost]);
    await ensureFilms([{ ...lost, title: 'Found', cast: [] }]);
    expect(await slugsFor('lost')).toEqual([]);
    expect(await slugsFor('found coppola')).toEqual(['lost-in-translation']);
  });
});

describe('what it costs', () => {
  it('one query beside what is on, by an index', async () => {
    await ensureFilms([up, brazil]);
    await ensureScreenings([screening(up, grand, '2026-11-21T20:00:00Z')]);
    await expectCost(['find films'], 'jord up');
  });

  it('two for letters that begin very many words', async () => {
    await ensureFilms(Array.from({ length: 90 }, (_, index) => film(`joan-${index}`)));
    await expectCost(['find films', 'find films'], 'jo');
  });

  it('none for a question without a letter', async () => {
    await expectCost([], ' ?! ');
  });

  it('two for what is on, by indexes, and one when nothing is', async () => {
    await ensureFilms([up]);
    await expectQueries(['aggregate screenings'], whatsOn);
    await ensureScreenings([screening(up, grand, '2026-11-21T20:00:00Z')]);
    await expectQueries(['aggregate screenings', 'find films'], whatsOn);
  });

  async function expectCost(queries: string[], question: string): Promise<void> {
    const on = await whatsOn();
    await expectQueries(queries, () => searchResponse(question, async () => on));
  }

  async function expectQueries(queries: string[], work: () => Promise<unknown>): Promise<void> {
    const commands = await recordCommands(work);
    const asked = commands.map(({ name, collection }) => `${name} ${collection}`);
    expect(asked.toSorted()).toEqual(queries);
    for (const command of commands) expect(await planStages(command)).not.toContain('COLLSCAN');
  }
});

it('the response has what a list shows, and no more', async () => {
  await ensureFilms([up]);
  await ensureScreenings([screening(up, grand, '2026-11-21T20:00:00Z')]);
  expect(await searchResponse('up', whatsOn)).toEqual({
    items: [
      {
        slug: 'up',
        title: 'Up',
        year: 2009,
        directors: ['Pete Docter'],
        nextStartsAt: '2026-11-21T20:00:00.000Z',
      },
    ],
    more: false,
  });
});
