import { useEffect } from 'preact/hooks';
import { isCovered } from '../frame/is-covered.ts';
import type { Debugging } from './debugging.ts';
import { doVerb } from './do-verb.ts';
import { verbOfKey } from './debug-keys.ts';

/** Hears the keys of the debugger while it is shown, before whatever has the focus does. */
export function useDebugKeys(debugging: Debugging): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const verb = verbOfKey(event);
      if (verb === null || debugging.view.peek() === null || isCovered()) return;
      event.preventDefault();
      event.stopPropagation();
      // A key that is held lets one step go on, not all that stop behind it.
      if (verb !== 'resume' || !event.repeat) void doVerb(debugging, verb);
    };
    addEventListener('keydown', hear, { capture: true });
    return () => {
      removeEventListener('keydown', hear, { capture: true });
    };
  }, [debugging]);
}
