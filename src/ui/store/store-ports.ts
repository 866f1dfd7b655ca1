import type { DraftOwner } from './draft-owner.ts';
import type { DraftsBridge } from './drafts-bridge.ts';

/** What the store needs of the page around it. */
export type StorePorts = {
  /** A command id that was never used before. */
  readonly newId: () => string;
  /** Monotonic milliseconds. */
  readonly mono: () => number;
  /** Runs something after some milliseconds. */
  readonly after: (milliseconds: number, run: () => void) => void;
  /** Where unsent text waits while one page goes and the next one comes. */
  readonly draftsBridge?: DraftsBridge;
  /** Which tab this is. */
  readonly draftOwner?: Promise<DraftOwner>;
};
