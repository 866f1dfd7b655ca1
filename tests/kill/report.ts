import type { WorldJson } from '../../src/engine/world-json.ts';
import type { RawLog } from '../support/browser/raw-log.ts';

/** What a page found on the disk before it wrote anything, and the world that the worker made of it. */
export type Report = { readonly raw: RawLog; readonly world: WorldJson } | { readonly problem: string };
