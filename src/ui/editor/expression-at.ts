/** Letters of a name of the language. */
const isOfName = (letter: string | undefined): boolean => letter !== undefined && /\w/.test(letter);

/**
 * The expression that a pointer at a column of a line means: the name there with all that it belongs to, such as `order.lines` at `lines`. What is
 * called, stands in a text or is a number means nothing. `from` and `to` are the columns of the name, from 0.
 */
export function expressionAt(
  line: string,
  column: number,
): { readonly expression: string; readonly from: number; readonly to: number } | null {
  if (isInText(line, column)) return null;
  let [from, to] = [column, column];
  while (isOfName(line[from - 1])) from -= 1;
  while (isOfName(line[to])) to += 1;
  if (from === to || /\d/.test(line[from] ?? '') || /^\s*\(/.test(line.slice(to))) return null;
  const owner = /(?:[A-Za-z_]\w*(?:\[\w+\])*\.)*$/.exec(line.slice(0, from))?.[0] ?? '';
  // What is called before the point has no name.
  if (owner === '' && line[from - 1] === '.') return null;
  return { expression: `${owner}${line.slice(from, to)}`, from, to };
}

/** Whether a column lies in a text or behind `//`. */
function isInText(line: string, column: number): boolean {
  let isOpen = false;
  for (let at = 0; at < column; at += 1) {
    if (isOpen && line[at] === '\\') at += 1;
    else if (line[at] === '"') isOpen = !isOpen;
    else if (!isOpen && line.startsWith('//', at)) return true;
  }
  return isOpen;
}
