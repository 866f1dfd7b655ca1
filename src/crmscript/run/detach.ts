/** Texts up to this length are never shared by the host, or hold on to little. */
const alwaysCopied = 12;
const littleText = 64;

const magnitude = (length: number): number => Math.clz32(length) >> 1;

/**
 * A part that was cut out of a text. Hosts let the part refer to the whole, so that a small text could keep a
 * large one; where the part is of a lower order of magnitude it becomes a text of its own. However often a text
 * is cut, what it holds on to is then less than four times its own length.
 */
export function detached(part: string, whole: number): string {
  const { length } = part;
  if (length <= alwaysCopied || whole <= littleText || magnitude(length) <= magnitude(whole)) return part;
  return ` ${part}`.slice(1);
}
