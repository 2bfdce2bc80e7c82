import { hasPermission } from '../identity/roles';

/** Who asks: id and roles of a verified session, or of what `GET /api/me` answered. */
export interface CommentReader {
  id: string;
  roles: readonly string[];
}

/** People delete what they wrote, staff any comment. What is deleted already has no author and nothing to delete. */
export function canDelete(reader: CommentReader | null, comment: { author: { id: string } | null }): boolean {
  if (!reader || !comment.author) return false;
  if (hasPermission(reader.roles, 'comments:delete-any')) return true;
  return comment.author.id === reader.id && hasPermission(reader.roles, 'comments:write');
}
