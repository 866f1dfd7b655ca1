import type { Page } from 'playwright-core';
import { isLate, readTables, type RawLog } from './raw-log.ts';

/** What lies in the database, read past the app, as soon as it has followed what was acknowledged, and nothing comes late. */
export async function readRawLog(page: Page): Promise<RawLog> {
  for (let before = await page.evaluate(readTables); ;) {
    await page.waitForTimeout(250); // it follows the journal within 200
    const now = await page.evaluate(readTables);
    if (now.inputs.length === before.inputs.length && !isLate(now)) return now;
    before = now;
  }
}

/** Puts something else in the place of the step that holds a stored event. To be called on a page without the app. */
export function damageEvent(page: Page, key: readonly [workspace: string, seq: number]): Promise<void> {
  return page.evaluate(
    ([workspace, seq]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('rehearsal');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('steps', 'readwrite');
          const range = IDBKeyRange.bound([workspace, seq], [workspace, Infinity]);
          const finding = transaction.objectStore('steps').index('[workspace+seq]').openCursor(range);
          finding.onsuccess = () => {
            const row = finding.result?.value as object | undefined;
            if (row !== undefined) finding.result?.update({ ...row, text: '{"type":7,"at":"\u0000garbage' });
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onerror = () => {
            reject(new Error(transaction.error?.message));
          };
        };
      }),
    key,
  );
}

export type Seen = { readonly gaps: readonly string[]; readonly doubled: readonly string[] };

/** What is wrong with the numbering of a log: nothing, if it is whole. */
export function faultsOf({ events, inputs }: RawLog): Seen {
  const gaps: string[] = [];
  events.forEach(({ seq }, index) => {
    if (seq !== index + 1) gaps.push(`event ${String(index + 1)}`);
  });
  inputs.forEach(({ step }, index) => {
    if (step !== index + 1) gaps.push(`step ${String(index + 1)}`);
  });
  const commands = inputs.map(({ command }) => command);
  return { gaps, doubled: commands.filter((id, index) => commands.indexOf(id) !== index) };
}

export const whole: Seen = { gaps: [], doubled: [] };
