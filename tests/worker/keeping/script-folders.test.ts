import { describe, expect, it } from 'vitest';
import { Machine } from '../../support/in-process-worker.ts';

const zip = { name: 'bots', at: Uint8Array.from([1, 2, 3]) };
/** The workspace of a first visit. */
const first = 'first-visit';
const last = [{ path: 'Eko/a.crm', script: 4, folder: 'Eko', name: 'a', sum: '0123456789abcdef' }];

describe('the folder that a workspace goes with', () => {
  it('is kept with it, and forgotten when somebody says so', async () => {
    const tab = await new Machine().tab();
    expect(await tab.service.scriptFolder(first)).toBeNull();

    await tab.service.keepScriptFolder(first, { ...zip, exchange: last });
    expect(await tab.service.scriptFolder(first)).toEqual({ ...zip, exchange: last });

    await tab.service.keepScriptFolder(first, null);
    expect(await tab.service.scriptFolder(first)).toBeNull();
  });

  it('is that of the workspace which a branch left, and nobody knows which side is newer; a copy has none', async () => {
    const tab = await new Machine().tab();
    await tab.service.keepScriptFolder(first, { ...zip, exchange: last });

    const branch = await tab.service.startOver(first);
    const copy = await tab.service.copy(first, { began: 'copy', name: 'Copy' });
    if ('problem' in branch || 'problem' in copy) throw new Error('not made');

    expect(await tab.service.scriptFolder(branch.id)).toEqual({
      ...zip,
      exchange: [{ ...last[0], sum: '0000000000000000' }],
    });
    expect(await tab.service.scriptFolder(copy.id)).toBeNull();
    await tab.service.keepScriptFolder(branch.id, null);
    expect(await tab.service.scriptFolder(branch.id)).toBeNull();
  });
});
