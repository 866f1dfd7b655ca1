import type { Test } from '../testing/test.ts';
import type { ServiceError } from './engine-api.ts';

/** What the page asks of the engine's worker about the tests that a workspace keeps; part of `EngineApi`. */
export interface KeptTestsApi {
  /** The tests of the workspace, the oldest first. */
  tests(workspace: string): Promise<readonly Test[]>;
  /** Keeps tests, each in the place of the one with its id, all or none; null when they are kept. */
  saveTests(workspace: string, tests: readonly Test[]): Promise<ServiceError | null>;
  /** Null when they are gone. Whoever wants them back saves them again. */
  deleteTests(workspace: string, ids: readonly string[]): Promise<ServiceError | null>;
}
