import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import { words } from '../words/words.ts';
import type { Unanswered } from './questions.ts';

const code = 'not-checked';

/** Says that nobody looked at a script, which is not the same as that nothing is wrong with it. */
export const notChecked = (why: Exclude<Unanswered, 'superseded'>, file: string): Diagnostic => ({
  severity: 'warning',
  code,
  message: words.notChecked[why],
  span: { file, start: 0, end: 0, line: 1, column: 1 },
});

export const isNotChecked = (found: Diagnostic): boolean => found.code === code;
