import { countOf } from '../format.ts';

/** The words of every list of settings. */
export const listWords = {
  search: (what: string) => `Find in ${what}`,
  find: 'Find',
  found: (n: number, of: number) => `${countOf(n)} of ${countOf(of)}`,
  nothingFound: 'Nothing here has these words.',
  unsaved: 'Not saved yet',
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  moved: (name: string, at: number, of: number) => `${name} is now ${countOf(at)} of ${countOf(of)}.`,
  orderHint: 'Drag a row, or press Alt and an arrow key on it.',
  fold: (name: string) => `Fold ${name}`,
  unfold: (name: string) => `Unfold ${name}`,
  back: (what: string) => `All ${what}`,
};
