/** What would take TypeScript's compiler too long, or too deep, to read. */
export type Shape = 'fits' | 'too-large' | 'too-deep';

/** A script with what it includes; brackets within brackets; what follows each other in one expression. */
const most = { characters: 1_000_000, depth: 250, links: 3_000 };

const strings = /"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|[^]/y;

/** How a text is built, as far as that can be told from its signs alone, in one walk over it. */
export function shapeOf(text: string): Shape {
  if (text.length > most.characters) return 'too-large';
  let depth = 0;
  let links = 0;
  strings.lastIndex = 0;
  for (let found = strings.exec(text); found !== null; found = strings.exec(text)) {
    const [sign] = found;
    if (sign.length > 1) continue;
    if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth = Math.max(0, depth - 1);
    if (';,{}'.includes(sign)) links = 0;
    else if ('([.?:!~+-*/%&|^=<>`'.includes(sign)) links += 1;
    if (depth > most.depth || links > most.links) return 'too-deep';
  }
  return 'fits';
}
