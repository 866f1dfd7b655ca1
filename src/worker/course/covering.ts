import { countScripts, type ScriptCounter } from '../../bots/count-scripts.ts';
import { coveredShares } from '../../course/covered.ts';
import { step } from '../../engine/step.ts';
import type { World } from '../../engine/world.ts';
import { parseMoment } from '../../scenario/time.ts';
import type { StoredStep } from '../../storage/rows.ts';
import type { LoadFile, Ports } from '../ports.ts';
import { ScriptLanguages } from '../scripts/script-languages.ts';
import { scriptsOf } from '../scripts/script-sources.ts';

/** Counts how much of some scripts ran in steps of a log: each is run once more for it, and what comes of it is thrown away. */
export class Covering {
  readonly #languages: ScriptLanguages;
  readonly #load: LoadFile;
  readonly #scripts: readonly number[];
  #counter: ScriptCounter | null = null;

  constructor(scripts: readonly number[], load: LoadFile, { loadJavaScript }: Pick<Ports, 'loadJavaScript'>) {
    this.#scripts = scripts;
    this.#load = load;
    this.#languages = new ScriptLanguages(loadJavaScript);
  }

  /** @returns of each script how much of it has run by now, from 0 to 1, by its number. */
  async take(before: World, taken: StoredStep, after: World): Promise<ReadonlyMap<number, number>> {
    const { input, answers, edits, stoppedAt, leftOut = [] } = taken;
    await this.#languages.prepare(scriptsOf(before, [input]), this.#load);
    this.#counter ??= this.#languages.running(countScripts);
    const at = parseMoment(taken.at, before.now) ?? undefined;
    const out = [...new Set([...leftOut, ...before.leftOut])];
    step(
      before,
      { step: taken.step, input, at, answers, edits, stoppedAt, leftOut: out },
      this.#counter.runScript,
    );
    return coveredShares(this.#counter.hits(after.folders), this.#scripts);
  }
}
