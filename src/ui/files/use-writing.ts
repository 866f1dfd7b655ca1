import { useSignal } from '@preact/signals';
import type { Way } from './form.ts';
import { writeDraft, type WorkspaceDraft, type SaveResult } from './save.ts';
import type { Leaving } from './use-leaving.ts';
import type { FileHandle } from './writing.ts';

type Done = Extract<SaveResult, { done: string }>;

type Writing = {
  /** What is chosen can be written now. */
  readonly canWrite: boolean;
  /** Why it was not written, in words; empty when it was. */
  readonly problem: string;
  /** Writes it, and does `then` when it was written. */
  readonly write: (
    handle: FileHandle | null,
    then: (taken: WorkspaceDraft, written: Done) => void,
  ) => Promise<void>;
};

/** Writes what is chosen in Save or Share, once at a time. */
export function useWriting({ taken, form, drafting }: Leaving, way: Way): Writing {
  const busy = useSignal(false);
  const problem = useSignal('');
  return {
    canWrite: !busy.value && taken !== null && form.name.trim() !== '',
    problem: problem.value,
    write: async (handle, then) => {
      if (busy.peek() || taken === null || form.name.trim() === '') return;
      busy.value = true;
      problem.value = '';
      const written = await writeDraft(drafting, form, way, handle);
      busy.value = false;
      if ('problem' in written) problem.value = written.problem;
      else then(taken, written);
    },
  };
}
