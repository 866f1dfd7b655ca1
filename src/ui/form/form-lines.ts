import { leavesOf, valueAt, type Settings } from '../../engine/setting-kinds.ts';
import type { FieldWords } from '../words/field-words.ts';

/** The values of a form as lines, to be compared with others. */
export const formLines = (settings: Settings, words: unknown, values: unknown): string =>
  leavesOf(settings)
    .map(({ path }) => {
      const value = valueAt(values, path);
      const said = valueAt(words, path) as FieldWords;
      return `${said.label}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
    })
    .join('\n');
