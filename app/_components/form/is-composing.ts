/** Whether a key belongs to the input method: Escape and Enter then act on half a word, not on the page. */
export function isComposing(event: { nativeEvent: KeyboardEvent } | KeyboardEvent): boolean {
  return ('nativeEvent' in event ? event.nativeEvent : event).isComposing;
}
