import { ProblemError } from '../problem';
import { renderMarkdown, countLinks } from './markdown';
import { COMMENT_MAX_LINKS } from './schema';

/** Throws `too-many-links` (422). Asks nobody. */
export function requireLinkLimit(body: string): void {
  const count = countLinks(renderMarkdown(body));
  if (count <= COMMENT_MAX_LINKS) return;
  const out = count - COMMENT_MAX_LINKS;
  const detail = `This has ${count} links, and a comment takes at most ${COMMENT_MAX_LINKS}. Take ${out} out, then post at once; your words are still here.`;
  throw new ProblemError('too-many-links', { detail });
}
