import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { words } from '../words.ts';

/** Says that something is under way, but only when it takes long enough to be noticed. */
export function SlowHint({ pending }: { readonly pending: boolean }) {
  const level = useSignal(0);
  useEffect(() => {
    level.value = 0;
    if (!pending) return undefined;
    const soon = setTimeout(() => {
      level.value = 1;
    }, 100);
    const later = setTimeout(() => {
      level.value = 2;
    }, 3000);
    return () => {
      clearTimeout(soon);
      clearTimeout(later);
    };
  }, [pending, level]);
  if (level.value === 0) return null;
  return (
    <p class="note" role="status">
      {level.value === 1 ? words.sending : words.stillWorking}
    </p>
  );
}
