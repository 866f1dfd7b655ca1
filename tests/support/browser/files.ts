import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** The question before something is opened, or what is wrong with it. */
export const preview = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** As a browser is that lets no page write files: what is saved goes to the downloads. To be told before the page is opened. */
export const onlyDownloads = { content: 'delete window.showSaveFilePicker;' };

/**
 * As a browser that asks for a file, when somebody answers with the name that is suggested: the file lies in the private
 * files of the origin, where pages may write without asking. While `refusesFiles` is set, nobody chooses one.
 */
export const picksFiles = {
  content: `
    window.showSaveFilePicker = async ({ suggestedName }) => {
      if (window.refusesFiles) throw new DOMException('Nobody chose.', 'AbortError');
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    };
  `,
};

/** The text of a file that was saved as `picksFiles` has it. */
export const pickedFile = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (wanted) => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(wanted)).getFile()).text();
  }, name);

/** Saves the open workspace with what is chosen at first, and gives the text of the file. */
export async function savedFile(page: Page): Promise<string> {
  await page.keyboard.press('ControlOrMeta+Shift+s');
  const dialog = page.getByRole('dialog', { name: 'Save this rehearsal' });
  await dialog.getByText(/Replays identically/).waitFor();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

/** Asks for a file to open, and answers with this one. */
export async function openFile(page: Page, name: string, text: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('ControlOrMeta+o');
  await (await choosing).setFiles([{ name, mimeType: 'application/json', buffer: Buffer.from(text) }]);
}

/** Holds a file over an element and lets it go there. */
export async function dropFile(target: Locator, name: string, text: string): Promise<void> {
  const transfer = await target.page().evaluateHandle(
    ([called, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], called));
      return data;
    },
    [name, text] as const,
  );
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}

/** Pastes a text where nothing is being typed. */
export const pasteText = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
