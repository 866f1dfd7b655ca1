import type { JavaScriptFailure, SourceLocation, SourcePart } from './javascript.ts';

/** What the engine calls the joined source of a run; the texts of scopes have other names. */
export const scriptFile = 'script';

type Frame = JavaScriptFailure['stack'][number];

/** Long enough for any place; a script may say what it wants of its stack. */
const longestLine = 1_000;
const mostFrames = 50;

/** The place in what was written of a place in the joined source. */
export function placeIn(parts: readonly SourcePart[], line: number, column: number): SourceLocation {
  const part = parts.findLast(({ fromLine }) => fromLine <= line) ?? parts[0];
  if (part === undefined) return { file: '', line, column };
  return { file: part.file, line: part.line + Math.max(0, line - part.fromLine), column };
}

/** The frames of a stack that stand in the script, innermost first. */
export function framesOf(stack: string, parts: readonly SourcePart[]): readonly Frame[] {
  return stack
    .split('\n')
    .filter((line) => line.length < longestLine)
    .map((line) => frameOf(line.trim(), parts))
    .filter((frame) => frame !== undefined)
    .slice(0, mostFrames);
}

/** `at name (script:12:5)`, or without the name and the brackets where it is not known. */
function frameOf(line: string, parts: readonly SourcePart[]): Frame | undefined {
  if (!line.startsWith('at ')) return undefined;
  const open = line.lastIndexOf('(');
  const place = open < 0 ? line.slice(3) : line.slice(open + 1, -1);
  const [file, row, column] = place.split(':');
  if (file !== scriptFile || row === undefined) return undefined;
  const name = open < 0 ? '' : line.slice(3, open).trim();
  return { name: nameOf(name), ...placeIn(parts, numberOf(row), numberOf(column)) };
}

/** What the top of a script is called. */
export const topOfScript = '(script)';

const nameOf = (name: string): string => (['', '<anonymous>', '<eval>'].includes(name) ? topOfScript : name);

const numberOf = (text = '1'): number => {
  const value = Number.parseInt(text, 10);
  return value >= 1 && value <= 1e9 ? value : 1;
};
