import type { WorldFile } from '../../src/engine/definition.ts';

/** Two agents, neither of them present, and two channels: one with forms for both, and one without for the first. */
export const twoDesks: WorldFile = {
  startsAt: '2026-03-02T09:00:00Z',
  agents: [
    { id: 1, name: 'Kari Nord', present: false },
    { id: 2, name: 'Ole Vik', present: false },
  ],
  channels: [
    {
      id: 1,
      name: 'Parcels',
      members: [
        { agent: 1, canRespond: true },
        { agent: 2, canRespond: true },
      ],
      preChatForm: { enabled: true },
      postChatForm: { enabled: true },
    },
    {
      id: 2,
      name: 'Shop',
      members: [{ agent: 1, canRespond: true }],
      preChatForm: { enabled: false },
    },
  ],
};
