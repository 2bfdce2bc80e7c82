'use client';

import { localItems } from './items';

const KEY = 'marquee.joined-here';

/** A mail with a link is on its way to somebody who has joined in this browser. */
export function noteJoining(): void {
  localItems.write(KEY, true);
}

/**
 * What to add for somebody who opens that link in another browser than the one in which they joined: what they were
 * writing is kept there, and cannot be seen from here. Empty in that browser itself.
 */
export function draftElsewhere(): string {
  if (localItems.read(KEY) === true) {
    localItems.remove(KEY);
    return '';
  }
  return ' If you were writing a comment, what you wrote waits in the browser in which you joined.';
}
