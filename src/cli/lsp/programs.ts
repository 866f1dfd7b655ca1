import { programFor, type ScriptProgram } from '../script-program.ts';
import { UsageError } from '../terminal.ts';
import type { Scripts } from './scripts.ts';

/**
 * The small world around each script that is worked on: itself and what it includes. As long as none of these texts is another, it is the
 * same object, so what was found out about it holds.
 */
export class Programs {
  readonly #scripts: Scripts;
  readonly #known = new Map<string, ScriptProgram>();

  constructor(scripts: Scripts) {
    this.#scripts = scripts;
  }

  /** Undefined where the script cannot be read (any more). */
  of(path: string): ScriptProgram | undefined {
    let program: ScriptProgram;
    try {
      program = programFor(path, this.#scripts);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.#known.delete(path);
      return undefined;
    }
    const known = this.#known.get(path);
    if (known !== undefined && isSame(known, program)) return known;
    this.#known.set(path, program);
    return program;
  }

  /** Whether a file is a part of the world of a script, as far as that was made. */
  isPart(file: string, path: string): boolean {
    const program = this.#known.get(path);
    return program !== undefined && pathsOf(program).includes(file);
  }

  forget(path: string): void {
    this.#known.delete(path);
  }
}

function isSame(one: ScriptProgram, other: ScriptProgram): boolean {
  const [a, b] = [textsOf(one), textsOf(other)];
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

const pathsOf = ({ world, file, fileOf }: ScriptProgram): readonly string[] => [
  file,
  ...world.folders.flatMap(({ scripts }) => scripts.map(({ includeName }) => fileOf(includeName))),
];

/** Names and texts, the script itself first. */
const textsOf = ({ world, fileOf }: ScriptProgram): readonly string[] =>
  world.folders.flatMap(({ scripts }) =>
    scripts.flatMap(({ name, includeName, source }) => [includeName, fileOf(name), source]),
  );
