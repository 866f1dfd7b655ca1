import type { Page } from 'playwright-core';

/** One entry of a trace; times in microseconds. */
export type TraceEntry<Args = object> = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: Args;
};

/** What the browser itself traces, of these categories, while `act` runs. */
export async function traced<Args = object>(
  page: Page,
  includedCategories: string[],
  act: () => Promise<unknown>,
): Promise<readonly TraceEntry<Args>[]> {
  const session = await page.context().newCDPSession(page);
  const entries: TraceEntry<Args>[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    entries.push(...(value as unknown as readonly TraceEntry<Args>[]));
  });
  const traceConfig = { includedCategories, excludedCategories: ['*'] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await act();
  const isComplete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await isComplete;
  await session.detach();
  return entries;
}
