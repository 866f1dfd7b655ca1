import type { RunScript } from '../engine/script-call.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { ReplayResult } from '../scenario/replay.ts';
import { coverageOf, mergeCoverage, noCoverage } from '../testing/coverage.ts';
import { coberturaXml } from './cobertura.ts';
import { coverageLines } from './coverage.ts';
import { coveredFiles } from './covered-files.ts';
import { scriptsIn, writeText } from './files.ts';
import { lcov } from './lcov.ts';
import type { Called } from './options.ts';
import { fileWithText } from './scripts-from.ts';
import type { Languages, Terminal } from './terminal.ts';

/** The options of `replay` that ask for coverage. */
export const coverageOptions = { coverage: 'flag', lcov: 'value', cobertura: 'value' } as const;

/** Plays scenarios and, where one of the options asks for it, counts what they make use of. */
export class ReplayCoverage {
  readonly #called: Called;
  readonly #languages: Languages;
  #coverage = noCoverage;

  constructor(called: Called, languages: Languages) {
    this.#called = called;
    this.#languages = languages;
  }

  play({ world: start }: ScenarioFile, play: (runScript: RunScript) => ReplayResult): ReplayResult {
    if (!this.#isAsked) return play(this.#languages.createRunScript());
    const { runScript, hits } = this.#languages.countScripts();
    const result = play(runScript);
    const { events, world } = result;
    const run = coverageOf({ start, events, world, hits: hits(world.folders) });
    this.#coverage = mergeCoverage(this.#coverage, run);
    return result;
  }

  /** Writes the files that were asked for. @returns the lines to be printed. */
  report({ folder }: Terminal): readonly string[] {
    const { value, has } = this.#called;
    const [lcovFile, coberturaFile, dir] = [value('lcov'), value('cobertura'), value('scripts')];
    if (lcovFile !== undefined || coberturaFile !== undefined) {
      const onDisk = dir === undefined ? [] : scriptsIn(folder, dir);
      const files = coveredFiles(this.#coverage.scripts, (script) =>
        fileWithText(script, script.folder, folder, onDisk),
      );
      if (lcovFile !== undefined) writeText(folder, lcovFile, lcov(files));
      if (coberturaFile !== undefined) writeText(folder, coberturaFile, coberturaXml(files, Date.now()));
    }
    return has('coverage') ? coverageLines(this.#coverage) : [];
  }

  get #isAsked(): boolean {
    const { has, value } = this.#called;
    return has('coverage') || value('lcov') !== undefined || value('cobertura') !== undefined;
  }
}
