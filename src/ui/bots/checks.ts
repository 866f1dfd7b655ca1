import { signal, type ReadonlySignal } from '@preact/signals';
import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { Script } from '../../engine/definition.ts';
import type { EngineApi } from '../../protocol/engine-api.ts';

type Checked = { readonly source: string; readonly found: readonly Diagnostic[] };

/** What is wrong with each script as it is saved, by script id. */
export type Checks = {
  readonly found: ReadonlySignal<Readonly<Record<number, Checked>>>;
  /** Checks the scripts that are not as they were last checked, with those that include others; forgets those that are gone. */
  look(workspace: string, scripts: readonly Omit<Script, 'language'>[]): Promise<void>;
};

export function createChecks(api: Pick<EngineApi, 'check'>): Checks {
  const found = signal<Readonly<Record<number, Checked>>>({});
  let round = 0;
  /** The scripts as they stood when they were last checked: one that changes may change what includes it. */
  let checked = '';
  return {
    found,
    async look(workspace, scripts) {
      round += 1;
      const mine = round;
      const next: Record<number, Checked> = {};
      const all = scripts
        .map(({ name, includeName, source }) => `${name}\n${includeName}\n${source}`)
        .join('\n');
      const anyChanged = all !== checked;
      for (const { id, name, source } of scripts) {
        const known = found.value[id];
        const asBefore = known?.source === source && !(anyChanged && source.includes('#include'));
        next[id] = asBefore ? known : { source, found: await api.check(workspace, source, name) };
        if (mine !== round) return;
      }
      checked = all;
      found.value = next;
    },
  };
}

/** Errors and warnings count as problems; hints are shown in the script only. */
export const isProblem = ({ severity }: Diagnostic): boolean => severity !== 'hint';
