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
