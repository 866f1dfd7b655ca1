import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { valueAt, type Setting } from '../../engine/setting-kinds.ts';
import type { FieldProblem } from './field-problem.ts';
import type { FieldWords } from '../words/field-words.ts';
import type { Form } from './use-form.ts';

/** A form, and the words of its fields in the same tree as its settings. */
export type FormContextValue = {
  readonly form: Pick<Form, 'value' | 'settings' | 'changes' | 'problems' | 'set'>;
  readonly words: unknown;
};

export const FormContext = createContext<FormContextValue | null>(null);

export type FieldOf = {
  readonly id: string;
  readonly path: string;
  readonly setting: Setting;
  readonly words: FieldWords;
  readonly value: unknown;
  readonly problem: FieldProblem | undefined;
  readonly isChanged: boolean;
  /** The setting that has to be on for this one to mean something, where it is off. */
  readonly waitsFor: FieldWords | undefined;
  readonly set: (value: unknown) => void;
};

/** The `id` of a field in the document, by its path. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`;

export function useFormContext(): FormContextValue {
  const around = useContext(FormContext);
  if (around === null) throw new Error('A field is drawn outside of a form.');
  return around;
}

/** The field at a path of the form around. */
export function useField(path: string): FieldOf {
  const { form, words } = useFormContext();
  const setting = valueAt(form.settings, path) as Setting;
  const beside = (name: string) => [...path.split('.').slice(0, -1), name].join('.');
  const needed = setting.needs === undefined ? undefined : beside(setting.needs);
  return {
    id: fieldId(path),
    path,
    setting,
    words: valueAt(words, path) as FieldWords,
    value: valueAt(form.value, path),
    problem: form.problems.find((one) => one.path === path),
    isChanged: form.changes.includes(path),
    waitsFor:
      needed === undefined || valueAt(form.value, needed) === true
        ? undefined
        : (valueAt(words, needed) as FieldWords),
    set: (value) => {
      form.set(path, value);
    },
  };
}

/** The problems of the fields below a path, such as those of a tab. */
export const problemsBelow = (problems: readonly FieldProblem[], path: string): readonly FieldProblem[] =>
  problems.filter((one) => one.path === path || one.path.startsWith(`${path}.`));
