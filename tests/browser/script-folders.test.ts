import { readFile } from 'node:fs/promises';
import { unzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { isSaved } from '../support/browser/stage.ts';

let app: LaunchedApp;

afterEach(async () => {
  expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  await app.close();
});

/** The folder that is chosen is one of the private file system: a real one, which no question has to be answered for. */
const withFolder = {
  content: `window.showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('bots', { create: true });
  window.fileAt = async (path, create) => {
    const names = path.split('/');
    let folder = await window.showDirectoryPicker();
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create });
    return folder.getFileHandle(names.at(-1), { create });
  };`,
};
const withoutFolders = { content: 'delete window.showDirectoryPicker;' };

const readFileOf = (page: Page, path: string) =>
  page.evaluate<string>(
    `fileAt(${JSON.stringify(path)}).then((file) => file.getFile()).then((file) => file.text())`,
  );
const putFile = (page: Page, path: string, text: string) =>
  page.evaluate(`fileAt(${JSON.stringify(path)}, true).then(async (file) => {
    const stream = await file.createWritable();
    await stream.write(${JSON.stringify(text)});
    await stream.close();
  })`);

const chooseFolder = async (page: Page, button: string) => {
  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByRole('button', { name: button }).click();
};
const foot = (page: Page) => page.getByRole('region', { name: 'Files on this computer' });
const differs = (page: Page) => page.getByRole('dialog', { name: /^Scripts and the folder/ });
const received = 'Echobot/echobot message received.crmscript';

describe('a folder of script files', () => {
  it('gets the scripts, is followed as files change, and loses nothing that changed on both sides', async () => {
    app = await launchApp();
    await app.context.addInitScript(withFolder);
    const page = await app.open();
    await chooseFolder(page, 'Open folder…');
    await differs(page)
      .getByRole('button', { name: /^Write \d+$/ })
      .click();
    await foot(page).getByRole('img', { name: 'the same in both' }).waitFor();

    const written = await readFileOf(page, received);
    await putFile(page, received, `// from the editor beside\r\n${written.replaceAll('\n', '\r\n')}`);
    await page.getByText('// from the editor beside').waitFor();
    await isSaved(page);

    await page.reload();
    await foot(page).getByRole('img', { name: 'the same in both' }).waitFor();
    await page.getByText('// from the editor beside').click();
    await page.keyboard.press('Home');
    await page.keyboard.type('// mine ');
    await page.keyboard.press('Control+s');
    await foot(page)
      .getByRole('button', { name: /^1 difference/ })
      .waitFor();
    await putFile(page, received, '// theirs\r\n');
    await foot(page)
      .getByRole('button', { name: /^1 changed in both/ })
      .click();
    await differs(page).getByRole('button', { name: 'Nothing chosen' }).waitFor();
    await differs(page)
      .getByRole('combobox', { name: 'What becomes of echobot message received' })
      .selectOption({ label: 'Write mine into the file' });
    await differs(page).getByRole('button', { name: 'Write 1' }).click();
    await foot(page).getByRole('img', { name: 'the same in both' }).waitFor();
    expect(await readFileOf(page, received)).toMatch(/^\/\/ mine \/\/ from the editor beside\r\n/);
  });

  it('is a zip where the browser opens no folders: taken in, changed, saved with all that was in it', async () => {
    app = await launchApp();
    await app.context.addInitScript(withoutFolders);
    const page = await app.open();
    const zip = zipSync({
      'bots/README.md': strToU8('mine'),
      'bots/New bot/hello.crmscript': strToU8('print("hello");\r\n'),
    });
    const choosing = page.waitForEvent('filechooser');
    await chooseFolder(page, 'Open a zip of scripts…');
    await (
      await choosing
    ).setFiles({ name: 'bots.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
    await differs(page).getByText('New bot/hello.crmscript').waitFor();
    await differs(page)
      .getByRole('button', { name: /^Take 1, write \d+$/ })
      .click();
    await foot(page).getByRole('img', { name: 'the same in both' }).waitFor();

    await foot(page).getByRole('button', { name: 'More about bots' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save the zip' }).click();
    const saved = unzipSync(new Uint8Array(await readFile(await (await downloading).path())));

    expect(strFromU8(saved['bots/README.md'] ?? new Uint8Array())).toBe('mine');
    expect(strFromU8(saved['bots/New bot/hello.crmscript'] ?? new Uint8Array())).toBe('print("hello");\r\n');
    expect(Object.keys(saved)).toContain(`bots/${received}`);
  });
});
