import type { Folder, Script } from '../../../engine/definition.ts';
import type { Inputs } from '../../../engine/event-data.ts';
import { createdInputs, changedInputs, receivedInputs, registerInputs } from '../../../engine/event-data.ts';
import { messageType, specialType } from '../../../engine/numbers.ts';
import type { BotRole } from '../../../engine/registration-found.ts';
import { findBotScripts } from '../../../engine/registration.ts';
import { visibleMessages } from '../../../engine/views.ts';
import type { Session, World } from '../../../engine/world.ts';

const roles: readonly BotRole[] = ['register', 'sessionCreated', 'sessionChanged', 'messageReceived'];

/** The role that a script's name gives it in its folder (chat-domain §4.1); undefined is none. */
export function roleByName(folder: Folder, script: Pick<Script, 'id'>): BotRole | undefined {
  const found = findBotScripts(folder);
  if (found.register === 0) return undefined;
  return roles.find((role) => found[role] === script.id);
}

/** The channels for which a script is registered in a role. */
export const channelsOf = (world: World, role: BotRole, script: number): readonly string[] =>
  world.registrations
    .filter(({ scripts }) => scripts[role] === script)
    .map(({ channel }) => world.channels.find(({ id }) => id === channel)?.name ?? '');

/** What the customer wrote last; an empty message while there is none. */
const lastWords = (world: World, session: Session) =>
  visibleMessages(world, session.id, 'customer').findLast(({ type }) => type === messageType.toUser) ?? {
    id: 0,
    text: '',
    type: messageType.toUser,
    specialType: specialType.none,
    specialParam: '',
    author: session.customer.name,
  };

/** What EventData would say if the role's event came now, in this session; undefined where it cannot. */
export function valuesFor(world: World, role: BotRole, session: Session | undefined): Inputs | undefined {
  if (role === 'register') return registerInputs('register', world.channels[0]?.id ?? 0);
  if (session === undefined) return undefined;
  if (role === 'sessionCreated') return createdInputs(world, session);
  if (role === 'sessionChanged') return changedInputs(world, session, session.status);
  const message = lastWords(world, session);
  return receivedInputs(world, session, message, message.id);
}

const ofMessage = ([name]: readonly [string, string]): number => (name.startsWith('chatMessage.') ? 0 : 1);

/** Values as people edit them: `name=value`, a line each; those of the message, which they change most, come first. */
export const textOfValues = (values: Inputs): string =>
  values
    .toSorted((a, b) => ofMessage(a) - ofMessage(b))
    .map(([name, value]) => `${name}=${value.replaceAll('\n', '\\n')}`)
    .join('\n');

/** The values of such a text; a line without `=` is a name without a value. */
export const readValues = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [, name = '', value = ''] = /^\s*([^=]*?)\s*(?:=(.*))?$/.exec(line) ?? [];
        return [name, value.replaceAll('\\n', '\n')];
      }),
  );
