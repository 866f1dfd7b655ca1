import { describe, expect, it, vi } from 'vitest';
import { signal } from '@preact/signals';
import type { HelpClient } from '../../../src/ui/help-client.ts';
import { isNotChecked } from '../../../src/ui/help/not-checked.ts';
import { helpLater } from '../../../src/ui/help/help-later.ts';

function standIn() {
  return {
    check: vi.fn(() => Promise.resolve([])),
    assist: vi.fn(() => Promise.resolve(null)),
    format: vi.fn(() => Promise.resolve(null)),
    look: vi.fn(() => Promise.resolve(null)),
    placeBreakpoints: vi.fn(() => Promise.resolve(null)),
    checkBreakpoint: vi.fn(() => Promise.resolve(null)),
    insisted: signal(0),
    insist: vi.fn(),
    stop: vi.fn(),
  } satisfies HelpClient;
}

describe('help to write scripts, which comes later', () => {
  it('is loaded once, when it is first asked for', async () => {
    const client = standIn();
    const load = vi.fn(() => Promise.resolve(client));
    const help = helpLater(load);

    expect(load).not.toHaveBeenCalled();
    expect(await help.check('list', 'a', 'a', 'crmscript')).toEqual([]);
    await help.check('list', 'b', 'b', 'crmscript', 7);

    expect(load).toHaveBeenCalledOnce();
    expect(client.check).toHaveBeenLastCalledWith('list', 'b', 'b', 'crmscript', 7);
  });

  it('says that nothing was checked while it cannot be had, and tries again with the next question', async () => {
    const client = standIn();
    const load = vi.fn<() => Promise<HelpClient>>().mockRejectedValueOnce(new Error('gone'));
    load.mockResolvedValue(client);
    const help = helpLater(load);

    const first = await help.check('list', 'a', 'a', 'crmscript');

    expect(first?.every(isNotChecked)).toBe(true);
    expect(await help.check('list', 'a', 'a', 'crmscript')).toEqual([]);
  });

  it('tells who was told that something was not checked once it may be looked at', async () => {
    const client = standIn();
    const help = helpLater(() => Promise.resolve(client));

    help.insist('a');

    await vi.waitFor(() => {
      expect(help.insisted.value).toBe(1);
    });
    expect(client.insist).toHaveBeenCalledWith('a');
  });

  it('is stopped as soon as it comes when it was stopped before', async () => {
    const client = standIn();
    let come: (client: HelpClient) => void = () => undefined;
    const help = helpLater(() => new Promise((resolve) => (come = resolve)));
    const asked = help.assist({ kind: 'complete', source: '', file: 'a', offset: 0 } as never);

    help.stop();
    come(client);
    await asked;

    expect(client.stop).toHaveBeenCalled();
  });
});
