import { describe, expect, it } from 'vitest';
import { personHref, personSlug, personSlugs } from './person-slug';

describe('personSlug', () => {
  it.each([
    ['Agnès Varda', 'agnes-varda'],
    ['AGNES  VARDA', 'agnes-varda'],
    ['Lupita Nyong’o', 'lupita-nyongo'],
    ["Lupita Nyong'o", 'lupita-nyongo'],
    ['Joaquín Cosío', 'joaquin-cosio'],
    ['Krzysztof Kieślowski', 'krzysztof-kieslowski'],
    ['Mads Brügger', 'mads-brugger'],
    ['Søren Kragh-Jacobsen', 'soren-kragh-jacobsen'],
    ['Jean-Luc Godard', 'jean-luc-godard'],
    ['William H. Macy', 'william-h-macy'],
    ['王家卫', '王家卫'],
    ['Ёлка', 'елка'],
    ['Łukasz Þór Œdipe Đặng Weiß', 'lukasz-thor-oedipe-dang-weiss'],
    // The search spells these letters, addresses never did: they must stay as they are.
    ['Ħal Ŧon Ŋaba', 'ħal-ŧon-ŋaba'],
    ['?', ''],
  ])('%s is %s', (name, slug) => expect(personSlug(name)).toBe(slug));

  it('is never longer than 120 characters, nor ends in a hyphen', () => {
    expect(personSlug(`${'x'.repeat(119)} y`)).toBe('x'.repeat(119));
    expect(personSlug('x'.repeat(300))).toBe('x'.repeat(120));
  });

  it('of a slug is the slug', () => {
    for (const name of ['Agnès Varda', '王家卫', 'Søren Kragh-Jacobsen']) {
      expect(personSlug(personSlug(name))).toBe(personSlug(name));
    }
  });
});

it('people of a film: names everybody once, whoever directs and plays', () => {
  expect(personSlugs(['Joel Coen', 'Ethan Coen'], ['joel coen', 'Frances McDormand', '—'])).toEqual([
    'joel-coen',
    'ethan-coen',
    'frances-mcdormand',
  ]);
});

it('people of a film: makes addresses of them', () => {
  expect(personHref('Agnès Varda')).toBe('/people/agnes-varda');
  expect(personHref('王家卫')).toBe('/people/%E7%8E%8B%E5%AE%B6%E5%8D%AB');
  expect(personHref('…')).toBeNull();
});
