import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { limits } from '../../scenario/limits.ts';
import { useStore } from '../context.ts';

/** The names that the tests of the workspace have, and one that none of them has. */
export function useNames(): { readonly taken: ReadonlySet<string>; readonly offer: string } {
  const { engine, workspace } = useStore();
  const taken = useSignal<ReadonlySet<string>>(new Set());
  const open = workspace.value;
  useEffect(() => {
    let isOver = false;
    // Where they cannot be read, whoever keeps the test says so.
    engine.tests(open?.id ?? '').then(
      (tests) => {
        if (!isOver) taken.value = new Set(tests.map(({ name }) => name));
      },
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [engine, open?.id, taken]);
  return { taken: taken.value, offer: free((open?.name ?? '').slice(0, limits.name - 5), taken.value) };
}

function free(name: string, taken: ReadonlySet<string>): string {
  let offer = name;
  for (let n = 2; taken.has(offer); n++) offer = `${name} ${String(n)}`;
  return offer;
}

/** The tags in a text with commas between them, each once, without a `#` before it. */
export const tagsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim().replace(/^#/, '').slice(0, limits.name))
      .filter((tag) => tag !== ''),
  ),
];
