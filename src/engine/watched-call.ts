import type { ShownFrame } from './step-observer.ts';
import { topOfScript } from './top-of-script.ts';

type Frames = readonly Pick<ShownFrame, 'name' | 'variables'>[];

/** The top of the script to which a call belongs. Both count calls outwards, 0 innermost. */
export function topOf(frames: Frames, frame: number): number {
  const found = frames.findIndex(({ name }, index) => index >= frame && name === topOfScript);
  return found < 0 ? frame : found;
}

const texts = /"(?:\\.|[^"\\])*"/g;
/** Names that are no fields. */
const names = /(?<![\w.])[A-Za-z_]\w*/g;

/** Whether an expression names no variable of the call itself, so that what it has belongs to the script. */
export function isOfScript(frames: Frames, frame: number, expression: string): boolean {
  const own = new Set(
    frames[frame]?.variables.filter(({ global }) => global !== true).map(({ name }) => name) ?? [],
  );
  const named: readonly string[] = expression.replace(texts, '').match(names) ?? [];
  return !named.some((name) => own.has(name));
}
