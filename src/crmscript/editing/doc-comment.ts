/**
 * The comment right above a declaration: a block, or lines, with no blank line between, and nothing else on its
 * lines. Comments behind code on the line above belong to that code (crmscript §15.3).
 */
export function docAbove(source: string, declaration: number): string {
  const lines: string[] = [];
  let isBlock = false;
  for (const line of linesAbove(source, declaration)) {
    if (lines.length === 0) {
      isBlock = line.endsWith('*/');
      if (!isBlock && !line.startsWith('//')) return '';
    } else if (!isBlock && !line.startsWith('//')) break;
    lines.unshift(line);
    if (isBlock && line.includes('/*')) break;
  }
  return isBlock ? blockComment(lines) : clean(lines.map((line) => line.replace(/^\/\/+ ?/, '')));
}

/** The lines above the one that a place is on, the nearest first, without the blanks around them. */
function* linesAbove(source: string, place: number): Generator<string> {
  const text = (from: number, to: number) => source.slice(from, to).trim();
  let end = lineEndBefore(source, place);
  while (end >= 0) {
    const before = lineEndBefore(source, end);
    yield text(before + 1, end);
    end = before;
  }
}

/** Nobody's line is longer, and a script of one line has many declarations. */
const longestLine = 2000;

function lineEndBefore(source: string, place: number): number {
  const from = Math.max(0, place - longestLine);
  const at = source.slice(from, place).lastIndexOf('\n');
  return at < 0 ? -1 : from + at;
}

function blockComment(lines: readonly string[]): string {
  if (lines[0]?.startsWith('/*') !== true) return '';
  const inside = lines.join('\n').slice(2, -2);
  return clean(inside.split('\n').map((line) => line.trim().replace(/^\*+ ?/, '')));
}

/** Without rules of stars, and blank lines around. */
const clean = (lines: readonly string[]): string =>
  lines
    .map((line) => line.replace(/^[*=\-/]+$/, '').trimEnd())
    .join('\n')
    .trim();
