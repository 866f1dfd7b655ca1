import { useEffect, useRef } from 'preact/hooks';
import { isCovered } from '../frame/is-covered.ts';
import { isTyping } from '../frame/is-typing.ts';
import { actOf, type Act } from './keys.ts';

/** Hears the presenter's keys before the rest of the window does, but not under a dialog or an open menu. */
export function useKeys(hasLetters: boolean, act: (what: Act) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (isCovered()) return;
      const what = actOf(event, !takesKeys(event), hasLetters);
      if (what === null || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(what);
    };
    addEventListener('keydown', hear, { capture: true });
    return () => {
      removeEventListener('keydown', hear, { capture: true });
    };
  }, [hasLetters]);
}

/** What has the focus has a use of its own for arrows, digits and letters. */
function takesKeys(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    isTyping(event) ||
    (target instanceof HTMLElement &&
      target.closest('[role="grid"], [role="tablist"], [role="tree"], [role="slider"]') !== null)
  );
}
