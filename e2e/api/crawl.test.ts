import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Site, startSite } from '../fixtures/site';

/** Follows every link of the site from its front door, as a search engine would. */
interface Visited {
  status: number;
  ids: Set<string>;
  links: string[];
}

type Element = DefaultTreeAdapterTypes.Element;

let site: Site;
const visited = new Map<string, Visited>();
/** Where each address was found, for the words of a failure. */
const foundOn = new Map<string, string>();

beforeAll(async () => {
  site = await startSite({ mongodbUri: inject('mongodbUri'), seed: 'small' });
  const queue = ['/'];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (visited.has(path)) continue;
    const page = await visit(path);
    visited.set(path, page);
    for (const link of page.links) {
      const target = withoutHash(link);
      if (!foundOn.has(target)) foundOn.set(target, path);
      if (isWorthIt(target, path)) queue.push(target);
    }
  }
}, 240_000);
afterAll(() => site?.stop());

/** Each choice of the programme leads to many others, which are the same page: from those that `/` offers it goes no further. */
function isWorthIt(target: string, from: string): boolean {
  const isChoice = target.startsWith('/programme') || target.startsWith('/search');
  return !visited.has(target) && !(isChoice && from !== '/');
}

async function visit(path: string): Promise<Visited> {
  const answer = await fetch(site.url + path, { redirect: 'manual' });
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!isPage) {
    await answer.arrayBuffer();
    return { status: answer.status, ids: new Set(), links: [] };
  }
  const elements = elementsOf(parse(await answer.text()));
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  const addresses = elements.flatMap(addressesOf).flatMap((address) => internal(address, path) ?? []);
  return { status: answer.status, ids: new Set(ids), links: addresses };
}

function elementsOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function addressesOf(element: Element): string[] {
  const names = ['href', 'src', 'action'];
  const isOpenGraph = attribute(element, 'property')?.startsWith('og:image') ?? false;
  const content = isOpenGraph ? attribute(element, 'content') : undefined;
  const found = names.flatMap((name) => attribute(element, name) ?? []);
  return content?.startsWith('http') ? [...found, content] : found;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** Path, query and hash of an address of the site's own, as seen from `base`. */
function internal(address: string, base: string): string | null {
  const url = new URL(address, site.url + base);
  return url.origin === site.url ? url.pathname + url.search + url.hash : null;
}

function withoutHash(link: string): string {
  return link.split('#')[0] ?? link;
}

describe('a walk from the front door', () => {
  it('reaches everything that the site has', () => {
    const paths = [...visited.keys()];
    for (const path of [
      '/films/fargo',
      '/films',
      '/visit',
      '/privacy',
      '/auditoriums/grand',
      '/join',
      '/calendar.ics',
    ])
      expect(paths).toContain(path);
  });

  it('finds no dead link', () => {
    const dead = [...visited].filter(([, { status }]) => status >= 400);
    expect(dead.map(([path, { status }]) => `${status} ${path}, linked from ${foundOn.get(path)}`)).toEqual(
      [],
    );
  });

  it('finds every place on a page that a link names', () => {
    const missing = [...visited].flatMap(([path, { links }]) =>
      links.flatMap((link) => {
        const [target = '', place] = link.split('#');
        const page = visited.get(target);
        if (!place || !page || page.ids.size === 0 || page.ids.has(decodeURIComponent(place))) return [];
        return `${link}, linked from ${path}`;
      }),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('names in the sitemap nothing but pages that are there', async () => {
    const xml = await (await fetch(`${site.url}/sitemap.xml`)).text();
    const paths = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
    expect(paths).toContain('/films/fargo');
    const unseen = paths.filter((path) => !visited.has(path));
    const answers = await Promise.all(
      unseen.map(async (path) => ({ path, status: (await visit(path)).status })),
    );
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });
});
