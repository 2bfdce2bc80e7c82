import { expect, it } from 'vitest';
import { commentInHash, commentHref, commentsHref } from './href';

const id = '655f0a1b2c3d4e5f60718293';

it('a discussion has one address for each order, and for each page of it', () => {
  expect(commentsHref('fargo', 'newest')).toBe('/films/fargo#comments');
  expect(commentsHref('fargo', 'oldest')).toBe('/films/fargo/comments?order=oldest');
  expect(commentsHref('fargo', 'newest', 'a.b')).toBe('/films/fargo/comments?order=newest&cursor=a.b');
  expect(commentHref('fargo', id)).toBe(`/films/fargo/comments/${id}`);
});

it.each([
  [`#c-${id}`, id],
  ['#c-xyz', null],
  ['#comments', null],
  ['', null],
])('the hash %s names %s', (hash, comment) => {
  expect(commentInHash(hash)).toBe(comment);
});
