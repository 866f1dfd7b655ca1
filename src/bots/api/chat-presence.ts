import { worldOf, type Caller } from './caller.ts';
import { presenceCarrier, userItem } from './carriers.ts';
import { perform } from './chat-sessions.ts';
import { numberIn, type Carrier, type CarrierInput } from './plain.ts';

/* Who is present, as ChatAgent has it (chat-domain §1.5). */

export const chatPresence = {
  GetChatPresence: (caller: Caller): Carrier[] => {
    const world = worldOf(caller);
    return world.agents.map((agent) => presenceCarrier(world, agent));
  },
  SaveChatPresence: (caller: Caller, given: readonly (CarrierInput | null)[]): void => {
    for (const one of given) {
      if (one === null) continue;
      const agent = numberIn(one, 'UserId') ?? 0;
      perform(caller, { type: 'agent.setsPresence', agent, present: one.field('Present') === true });
    }
  },
  GetUserAgentList: (caller: Caller, _flat: boolean, onlyPresent: boolean): Carrier[] =>
    worldOf(caller)
      .agents.filter(({ present }) => present || !onlyPresent)
      .map(userItem),
};
