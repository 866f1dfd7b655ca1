import type { TestsApi } from '../../protocol/tests-api.ts';
import { allLater } from '../all-later.ts';
import { partLater } from '../part-later.ts';
import type { TestsParts } from './tests-service.ts';

const calls: Readonly<Record<keyof TestsApi, true>> = {
  connect: true,
  take: true,
  hold: true,
  run: true,
  look: true,
  accept: true,
  rename: true,
  upTo: true,
  read: true,
  samples: true,
  junit: true,
  ping: true,
};

/** The worker for tests, whose part is loaded with the first call; a call fails where that cannot be loaded. */
export function testsInPart(parts: TestsParts): TestsApi {
  return allLater(
    calls,
    partLater(async () => (await import('./tests-service.ts')).createTestsService(parts)),
  );
}
