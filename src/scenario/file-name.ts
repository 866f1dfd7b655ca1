/** Names that Windows has given away, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** What some system takes in no name of a file, what nobody sees, and half a character. */
const odd = /[\\/:*?"<>|\s\p{Cc}\p{Cf}\p{Cs}]+/gu;
const ends = /^[. ]+|[. ]+$/g;

/**
 * A name that somebody gave as the name of a file: every system takes it, and it leads nowhere else. It has at most `most`
 * characters, none of them in halves; `otherwise` is what it is called where nothing of it is left.
 */
export function safeFileName(name: string, most: number, otherwise: string): string {
  const plain = name.replaceAll(odd, ' ').replaceAll(ends, '');
  const short = Array.from(plain).slice(0, most).join('').replaceAll(ends, '');
  if (short === '') return otherwise;
  return reserved.test(short) ? `_${short}` : short;
}

/** Two names of files, or paths, that are one on Windows and macOS. */
export const sameOnAnySystem = (name: string): string => name.normalize('NFC').toLowerCase();

/** The name, with a number behind it where a file is called so already: `taken` holds all that were given, and is given this one. */
export function freeFileName(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(sameOnAnySystem(free)); n += 1) free = `${name} ${String(n)}`;
  taken.add(sameOnAnySystem(free));
  return free;
}
