import type { MockFile } from '../engine/definition.ts';
import type { ScenarioFile } from './format.ts';

/** A file with nothing in it but these mocks, for what looks into files. */
export const worldOfMocks = (mocks: readonly MockFile[]): ScenarioFile => ({
  format: 'rehearsal-scenario',
  version: 2,
  name: 'Mocks',
  world: { startsAt: '2000-01-01T00:00:00Z', mocks },
  steps: [],
});
