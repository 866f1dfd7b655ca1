import { signal, type ReadonlySignal } from '@preact/signals';
import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { EngineApi } from '../../protocol/engine-api.ts';

type Checked = { readonly source: string; readonly found: readonly Diagnostic[] };

/** What is wrong with each script as it is saved, by script id. */
export type Checks = {
  readonly found: ReadonlySignal<Readonly<Record<number, Checked>>>;
  /** Checks the scripts whose text is not the one last checked, and forgets those that are gone. */
  look(
    workspace: string,
    scripts: readonly { readonly id: number; readonly name: string; readonly source: string }[],
  ): Promise<void>;
};

export function createChecks(api: Pick<EngineApi, 'check'>): Checks {
  const found = signal<Readonly<Record<number, Checked>>>({});
  let round = 0;
  return {
    found,
    async look(workspace, scripts) {
      round += 1;
      const mine = round;
      const next: Record<number, Checked> = {};
      for (const { id, name, source } of scripts) {
        const known = found.value[id];
        next[id] =
          known?.source === source ? known : { source, found: await api.check(workspace, source, name) };
        if (mine !== round) return;
      }
      found.value = next;
    },
  };
}

/** Errors and warnings count as problems; hints are shown in the script only. */
export const isProblem = ({ severity }: Diagnostic): boolean => severity !== 'hint';
