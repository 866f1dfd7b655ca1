import { afterEach, describe, it } from 'vitest';
import type { LaunchedApp } from '../support/app.ts';
import { launchApp } from '../support/app.ts';
import { onMessage } from '../support/browser/sample.ts';
import { customer, isSaved, saveScript, writeScript } from '../support/browser/stage.ts';

let app: LaunchedApp;

afterEach(async () => {
  await app.close();
});

describe('the tables of the library', () => {
  it('come when a script first names something in them, and a bot can catch what needs a server', async () => {
    app = await launchApp();
    const page = await app.open();
    await isSaved(page);

    const source = onMessage(
      'NSSaleAgent sales; try { sales.GetSaleEntity(1); } catch { addChatMessage(session, error.before(" needs"), 1, "Eko", 16, ""); }',
    );
    await writeScript(page, 'echobot message received', source);
    await saveScript(page);
    const ada = customer(page, 'Ada Berg');
    await ada.says('any sales?');

    await ada.sees('NotAvailableOffline: NSSaleAgent.GetSaleEntity');
  });
});
