import type { WorldJson } from '../../src/engine/world-json.ts';
import type { Restored } from '../../src/protocol/engine-api.ts';
import type { RawLog } from '../support/browser/raw-log.ts';

/** What lies on the disk once the app has opened it, the world that the worker made of it, and what had been lost. */
export type Report = {
  readonly raw: RawLog;
  readonly world: WorldJson;
  readonly restored: Restored | null;
};
