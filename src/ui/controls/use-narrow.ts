import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

/** Whether the window is so narrow that it shows one pane at a time; the styles' own bound (narrow.css), unless another is asked for. */
export function useNarrow(widest = 899): boolean {
  const query = useMemo(() => matchMedia(`(max-width: ${String(widest)}px)`), [widest]);
  const narrow = useSignal(query.matches);
  useEffect(() => {
    const look = () => {
      narrow.value = query.matches;
    };
    query.addEventListener('change', look);
    return () => {
      query.removeEventListener('change', look);
    };
  }, [query, narrow]);
  return narrow.value;
}
