import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Lesson } from '../../protocol/course-api.ts';
import type { SuggestedCheck } from '../../protocol/course-files.ts';
import { createFilesClient } from '../files/save.ts';

/** What was played can ask for, or why that is not known. */
export type Suggested = readonly SuggestedCheck[] | 'unmarked' | 'waits' | 'slow' | 'broken';

/** What can be checked of what was played between start and goal: found in a worker that ends with whoever asks. */
export function useSuggested({ solution, start }: Lesson): Suggested {
  const client = useMemo(createFilesClient, []);
  const found = useSignal<Suggested>('waits');
  useEffect(
    () => () => {
      client.stop();
    },
    [client],
  );
  useEffect(() => {
    if (solution === undefined) {
      found.value = 'unmarked';
      return undefined;
    }
    const ending = new AbortController();
    found.value = 'waits';
    void client.suggestChecks({ conversation: solution, start }, ending.signal).then((answer) => {
      if (ending.signal.aborted) return;
      found.value = !('because' in answer) ? answer : answer.because === 'slow' ? 'slow' : 'broken';
    });
    return () => {
      ending.abort();
    };
  }, [client, found, solution, start]);
  return found.value;
}
