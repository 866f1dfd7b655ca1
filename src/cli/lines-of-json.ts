const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\n/g;

type Frame = { readonly isArray: boolean; key: string; index: number; isKeyNext: boolean };

/**
 * Where the values of a JSON text begin: the line, counted from 1, by a path such as `steps[1].expect[0]`. For what is not in
 * it, the line of the nearest value around it.
 */
export function linesOfJson(text: string): (path: string) => number {
  const lines = new Map<string, number>([['', 1]]);
  const frames: Frame[] = [];
  let line = 1;
  const note = () => {
    const path = frames
      .map(({ isArray, key, index }) => (isArray ? `[${String(index)}]` : `.${key}`))
      .join('');
    lines.set(path.replace(/^\./, ''), line);
  };
  for (const [found] of text.matchAll(token)) {
    const frame = frames.at(-1);
    if (found === '\n') line += 1;
    else if (found === '}' || found === ']') frames.pop();
    else if (found === ',') {
      if (frame !== undefined) {
        frame.index += 1;
        frame.isKeyNext = !frame.isArray;
      }
    } else if (found === ':') continue;
    else if (frame?.isKeyNext === true) {
      frame.key = JSON.parse(found) as string;
      frame.isKeyNext = false;
    } else {
      note();
      if (found === '{' || found === '[')
        frames.push({ isArray: found === '[', key: '', index: 0, isKeyNext: found === '{' });
    }
  }
  return (path) => {
    for (let at = path; ; at = at.replace(/(?:\.|\[)[^.[]*$|^[^.[]*$/, '')) {
      const known = lines.get(at);
      if (known !== undefined) return known;
    }
  };
}
