import { isEmail } from '../../../engine/form-rule.ts';
import type { Setting, Settings } from '../../../engine/setting-kinds.ts';
import { problemsIn, type FieldProblem } from '../../form/field-problem.ts';
import { formWords } from '../../words/form-words.ts';
import { thingWords } from '../../words/thing-words.ts';

const words = thingWords.problems;

/** The number of another thing, or what is chosen by a number. */
export const reference: Setting<number> = { kind: 'faqFolder', standard: 0 };

/** A value that the form's own part draws and checks. */
export const ownPart: Setting = { kind: 'some', standard: [] };

export const error = (path: string, text: string): FieldProblem => ({ path, text });
export const warning = (path: string, text: string): FieldProblem => ({ path, text, isWarning: true });

/** What is wrong with values each by itself, and with those that have to be filled in. */
export function checked(
  settings: Settings,
  value: object,
  required: readonly string[],
): readonly FieldProblem[] {
  const empty = required.filter((path) => String((value as Record<string, unknown>)[path]).trim() === '');
  return [...empty.map((path) => error(path, formWords.problems.empty)), ...problemsIn(settings, value)];
}

export const emailProblem = (path: string, email: string): readonly FieldProblem[] =>
  email === '' || isEmail(email) ? [] : [error(path, words.noEmail(email))];

/** That another thing has this name, which is allowed and confuses. */
export function alsoCalled(
  path: string,
  name: string,
  others: readonly { readonly id: number; readonly name: string }[],
  id: number,
): readonly FieldProblem[] {
  const same = others.find(
    (one) => one.id !== id && one.name.trim().toLowerCase() === name.trim().toLowerCase(),
  );
  return same === undefined || name.trim() === '' ? [] : [warning(path, words.alsoCalled(same.name))];
}
