import type { TestOutcome } from '../../protocol/tests-api.ts';
import type { LaterIconName } from '../controls/later-icon-names.ts';

const icons: Readonly<Record<TestOutcome['kind'] | 'unknown', LaterIconName>> = {
  passed: 'passed',
  failed: 'failed',
  unfit: 'warn',
  hung: 'clock',
  broken: 'warn',
  unknown: 'start',
};

export const outcomeIcon = (kind: TestOutcome['kind'] | 'unknown'): LaterIconName => icons[kind];
