/** Where a page of comments ended: the last comment's time and id, which is the order of the list. */
export interface CommentCursor {
  createdAt: Date;
  /** 24 hex digits. */
  id: string;
}

/** Opaque to callers: it may change its inside, so it says nothing on its outside. */
export function encodeCursor({ createdAt, id }: CommentCursor): string {
  return Buffer.from(`${createdAt.getTime().toString(36)}.${id}`).toString('base64url');
}

/** Null for anything that `encodeCursor` has not written. */
export function decodeCursor(text: string): CommentCursor | null {
  const match = /^([0-9a-z]{1,9})\.([0-9a-f]{24})$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  if (!match?.[1] || !match[2]) return null;
  const cursor = { createdAt: new Date(Number.parseInt(match[1], 36)), id: match[2] };
  return encodeCursor(cursor) === text ? cursor : null;
}
