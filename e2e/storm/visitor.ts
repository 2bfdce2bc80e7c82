/** One answer that a visitor got. */
export interface Visit {
  path: string;
  at: number;
  ms: number;
  status: number;
  retryAfter: string | null;
  /** For pages that could not be made: whether they say so in the house's words. */
  inOwnWords: boolean;
}

/** What people open, in turns: kept pages, pages that the address chooses, and what islands ask. */
function pathOf(films: string[], turn: number): string {
  const film = films[turn % films.length] ?? '';
  const paths = [
    '/',
    `/films/${film}`,
    '/programme?by=film',
    `/api/films/${film}/comments`,
    '/films?when=coming',
    '/api/search?q=lost',
    `/api/films/${film}/comments?order=oldest`,
    '/api/programme',
  ];
  return paths[turn % paths.length] ?? '/';
}

export async function visit(url: string, films: string[], turn: number): Promise<Visit> {
  const path = pathOf(films, turn);
  const at = Date.now();
  const begun = performance.now();
  try {
    const answer = await fetch(url + path);
    const text = await answer.text();
    return {
      path,
      at,
      ms: performance.now() - begun,
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      inOwnWords: text.includes('database.') || text.includes('cannot be reached'),
    };
  } catch {
    return { path, at, ms: performance.now() - begun, status: 0, retryAfter: null, inOwnWords: false };
  }
}
