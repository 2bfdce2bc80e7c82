import { type TimedResponse, timedRequest } from './timed-request';

/** One answer that a visitor got. */
export interface Visit extends TimedResponse {
  path: string;
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
  return { path, ...(await timedRequest(url + path)) };
}
