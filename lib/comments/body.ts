/**
 * The text of a comment, cleaned up before it is measured and stored. Pure: the form counts with the same functions.
 */

// All control characters (C0, DEL, C1) but the tab and the line feed: invisible, and some terminals obey them.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// Marks that turn the direction of everything after them, beyond the comment as well.
const DIRECTION_OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/g;
// With the u flag: an unpaired surrogate, which the database cannot store.
const HALF_CHARACTER = /\p{Surrogate}/gu;

/** One kind of line end, nothing invisible that acts, no half characters, no space around. */
export function normalizeBody(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(DIRECTION_OVERRIDE, '')
    .replace(HALF_CHARACTER, '\ufffd')
    .trim();
}

/** Length in Unicode code points, as the database counts it too. */
export function commentLength(text: string): number {
  return [...text].length;
}
