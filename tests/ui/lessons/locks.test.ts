import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/course/locked.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import { guardOf } from '../../../src/ui/lessons/locks.ts';

const input = (given: object) => given as Input;

describe('what a lesson locks', () => {
  const guard = guardOf({ locked: ['settings/channels/1', 'scripts', 'settings/options'] });
  const refused = (given: object) => guard?.refuse(input(given))?.code ?? null;

  it('is what its addresses name, and all that lies under them', () => {
    expect(refused({ type: 'admin.savesChannel', channel: { id: 1 } })).toBe('locked-by-lesson');
    expect(refused({ type: 'admin.deletesChannel', channel: 1 })).toBe('locked-by-lesson');
    expect(refused({ type: 'admin.savesChannel', channel: { id: 12 } })).toBeNull();
    expect(refused({ type: 'admin.savesScript', folder: 1, script: { id: 7 } })).toBe('locked-by-lesson');
    expect(refused({ type: 'admin.deletesFolder', folder: 1 })).toBe('locked-by-lesson');
    expect(refused({ type: 'admin.setsOptions', options: {} })).toBe('locked-by-lesson');
    expect(guard?.isLocked('scripts/7')).toBe(true);
    expect(guard?.isLocked('settings/channels')).toBe(false);
  });

  it('keeps nobody from talking, and from what it does not name', () => {
    expect(refused({ type: 'customer.writes', session: 1, text: 'hi' })).toBeNull();
    expect(refused({ type: 'agent.setsPresence', agent: 1, present: false })).toBeNull();
    expect(refused({ type: 'admin.savesFaqEntry', faqEntry: { id: 1 } })).toBeNull();
    expect(guardOf({})).toBeNull();
  });

  it('names settings by the addresses of the window', () => {
    expect(addressOf(input({ type: 'admin.movesMock', mock: 3, before: 0 }))).toBe('settings/mocks/3');
    expect(addressOf(input({ type: 'admin.savesQuickReply', quickReply: { id: 2 } }))).toBe(
      'settings/quickReplies/2',
    );
    expect(addressOf(input({ type: 'admin.savesTable', table: 'orders', rows: [] }))).toBe('settings/tables');
    expect(addressOf(input({ type: 'admin.registersBot', channel: 1 }))).toBeNull();
  });
});
