import type { Program } from '../../crmscript/compile.ts';
import type { Script } from '../../engine/definition.ts';
import type { BranchHits, ScriptHits, StatementHits } from '../../engine/script-hits.ts';
import type { Remembered } from './compile-script.ts';

type Counted = { readonly program: Program; readonly texts: ReadonlyMap<string, Script> };

/** Adds up what ran of scripts, over all programs that they are part of. */
export class Counting {
  /** The programs that count here: those of others count for others. */
  readonly remembered = new WeakMap<Script, Remembered>();
  readonly #counted: Counted[] = [];
  readonly #whole = new Map<Script, number>();

  /** A program that was compiled to be counted, if it can run at all, and which script each of its files is. */
  add(program: Program | undefined, texts: ReadonlyMap<string, Script>): void {
    if (program !== undefined) this.#counted.push({ program, texts });
  }

  /** A run of a script in which no statements are told apart. */
  ran(script: Script, times: number): void {
    this.#whole.set(script, (this.#whole.get(script) ?? 0) + times);
  }

  /** What ran of each script until now. */
  hits(): readonly ScriptHits[] {
    const sums = new Map<Script, ScriptSum>();
    const sumOf = (script: Script) => {
      const sum = sums.get(script) ?? new ScriptSum(script);
      sums.set(script, sum);
      return sum;
    };
    for (const [script, hits] of this.#whole) sumOf(script).statement({ line: 1, column: 1, hits });
    for (const { program, texts } of this.#counted) {
      for (const { span, hits } of program.hits?.statements ?? []) {
        const script = texts.get(span.file);
        if (script !== undefined) sumOf(script).statement({ line: span.line, column: span.column, hits });
      }
      const places = new Map<string, number>();
      for (const { span, kind, ways } of program.hits?.branches ?? []) {
        const script = texts.get(span.file);
        const place = `${span.file} ${String(span.start)}`;
        const nth = places.get(place) ?? 0;
        places.set(place, nth + 1);
        const { line, column } = span;
        if (script !== undefined) sumOf(script).branch({ line, column, kind, ways }, nth);
      }
    }
    return [...sums.values()].map((sum) => sum.hits);
  }
}

class ScriptSum {
  readonly #script: Script;
  readonly #statements = new Map<string, StatementHits>();
  readonly #branches = new Map<string, BranchHits>();

  constructor(script: Script) {
    this.#script = script;
  }

  statement({ line, column, hits }: StatementHits): void {
    const key = `${String(line)}:${String(column)}`;
    const before = this.#statements.get(key)?.hits ?? 0;
    this.#statements.set(key, { line, column, hits: before + hits });
  }

  /** The `nth` of those that stand at one place. */
  branch({ line, column, kind, ways }: BranchHits, nth: number): void {
    const key = `${String(line)}:${String(column)} ${String(nth)}`;
    const before = this.#branches.get(key)?.ways;
    const sum = ways.map((hits, way) => hits + (before?.[way] ?? 0));
    this.#branches.set(key, { line, column, kind, ways: sum });
  }

  get hits(): ScriptHits {
    return {
      script: this.#script,
      statements: [...this.#statements.values()].toSorted(byPlace),
      branches: [...this.#branches.values()].toSorted(byPlace),
    };
  }
}

type Place = { readonly line: number; readonly column: number };
const byPlace = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;
