import type { Page } from 'playwright-core';
import { traced } from './trace.ts';

/** Where a layout began: how deep in the document each of its roots stands; the whole page is 1. */
export type LaidOut = readonly number[];

type Args = { readonly endData?: { readonly layoutRoots?: readonly { readonly depth: number }[] } };

/** All that the browser lays out while `act` runs, by its own trace. */
export async function laidOutBy(page: Page, act: () => Promise<unknown>): Promise<readonly LaidOut[]> {
  const trace = await traced<Args>(page, ['devtools.timeline'], act);
  return trace
    .filter(({ name }) => name === 'Layout')
    .map(({ args }) => (args.endData?.layoutRoots ?? []).map(({ depth }) => depth));
}
