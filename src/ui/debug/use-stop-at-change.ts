import type { ShownVariable } from '../../engine/step-observer.ts';
import { breakpointsOf } from '../breakpoints/breakpoints.ts';
import { removeWithUndo } from '../breakpoints/remove.ts';
import { useAppContext } from '../context.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { debuggingOf } from './debugging.ts';
import { breakpointOn, watchedIn } from './stop-at-change.ts';

/** Whether it is stopped where a value changes, and what turns that on and off. */
export type StopAtChange = {
  readonly isSet: boolean;
  /** Where it is not, `toggle` says why. */
  readonly isPossible: boolean;
  /** What it would do, or why it cannot, in words. */
  readonly title: string;
  readonly toggle: () => void;
};

/** The breakpoint on a value of the selected call; `path` is empty for what no expression names. */
export function useStopAtChange({ name, reference }: ShownVariable, path: string): StopAtChange {
  const context = useAppContext();
  const debugging = debuggingOf(context.store);
  const breakpoints = breakpointsOf(context.store);
  const watched = watchedIn(debugging.view.value?.calls ?? [], debugging.frame.value, path);
  if (typeof watched === 'string') {
    const title = words.notWatched[watched];
    return {
      isSet: false,
      isPossible: false,
      title,
      toggle: () => {
        debugging.refusal.value = title;
      },
    };
  }
  const known = breakpointOn(breakpoints.list.value, watched);
  const hint = reference === undefined ? words.stopAtChangeHint : words.stopAtChangeOfWhole;
  const isSet = known !== undefined && known.isOff !== true;
  return {
    isSet,
    isPossible: true,
    title: hint(name),
    toggle: () => {
      if (known === undefined) breakpoints.add({ kind: 'data', ...watched });
      else if (known.isOff === true) breakpoints.switch([known.id], true);
      else removeWithUndo(context, [known]);
      debugging.saidOfStops.value = isSet ? '' : words.nowStopsAt(name);
    },
  };
}
