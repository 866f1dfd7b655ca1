import { signal, type ReadonlySignal } from '@preact/signals';
import type { Diagnostic } from '../../../crmscript/diagnostic.ts';
import type { Script } from '../../../engine/definition.ts';
import { fileOf } from '../../../engine/registration.ts';
import type { HelpClient } from '../../help-client.ts';
import { isNotChecked } from '../../help/not-checked.ts';
import { ownProblems } from './own-problems.ts';

type Checked = { readonly source: string; readonly found: readonly Diagnostic[] };

/** A script as it stands in its editor: `written` is what is not saved yet. */
export type ScriptInEditor = Script & { readonly written?: string | undefined };

/** What is wrong with each script as it stands in its editor, by script id. */
export type Checks = {
  readonly found: ReadonlySignal<Readonly<Record<number, Checked>>>;
  /**
   * Checks the scripts that are not as they were last checked, and when any changed those that include others or speak of
   * the chat; all of them when what lies `around` them is another: tables, and who calls them. Forgets those that are gone.
   */
  look(scripts: readonly ScriptInEditor[], around: readonly string[]): Promise<void>;
};

export function createChecks(help: Pick<HelpClient, 'check'>): Checks {
  const found = signal<Readonly<Record<number, Checked>>>({});
  let round = 0;
  /** The scripts as they were saved when they were last checked: one that changes may change what includes it. */
  let checked = '';
  let checkedAround = '';
  return {
    found,
    async look(scripts, around) {
      round += 1;
      const mine = round;
      const next: Record<number, Checked> = {};
      const all = scripts
        .map(({ name, includeName, source }) => `${name}\n${includeName}\n${source}`)
        .join('\n');
      const anyChanged = all !== checked;
      const isElsewhere = around.join('\n') !== checkedAround;
      for (const script of scripts) {
        const { id } = script;
        const source = script.written ?? script.source;
        const known = found.value[id];
        const stands = !isElsewhere && !(anyChanged && /#include|<include|chat/i.test(source));
        if (stands && known?.source === source && !known.found.some(isNotChecked)) {
          next[id] = known;
          continue;
        }
        const file = fileOf(script);
        const checkedNow = await help.check('list', source, file, script.language, id);
        if (mine !== round || checkedNow === null) return;
        next[id] = { source, found: ownProblems(checkedNow, file) };
      }
      checked = all;
      checkedAround = around.join('\n');
      found.value = next;
    },
  };
}

/** Errors and warnings count as problems; hints are shown in the script only. */
export const isProblem = ({ severity }: Diagnostic): boolean => severity !== 'hint';
