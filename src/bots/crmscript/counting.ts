import type { Program } from '../../crmscript/compile.ts';
import type { Span } from '../../crmscript/diagnostic.ts';
import type { Script } from '../../engine/definition.ts';
import { addHits, noHits, type Hits, type ScriptHits } from '../../engine/script-hits.ts';
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
    const sums = new Map<Script, Hits>();
    const add = (script: Script, hits: Hits) => sums.set(script, addHits(sums.get(script) ?? noHits, hits));
    for (const [script, hits] of this.#whole) {
      add(script, { statements: [{ line: 1, column: 1, hits }], branches: [] });
    }
    for (const { program, texts } of this.#counted) {
      const { statements = [], branches = [] } = program.hits ?? {};
      for (const [file, script] of texts) {
        add(script, {
          statements: statements.flatMap(({ span, hits }) =>
            span.file === file ? [{ ...placeOf(span), hits }] : [],
          ),
          branches: branches.flatMap(({ span, kind, ways }) =>
            span.file === file ? [{ ...placeOf(span), kind, ways }] : [],
          ),
        });
      }
    }
    return [...sums].map(([script, hits]) => ({ script, ...hits }));
  }
}

const placeOf = ({ line, column }: Span) => ({ line, column });
