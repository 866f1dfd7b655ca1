import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { ServiceError, StorageState } from '../../../src/protocol/engine-api.ts';
import { createFailures } from '../../../src/ui/store/failures.ts';
import { asText } from '../../../src/engine/codes.ts';

const sound: StorageState = {
  kind: 'indexedDB',
  problem: null,
  restored: null,
  restoring: null,
  isEmpty: false,
  journal: true,
};
const full: ServiceError = { code: 'E-DB-QUOTA', reason: asText('Full.') };
const broken: ServiceError = { code: 'E-DB-WRITE', reason: asText('Broken.') };
const corrupt: ServiceError = { code: 'E-DB-CORRUPT', reason: asText('A part cannot be read.') };

function given() {
  const storage = signal(sound);
  return { storage, failures: createFailures(storage) };
}

describe('what went wrong with the storage', () => {
  it.each([full, broken])('is over when writing works again: $code', (problem) => {
    const { failures } = given();
    failures.report(problem);

    failures.works();

    expect(failures.problem.value).toBeNull();
  });

  it('stays when it is no matter of writing', () => {
    const { failures } = given();
    failures.report(corrupt);

    failures.works();

    expect(failures.problem.value).toBe(corrupt);
  });

  it('can be put away, the state of the storage too, and is there again when it fails anew', () => {
    const { failures, storage } = given();
    storage.value = { ...sound, problem: broken };
    failures.dismiss();
    expect(failures.problem.value).toBeNull();

    storage.value = { ...sound, problem: { ...broken } };
    expect(failures.problem.value).toBeNull();
    storage.value = sound;
    failures.works();
    storage.value = { ...sound, problem: broken };

    expect(failures.problem.value).toBe(broken);
  });
});
