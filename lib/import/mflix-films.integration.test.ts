import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { up } from '../../e2e/fixtures/programme-data';
import { comment, id, importing, movie, setOf } from '../../e2e/fixtures/sample-set';
import { databaseContents, emptyCollections, useTestDatabase } from '../../e2e/fixtures/test-database';
import { removeComment } from '../comments/moderate-comment';
import { listComments } from '../comments/listings';
import { ensureFilms, filmsBySlug, findFilm } from '../films/films';

beforeAll(useTestDatabase);
beforeEach(() => emptyCollections('films', 'comments', 'imported-films'));

describe('whose film it is', () => {
  it('a film that the cinema has is not doubled and keeps the cinema’s words; its comments come to it', async () => {
    await ensureFilms([up]);
    const folder = await setOf(
      [movie(1, { title: 'Up', year: 2009, directors: ['Pete Docter'] })],
      [comment(11, 1)],
    );
    expect((await importing(folder)).counts).toEqual({ films: [1, 0, 1, 0, 0], comments: [1, 1, 0, 0, 0] });
    expect(await findFilm('up')).toMatchObject(up);
    expect(await findFilm('up-2009')).toBeNull();
    expect((await listComments('up')).total).toBe(1);
  });

  it('two films of one title and year have an address each, whatever their order the next time', async () => {
    const [one, other, third] = [
      movie(1, { title: 'Twins', directors: ['Ana Ortiz'] }),
      movie(2, { title: 'Twins', directors: ['Jo Brand'] }),
      movie(3, { title: 'Twins', directors: ['Jo Brand'] }),
    ];
    const first = await importing(await setOf([one, other, third], [comment(11, 2)]));
    expect(first.counts.films).toEqual([3, 3, 0, 0, 0]);
    expect([...(await filmsBySlug(['twins-1931', 'twins-1931-jo-brand'])).keys()]).toHaveLength(2);
    expect((await listComments('twins-1931-jo-brand')).total).toBe(1);
    const before = await databaseContents();
    const second = await importing(await setOf([third, other, one], [comment(11, 2)]));
    expect(second.counts).toEqual({ films: [3, 0, 3, 0, 0], comments: [1, 0, 1, 0, 0] });
    expect(await databaseContents()).toEqual(before);
  });

  it('what staff change stays until the source says something new', async () => {
    await importing(await setOf([movie(1)]));
    const film = await findFilm('invented-1-1931');
    if (!film) throw new Error('The film has not come in');
    await ensureFilms([{ ...film, synopsis: 'Ours.', certificate: 'from 12' }]);
    expect((await importing(await setOf([movie(1)]))).counts.films).toEqual([1, 0, 1, 0, 0]);
    expect(await findFilm(film.slug)).toMatchObject({ synopsis: 'Ours.' });
    const changed = await importing(await setOf([movie(1, { fullplot: 'Theirs.' })]));
    expect(changed.counts.films).toEqual([1, 0, 0, 1, 0]);
    expect(await findFilm(film.slug)).toMatchObject({ synopsis: 'Theirs.', certificate: 'from 12' });
  });

  it('a film that got another address is found there, and its comments too', async () => {
    await importing(await setOf([movie(1)]));
    const film = await findFilm('invented-1-1931');
    if (!film) throw new Error('The film has not come in');
    await emptyCollections('films');
    await ensureFilms([{ ...film, slug: 'invented', formerSlugs: ['invented-1-1931'] }]);
    const { counts } = await importing(await setOf([movie(1)], [comment(11, 1)]));
    expect(counts).toEqual({ films: [1, 0, 1, 0, 0], comments: [1, 1, 0, 0, 0] });
    expect((await listComments('invented')).total).toBe(1);
  });

  it('a comment that staff removed stays removed', async () => {
    const folder = await setOf([movie(1)], [comment(11, 1)]);
    await importing(folder);
    await removeComment(id(11), { reason: 'Off the point.', by: 'staff', now: new Date() });
    expect((await importing(folder)).counts.comments).toEqual([1, 0, 1, 0, 0]);
    expect((await listComments('invented-1-1931')).total).toBe(0);
  });
});
