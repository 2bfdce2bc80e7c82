/** gofrs/uuid's FromString: canonical, without hyphens, in braces or as a URN; null for anything else. */
export function parseUuid(text: string): string | null {
  const inner = /^\{(.*)\}$/.exec(text)?.[1] ?? /^urn:uuid:(.*)$/.exec(text)?.[1] ?? text;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(inner)) return inner.toLowerCase();
  const plain = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i.exec(inner);
  return plain ? plain.slice(1).join('-').toLowerCase() : null;
}

export const nilUuid = '00000000-0000-0000-0000-000000000000';
