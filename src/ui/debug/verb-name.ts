import { debugWords as words } from '../words/debug-words.ts';
import { groups, type Verb } from './verbs.ts';

const onButtons: readonly Verb[] = [...groups.back, ...groups.forward];

/** What a verb is called where there is room for it: a button says it in a word. */
export const nameOfVerb = (verb: Verb): string => words.verbs[verb][onButtons.includes(verb) ? 1 : 0];
