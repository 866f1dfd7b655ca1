import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { TestCut, TestDraft, MarkedExpectation } from '../../protocol/test-making.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import type { FilesClient } from '../files-client.ts';
import { createFilesClient } from '../files/save.ts';
import { useStore } from '../context.ts';
import type { StepRange } from './step-range.tsx';

export type Drafted = TestDraft | 'waits' | 'slow' | 'broken' | 'empty';

/** What is typed into a field waits for so long, in milliseconds. */
const quiet = 300;

/** The conversation as it was when the dialog opened; null while it is read, `lost` where it cannot be. */
export function useConversation(): ScenarioFile | null | 'lost' {
  const { engine, workspace } = useStore();
  const found = useSignal<ScenarioFile | null | 'lost'>(null);
  useEffect(() => {
    let isOver = false;
    engine.scenario(workspace.peek()?.id ?? '', 'conversation').then(
      (file) => {
        if (!isOver) found.value = 'problem' in file ? 'lost' : file;
      },
      () => {
        if (!isOver) found.value = 'lost';
      },
    );
    return () => {
      isOver = true;
    };
  }, [engine, workspace, found]);
  return found.value;
}

export type Making = {
  readonly client: FilesClient;
  readonly drafted: Drafted;
  /** How much smaller it is with only what matters; null while that is not known. */
  readonly cut: TestCut | 'failed' | null;
};

/** What can be expected of a stretch, played in a worker that ends with the dialog. */
export function useTestDraft(
  conversation: ScenarioFile | null,
  { from, to }: StepRange,
  wanted: readonly MarkedExpectation[],
): Making {
  const client = useMemo(createFilesClient, []);
  const drafted = useSignal<Drafted>('waits');
  const cut = useSignal<Making['cut']>(null);
  useEffect(
    () => () => {
      client.stop();
    },
    [client],
  );
  useEffect(() => {
    if (conversation === null) return undefined;
    const ending = new AbortController();
    drafted.value = from > to ? 'empty' : 'waits';
    cut.value = null;
    const ask = async () => {
      if (from > to) return;
      const draft = await client.suggestTest({ conversation, from, to, wanted }, ending.signal);
      if (ending.signal.aborted) return;
      drafted.value = 'because' in draft ? (draft.because === 'slow' ? 'slow' : 'broken') : draft;
      if ('because' in draft) return;
      await lookFor(cut, client, ending.signal);
    };
    const timer = setTimeout(() => void ask(), drafted.peek() === 'waits' ? 0 : quiet);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
    // What is wanted stands still while the dialog is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [conversation, from, to, client, drafted, cut]);
  return { client, drafted: drafted.value, cut: cut.value };
}

async function lookFor(cut: Signal<Making['cut']>, client: FilesClient, signal: AbortSignal): Promise<void> {
  const found = await client.cutTest(signal);
  if (!signal.aborted) cut.value = 'because' in found ? 'failed' : found;
}
