let lastRead = { text: '', moment: NaN };

/** The moment that an event names, in milliseconds since 1970: most events of a step name the same. */
export function momentOf(text: string): number {
  if (lastRead.text !== text) lastRead = { text, moment: Date.parse(text) };
  return lastRead.moment;
}
