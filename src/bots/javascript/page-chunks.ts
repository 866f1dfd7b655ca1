/** Lines of code, the first of which is line `line` of the source, counted from 1. Columns are those of the source. */
export type Chunk = {
  readonly line: number;
  readonly text: readonly string[];
  /** It adds text of the page to the answer. */
  readonly isText: boolean;
};

const startMark = '%EJSCRIPT_START%';
const endMark = '%EJSCRIPT_END%';

/**
 * The code of a source in its order. Most sources are code altogether. A page with script in it (`%EJSCRIPT_START%`) adds what
 * stands outside of `<% … %>` to the answer of the script.
 */
export function chunksOf(source: string): readonly Chunk[] {
  if (!source.includes(startMark)) return [{ line: 1, text: source.split(/\r?\n/), isText: false }];
  const chunks: Chunk[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  for (const { isCode, start, end } of regionsOf(source)) {
    for (; at < start; at += 1) {
      if (source[at] !== '\n') continue;
      line += 1;
      lineStart = at + 1;
    }
    const text = source.slice(start, end);
    if (isCode) {
      chunks.push({ line, text: (' '.repeat(start - lineStart) + text).split(/\r?\n/), isText: false });
    } else if (text !== '') {
      chunks.push({ line, text: [`context.result.body += ${JSON.stringify(text)};`], isText: true });
    }
  }
  return chunks;
}

/** The source with blanks in the place of all that is no code, so that what is found in it stands where it stands in the source. */
export function codeOf(source: string): string {
  if (!source.includes(startMark)) return source;
  let code = '';
  for (const { isCode, start, end } of regionsOf(source))
    if (isCode) code += blank(source.slice(code.length, start)) + source.slice(start, end);
  return code + blank(source.slice(code.length));
}

const blank = (text: string): string => text.replaceAll(/[^\r\n]/g, ' ');

type Region = { readonly isCode: boolean; readonly start: number; readonly end: number };

/** The regions of a page; the marks between them belong to none. */
function* regionsOf(source: string): Generator<Region> {
  const find = (mark: string, from: number, limit: number): number => {
    const at = source.indexOf(mark, from);
    return at < 0 || at > limit ? limit : at;
  };
  let at = 0;
  while (at < source.length) {
    const start = find(startMark, at, source.length);
    yield { isCode: false, start: at, end: start };
    at = start + startMark.length;
    if (at > source.length) return;
    const end = find(endMark, at, source.length);
    while (at < end) {
      const open = find('<%', at, end);
      yield { isCode: false, start: at, end: open };
      const close = find('%>', open + 2, end);
      if (open < end) yield { isCode: true, start: open + 2, end: close };
      at = close + 2;
    }
    at = end + endMark.length;
  }
}
