import type { Move } from '../../protocol/debug-api.ts';
import type { LaterIconName } from '../controls/later-icon-names.ts';

/** What one can do in a step that is looked at. All but the last four move, and run nothing that stays. */
export type Verb =
  | 'reverseContinue'
  | 'stepBack'
  | 'backOver'
  | 'backOut'
  | 'stepIn'
  | 'next'
  | 'stepOut'
  | 'continue'
  | 'stepOutScope'
  | 'backOutScope'
  | 'runToLine'
  | 'backToLine'
  | 'toStart'
  | 'toEnd'
  | 'lastChange'
  | 'resume'
  | 'stopScript';

/** Both groups of the toolbar are of one size: what goes on goes back. */
export const groups = {
  back: ['reverseContinue', 'stepBack', 'backOver', 'backOut'],
  forward: ['stepIn', 'next', 'stepOut', 'continue'],
} as const satisfies Readonly<Record<string, readonly Verb[]>>;

/** What stands in the menu. */
export const inMenu = [
  'stepOutScope',
  'backOutScope',
  'runToLine',
  'backToLine',
  'toStart',
  'toEnd',
  'lastChange',
] as const satisfies readonly Verb[];

/** What a step that waits can be told besides. */
export const ofWaiting = ['resume', 'stopScript'] as const satisfies readonly Verb[];

export const verbIcons: Readonly<Record<Verb, LaterIconName>> = {
  reverseContinue: 'backAll',
  stepBack: 'stepBack',
  backOver: 'backOver',
  backOut: 'backOut',
  stepIn: 'stepInto',
  next: 'stepOver',
  stepOut: 'stepOut',
  continue: 'on',
  stepOutScope: 'stepOut',
  backOutScope: 'backOut',
  runToLine: 'runTo',
  backToLine: 'backTo',
  toStart: 'toStart',
  toEnd: 'toEnd',
  lastChange: 'lastChange',
  resume: 'play',
  stopScript: 'stop',
};

type Line = { readonly script: number; readonly line: number };

/** What the session is told for a verb; null for one that is no move. `line` is that of the cursor. */
export function moveOf(verb: Verb, line: Line): Move | null {
  switch (verb) {
    case 'runToLine':
      return { command: 'goto', ...line };
    case 'backToLine':
      return { command: 'goto', ...line, isBack: true };
    case 'lastChange':
    case 'resume':
    case 'stopScript':
      return null;
    default:
      return { command: verb };
  }
}
