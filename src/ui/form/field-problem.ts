import { isTimeZone } from '../../engine/availability.ts';
import { leavesOf, valueAt, type Setting, type Settings } from '../../engine/setting-kinds.ts';
import { formWords } from '../words/form-words.ts';

/** What is wrong with a field of a form. */
export type FieldProblem = {
  /** Where the field stands in the form's value: `layout.color`. */
  readonly path: string;
  /** A sentence that says what to do. */
  readonly text: string;
  /** Something that can be saved as it is, and does not do what one would think. */
  readonly isWarning?: true;
};

const words = formWords.problems;
const colour = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

function textProblem(setting: Setting, value: string): string {
  if (setting.hasLines !== true && /[\r\n]/.test(value)) return words.oneLine;
  const { max = Infinity } = setting;
  return value.length > max ? words.tooLong(value.length, max) : '';
}

/** What was typed instead of a number is kept as the text that it is. */
function numberProblem({ max = Infinity }: Setting, value: unknown): string {
  if (typeof value !== 'number') return words.noNumber(String(value));
  return value < 0 || value > max ? words.outOfRange(max) : '';
}

/** Why a value is none that a setting can have, as a sentence; empty when it is one. */
export function problemWith(setting: Setting, value: unknown): string {
  switch (setting.kind) {
    case 'text':
      return textProblem(setting, value as string);
    case 'number':
      return numberProblem(setting, value);
    case 'colour':
      return value === '' || colour.test(value as string) ? '' : words.noColour(value as string);
    case 'time':
      return timeOfDay.test(value as string) ? '' : words.noTime;
    case 'zone':
      return isTimeZone(value as string) ? '' : words.noZone(value as string);
    case 'choice':
      return setting.options?.includes(value as string) === true ? '' : words.noChoice;
    case 'some':
    case 'switch':
    case 'faqFolder':
      return '';
  }
}

/** What is wrong with the values of a tree of settings, each by itself. */
export const problemsIn = (settings: Settings, values: unknown): readonly FieldProblem[] =>
  leavesOf(settings).flatMap(({ path, setting }) => {
    const text = problemWith(setting, valueAt(values, path));
    return text === '' ? [] : [{ path, text }];
  });
