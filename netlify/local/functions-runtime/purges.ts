/** What the site has asked Netlify to throw out of its CDN, newest last. There is no CDN here: it is only written down. */
export type Purges = { add(purge: Purge): void; list(): Purge[] };
export type Purge = { tags: string[]; at: string };

const kept = 500;

export function createPurges(): Purges {
  const purges: Purge[] = [];
  return {
    add(purge) {
      purges.push(purge);
      if (purges.length > kept) purges.shift();
    },
    list: () => [...purges],
  };
}
