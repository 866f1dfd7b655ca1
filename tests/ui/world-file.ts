import type { WorldFile } from '../../src/engine/definition.ts';

/** A help desk with two agents and no bot, as small as the panes need it. */
export const helpDesk: WorldFile = {
  startsAt: '2026-03-02T09:00:00Z',
  agents: [
    { id: 1, name: 'Kari Nord', present: true },
    { id: 2, name: 'Ola Sand', present: false },
  ],
  channels: [
    {
      id: 1,
      name: 'Help desk',
      members: [
        { agent: 1, canRespond: true, canListen: true, manager: true },
        { agent: 2, canRespond: true },
      ],
      postChatForm: { enabled: true, rating: true, transcript: true },
    },
  ],
};
