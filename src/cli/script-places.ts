import { TextDocument } from 'vscode-languageserver-textdocument';
import { readAnyScenario } from './any-scenario.ts';
import { readText } from './files.ts';
import { linesOfJson } from './lines-of-json.ts';
import type { ScriptFile } from './sarif.ts';
import type { ScriptFiles } from './script-files.ts';

/** Where the scripts are that diagnostics name: in files of their own, or at a line of a scenario. Each is looked up once. */
export class ScriptPlaces {
  readonly #shelf: ScriptFiles;
  readonly #known: Map<string, ScriptFile>;

  constructor(folder: string, shelf: ScriptFiles, scenarios: readonly string[]) {
    this.#shelf = shelf;
    this.#known = new Map(scenarios.flatMap((file) => scriptsIn(folder, file)));
  }

  of(named: string): ScriptFile {
    const known = this.#known.get(named) ?? {
      file: named,
      document: TextDocument.create(named, 'crmscript', 0, this.#shelf.read(named)),
    };
    this.#known.set(named, known);
    return known;
  }
}

/** The scripts of a scenario, by what diagnostics call them. */
function scriptsIn(folder: string, file: string): readonly (readonly [string, ScriptFile])[] {
  const { world } = readAnyScenario(folder, file);
  const lines = linesOfJson(readText(folder, file));
  return (world.folders ?? []).flatMap(({ scripts }, index) =>
    (scripts ?? []).map(({ name }, at) => {
      const line = lines(`world.folders[${String(index)}].scripts[${String(at)}].source`);
      return [`${file}/${name}`, { file, script: name, line }] as const;
    }),
  );
}
