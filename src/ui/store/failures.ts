import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { ServiceError, StorageState } from '../../protocol/engine-api.ts';

/** What went wrong in opening, saving or reading, as long as somebody has to know. */
export type Failures = {
  /** Null when all is well. */
  readonly problem: ReadonlySignal<ServiceError | null>;
  readonly report: (problem: ServiceError | null) => void;
  /** Something was written: what kept it from being written before is over. */
  readonly works: () => void;
  readonly dismiss: () => void;
};

const passing: readonly ServiceError['code'][] = ['E-DB-WRITE', 'E-DB-QUOTA', 'E-ENGINE'];

/** What an answer said, before what the storage says of itself. Put away, a problem stays away until it is another one. */
export function createFailures(storage: ReadonlySignal<StorageState>): Failures {
  const failure = signal<ServiceError | null>(null);
  const dismissed = signal<ServiceError['code'] | null>(null);
  return {
    problem: computed(() => {
      if (failure.value !== null) return failure.value;
      const { problem } = storage.value;
      return problem?.code === dismissed.value ? null : problem;
    }),
    report: (problem) => {
      failure.value = problem;
    },
    works: () => {
      dismissed.value = null;
      const { value: problem } = failure;
      if (problem !== null && passing.includes(problem.code)) failure.value = null;
    },
    dismiss: () => {
      failure.value = null;
      dismissed.value = storage.value.problem?.code ?? null;
    },
  };
}
