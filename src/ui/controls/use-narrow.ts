import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

/** Whether the window is so narrow that it shows one pane at a time; the styles' own bound (narrow.css). */
export function useNarrow(): boolean {
  const query = useMemo(() => matchMedia('(max-width: 899px)'), []);
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
