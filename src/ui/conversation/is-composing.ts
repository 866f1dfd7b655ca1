/**
 * Whether a key belongs to an input method that is composing, as for Japanese: it is not meant for the page. Safari ends
 * the composition before it sends the Enter that confirmed it, and says so by key code 229 alone.
 */
export function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it in Safari
  return event.isComposing || event.keyCode === 229;
}
