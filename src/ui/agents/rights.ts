import type { Session, World } from '../../engine/world.ts';

/** What an agent may do on the channel of a session (chat-domain §1.2). */
export function rightsOf(world: World, agent: number, session: Session) {
  const channel = world.channels.find(({ id }) => id === session.channel);
  const member = channel?.members.find((one) => one.agent === agent);
  return {
    responds: member?.canRespond ?? false,
    listens: member?.canListen ?? false,
    manages: member?.manager ?? false,
  };
}

/** Sessions that wait on the channels of an agent, longest waiting first. */
export const waitingFor = (world: World, agent: number, waiting: readonly Session[]): readonly Session[] =>
  waiting.filter((session) => rightsOf(world, agent, session).responds);

/** Sessions that go on at other desks of the agent's channels, or with a bot. */
export const goingOn = (world: World, agent: number): readonly Session[] =>
  [...world.sessions].filter((session) => {
    const rights = rightsOf(world, agent, session);
    return (
      (session.status === 5 || session.status === 6) && (rights.responds || rights.listens || rights.manages)
    );
  });
