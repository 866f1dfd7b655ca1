import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** True once `state` has lasted for so long; false at once when it is over. What is short goes unsaid. */
export function useLasting(state: boolean, milliseconds: number): boolean {
  const lasting = useSignal(false);
  useEffect(() => {
    lasting.value = false;
    if (!state) return undefined;
    const timer = setTimeout(() => {
      lasting.value = true;
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [state, milliseconds, lasting]);
  return state && lasting.value;
}
