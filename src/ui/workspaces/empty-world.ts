import type { WorldFile } from '../../engine/definition.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

/** As little as somebody can chat in: a channel, and an agent who is present. Its clock begins now, in the zone of whoever sits here. */
export function emptyWorld(): WorldFile {
  return {
    startsAt: new Date().toISOString(),
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    agents: [{ id: 1, name: words.emptyAgent, present: true }],
    channels: [
      {
        id: 1,
        name: words.emptyChannel,
        members: [{ agent: 1, canRespond: true, canListen: true, notifications: true, manager: true }],
      },
    ],
  };
}
