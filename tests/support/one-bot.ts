import type { ScriptFile, WorldFile } from '../../src/engine/definition.ts';

/** One channel without a form, whose bot has these scripts beside an empty register script, which is number 1. */
export const oneBot = (scripts: readonly ScriptFile[]): WorldFile => ({
  startsAt: '2024-01-01T10:00:00Z',
  channels: [
    {
      id: 1,
      name: 'Support',
      bot: { enabled: true, folder: 'Echo', name: 'Echo' },
      preChatForm: { enabled: false },
    },
  ],
  folders: [{ id: 1, name: 'Echo', scripts: [{ id: 1, name: 'bot register', source: '' }, ...scripts] }],
});
