import { hasPermission } from '../auth/policy';
import { COMMENT_EDIT_MINUTES } from './schema';

/** Who asks: id and roles of a verified session, or of what `GET /api/me` answered. */
export interface CommentViewer {
  id: string;
  roles: readonly string[];
}

/** People delete what they wrote, staff any comment. What is deleted already has no author and nothing to delete. */
export function canDelete(reader: CommentViewer | null, comment: { author: { id: string } | null }): boolean {
  if (!reader || !comment.author) return false;
  if (hasPermission(reader.roles, 'comments:delete-any')) return true;
  return isOwn(reader, comment) && hasPermission(reader.roles, 'comments:write');
}

/**
 * Only authors edit their comments, for a limited time. The browser uses it for its buttons; the server decides by
 * its own clock.
 */
export function canEdit(
  reader: CommentViewer | null,
  comment: { author: { id: string } | null; createdAt: string },
  now: Date,
): boolean {
  if (!reader || !isOwn(reader, comment) || !hasPermission(reader.roles, 'comments:write')) return false;
  return now.getTime() - Date.parse(comment.createdAt) < COMMENT_EDIT_MINUTES * 60_000;
}

/** Staff remove and restore comments, and close discussions. */
export function canModerate(reader: CommentViewer | null): boolean {
  return reader !== null && hasPermission(reader.roles, 'comments:moderate');
}

/** A guest has no account, and so no id: nobody is that guest. */
function isOwn(reader: CommentViewer, { author }: { author: { id: string } | null }): boolean {
  return author !== null && author.id !== '' && author.id === reader.id;
}
