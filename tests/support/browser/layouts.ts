import type { Page } from 'playwright-core';

/** Where a layout began: how deep in the document each of its roots stands; the whole page is 1. */
export type LaidOut = readonly number[];

type Traced = {
  readonly name: string;
  readonly args: { readonly endData?: { readonly layoutRoots?: readonly { readonly depth: number }[] } };
};

/** All that the browser lays out while `act` runs, by its own trace. */
export async function laidOutBy(page: Page, act: () => Promise<unknown>): Promise<readonly LaidOut[]> {
  const session = await page.context().newCDPSession(page);
  const entries: Traced[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    entries.push(...(value as unknown as readonly Traced[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] },
  });
  await act();
  const isComplete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => {
      resolve();
    });
  });
  await session.send('Tracing.end');
  await isComplete;
  await session.detach();
  return entries
    .filter(({ name }) => name === 'Layout')
    .flatMap(({ args }) => [(args.endData?.layoutRoots ?? []).map(({ depth }) => depth)]);
}
