import type { ForeignTurn } from './foreign.ts';
import { limits } from '../limits.ts';
import type { FileProblem } from '../problem.ts';

/** The file cannot be read as what it says to be; nothing of it is taken. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super(problems[0]?.message);
    this.problems = problems;
  }
}

/** How much that was left out is told at once. */
const toldLimit = 100;

/** One reading of a hostile file: what of it is left out, and that none of it goes over a limit. */
export class Reading {
  readonly #left: FileProblem[] = [];
  #leftMore = 0;
  #turns = 0;

  /** What was not taken, each with its place; the last entry counts what is too much to tell. */
  get left(): readonly FileProblem[] {
    if (this.#leftMore === 0) return this.#left;
    return [...this.#left, { path: '', message: `And ${String(this.#leftMore)} things more were left out.` }];
  }

  leave(path: string, message: string): void {
    if (this.#left.length < toldLimit) this.#left.push({ path, message });
    else this.#leftMore++;
  }

  /** Ends the reading. */
  fail(path: string, message: string): never {
    throw new Unreadable([{ path, message }]);
  }

  /** A turn within the limits, or the end of the reading. */
  turn(path: string, turn: ForeignTurn): ForeignTurn {
    this.#turns++;
    if (this.#turns > limits.steps) {
      this.fail(path, `There are more than ${String(limits.steps)} messages in it. Take a part of it.`);
    }
    for (const text of [turn.text, ...(turn.options ?? [])]) {
      if (text.length <= limits.text) continue;
      this.fail(path, `A message has ${String(text.length)} characters; the most is ${String(limits.text)}.`);
    }
    return { ...turn, name: turn.name.slice(0, limits.name) };
  }
}

/** Where in a file of lines something stands. */
export const atLine = (line: number): string => `line ${String(line)}`;
