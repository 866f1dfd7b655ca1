import type { MarginAct } from '../editor/breakpoint-gutter.ts';
import type { Breakpoints } from './breakpoints.ts';
import { breakpointWords as words } from '../words/breakpoint-words.ts';
import type { MarginMenuItem } from './margin-menu.tsx';
import type { MarginActs } from './use-margin-acts.ts';

/** What can be done with a line: with its breakpoint, or to have one. */
export function marginItems(
  acts: MarginActs,
  breakpoints: Breakpoints,
  { line, place }: MarginAct,
): readonly MarginMenuItem[] {
  const there = acts.on(line);
  if (there === undefined)
    return [
      { text: words.setHere, hint: 'F9', act: () => void acts.set(line) },
      {
        text: words.withCondition,
        hint: 'Shift+F9',
        act: () => {
          acts.edit(line, place, 'condition');
        },
      },
      {
        text: words.withLog,
        act: () => {
          acts.edit(line, place, 'logMessage');
        },
      },
    ];
  const isOff = there.isOff === true;
  return [
    {
      text: words.edit,
      hint: 'Shift+F9',
      act: () => {
        acts.edit(line, place, there.logMessage === undefined ? 'condition' : 'logMessage');
      },
    },
    {
      text: isOff ? words.switchOn : words.switchOff,
      act: () => {
        breakpoints.switch([there.id], isOff);
      },
    },
    {
      text: words.remove,
      hint: 'F9',
      act: () => {
        acts.remove(there, line);
      },
    },
  ];
}
