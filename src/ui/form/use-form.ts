import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { saysTheSame } from '../../engine/replaced-by.ts';
import { leavesOf, valueAt, withValueAt, type Settings } from '../../engine/setting-kinds.ts';
import { useEdit } from '../edits/use-edit.ts';
import { words as pageWords } from '../words/words.ts';
import type { FieldProblem } from './field-problem.ts';

export type FormOptions<T extends object> = {
  /** What its fields are, in the shape of its value. */
  readonly settings: Settings;
  /** The key of the draft under which what is typed is kept until it is saved, over a reload too. */
  readonly draftKey: string;
  /** What is stored, as it is drawn; null when it is gone. */
  readonly stored: T | null;
  /** The same, at the moment somebody acts. */
  readonly now: () => T | null;
  /** What is wrong with a value: errors keep it from being saved, warnings do not. */
  readonly problems: (value: T) => readonly FieldProblem[];
  /** Saves it, and tells whether that went well. */
  readonly save: (value: T) => Promise<boolean>;
};

export type Form<T extends object = object> = {
  readonly value: T;
  readonly stored: T | null;
  readonly settings: Settings;
  /** Paths of the fields that are not as stored. */
  readonly changes: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly unsaved: boolean;
  /** Something else is stored by now than what was changed began from. */
  readonly changedMeanwhile: boolean;
  /** How often somebody tried to save over what was stored meanwhile. */
  readonly asked: number;
  readonly saving: boolean;
  /** How often somebody tried to save what has errors: then the first of them is led to. */
  readonly refused: number;
  readonly set: (path: string, value: unknown) => void;
  readonly change: (next: T) => void;
  /** Takes the last change back; null when there is none. */
  readonly undo: (() => void) | null;
  readonly cancel: () => void;
  readonly save: () => Promise<void>;
  /** Saves over what somebody else stored meanwhile. */
  readonly keepMine: () => Promise<void>;
  readonly takeTheirs: () => void;
};

/** How many changes can be taken back, one after the other. */
const mostChanges = 100;

const differing = (settings: Settings, one: unknown, other: unknown): readonly string[] =>
  leavesOf(settings)
    .filter(({ path }) => !saysTheSame(valueAt(one, path), valueAt(other, path)))
    .map(({ path }) => path);

/**
 * A form over one stored thing. What is typed is kept as a draft until it is saved or cancelled; each change can be taken back;
 * nothing is saved while a field has an error, and nothing that somebody else stored meanwhile is overwritten unasked.
 * `empty` is drawn while the thing is gone and was not written into.
 */
export function useForm<T extends object>(options: FormOptions<T>, empty: T): Form<T> {
  const { settings, draftKey, stored, now, problems, save } = options;
  const editing = useEdit<T>({ draftKey, stored, now });
  const before = useRef<readonly { readonly value: T; readonly path: string }[]>([]);
  const drawn = useSignal(0);
  const asked = useSignal(0);
  const refused = useSignal(0);
  const saving = useSignal(false);
  useEffect(() => {
    before.current = [];
  }, [draftKey]);
  const value = editing.value ?? empty;
  const current = () => editing.current() ?? empty;
  const put = (next: T, path: string) => {
    const last = before.current.at(-1);
    // Letters typed into one field are one change.
    if (path === '' || last?.path !== path)
      before.current = [...before.current.slice(1 - mostChanges), { value: current(), path }];
    editing.change(next);
  };
  const keep = async () => {
    const sent = current();
    if (problems(sent).some(({ isWarning }) => isWarning !== true)) {
      refused.value += 1;
      return;
    }
    saving.value = true;
    const isSaved = await save(sent);
    saving.value = false;
    if (!isSaved) return;
    before.current = [];
    editing.saved(sent, now() ?? sent);
  };
  const last = before.current.at(-1);
  return {
    value,
    stored,
    settings,
    changes: editing.unsaved ? differing(settings, value, stored ?? empty) : [],
    problems: problems(value),
    unsaved: editing.unsaved,
    changedMeanwhile: editing.changed && !saving.value,
    asked: asked.value,
    saving: saving.value,
    refused: refused.value,
    set: (path, next) => {
      put(withValueAt(current(), path, next), path);
    },
    change: (next) => {
      put(next, '');
    },
    undo:
      !editing.unsaved || last === undefined
        ? null
        : () => {
            before.current = before.current.slice(0, -1);
            editing.change(last.value);
            drawn.value += 1;
          },
    cancel: () => {
      before.current = [];
      editing.drop(pageWords.undo.reverted);
    },
    save: async () => {
      if (editing.isChanged()) asked.value += 1;
      else await keep();
    },
    keepMine: keep,
    takeTheirs: () => {
      before.current = [];
      editing.drop(pageWords.undo.tookTheirs);
    },
  };
}
