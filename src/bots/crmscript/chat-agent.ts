import {
  CarrierValue,
  instantOf,
  type DateTimeValue,
  type LibraryPart,
  type NativeClass,
  type NativeContext,
  type NativeFunction,
} from '../../crmscript/library.ts';
import type { Input } from '../../engine/inputs.ts';
import { chatLog } from '../../engine/transcript.ts';
import { agentChats } from '../../engine/agent-views.ts';
import type { Session, World } from '../../engine/world.ts';
import { botOf } from './bot-environment.ts';
import { messageCarrier, presenceCarrier, sessionCarrier, userItem } from './chat-carriers.ts';
import { agentNamed, memberMethods, scriptUser } from './chat-members.ts';
import { topicMethods } from './chat-topics.ts';

/*
 * NSChatAgent on the chat as it is (chat-domain §12.2). What is not possible now gives null and leaves no
 * event (rulings 23). The user of a script is the first agent of the world; who accepts or rejects a
 * transfer is the one to whom it was offered, who transfers is the one who has the chat.
 */

const worldOf = (context: NativeContext): World => botOf(context).host.world();

const sessionOf = (context: NativeContext, id: number): Session | undefined =>
  worldOf(context).sessions.get(id);

/** The session as it is now; null for none. */
function entity(context: NativeContext, id: number): CarrierValue | null {
  const session = sessionOf(context, id);
  return session === undefined ? null : sessionCarrier(context, worldOf(context), session);
}

type Doable = Exclude<Input, { type: 'clock.advances' }>;

/** Whether it was possible. */
const perform = (context: NativeContext, input: Doable): boolean =>
  botOf(context).act(context, (host, site) => host.perform(site, input)) === null;

/** Does something to a session; returns the session afterwards, or null if it was not possible. */
const performOn = (context: NativeContext, id: number, input: Doable): CarrierValue | null =>
  perform(context, input) ? entity(context, id) : null;

const textField = (message: CarrierValue, name: string): string => {
  const value = message.fields.get(name);
  return typeof value === 'string' ? value : '';
};
const numberField = (message: CarrierValue, name: string): number | undefined => {
  const value = message.fields.get(name);
  return typeof value === 'number' ? value : undefined;
};

function addMessage(
  context: NativeContext,
  _self: unknown,
  session: number,
  message: CarrierValue | null,
): CarrierValue | null {
  if (message === null || sessionOf(context, session) === undefined) return null;
  const when = message.fields.get('WhenPosted') as DateTimeValue | undefined;
  const text = textField(message, 'Message');
  context.write(text.length + textField(message, 'SpecialParam').length);
  const id = botOf(context).act(context, (host, site) =>
    host.addChatMessage(site, {
      session,
      text,
      // A field that nobody set is 0 once it was asked for; the type is then the usual one.
      type: numberField(message, 'Type') || 1,
      author: textField(message, 'Author'),
      specialType: numberField(message, 'SpecialType') ?? 0,
      specialParam: textField(message, 'SpecialParam'),
      ...(when && { whenPosted: instantOf(context, when) }),
    }),
  );
  const saved = worldOf(context).messages.get(id);
  return saved === undefined ? null : messageCarrier(context, saved);
}

/** Saves a changed status and what is known about the customer; the rest of a session is the chat's own. */
function saveSession(
  context: NativeContext,
  _self: unknown,
  carrier: CarrierValue | null,
): CarrierValue | null {
  const id = carrier === null ? 0 : (numberField(carrier, 'ChatSessionId') ?? 0);
  const session = sessionOf(context, id);
  if (carrier === null || session === undefined) return null;
  const { name, email, phone, company } = session.customer;
  const wanted = {
    name: textField(carrier, 'CustomerName'),
    email: textField(carrier, 'CustomerEmail'),
    phone: textField(carrier, 'CustomerPhone'),
    company: textField(carrier, 'CustomerCompanyName'),
  };
  const changed = JSON.stringify(wanted) !== JSON.stringify({ name, email, phone, company });
  const status = numberField(carrier, 'Status') ?? session.status;
  botOf(context).act(context, (host, site) => {
    if (changed) host.updateSession(site, id, wanted);
    if (status !== session.status) host.setChatStatus(site, id, status);
  });
  return entity(context, id);
}

function connect(context: NativeContext, _self: unknown, channel: number): CarrierValue | null {
  if (!perform(context, { type: 'customer.connects', channel })) return null;
  return entity(context, worldOf(context).sessions.length);
}

function pickUpFirst(context: NativeContext): CarrierValue | null {
  const agent = scriptUser(worldOf(context))?.id ?? 0;
  const before = new Set(ongoing(worldOf(context)));
  if (!perform(context, { type: 'agent.picksUpNext', agent })) return null;
  const taken = ongoing(worldOf(context)).find((id) => !before.has(id));
  return taken === undefined ? null : entity(context, taken);
}

const ongoing = (world: World): number[] =>
  agentChats(world, scriptUser(world)?.id ?? 0).ongoing.map(({ id }) => id);

const sessions: readonly NativeFunction[] = [
  {
    signature: 'NSChatSessionEntity GetChatSessionEntity(Integer chatSessionEntityId)',
    run: (context, _self: unknown, id: number) => entity(context, id),
  },
  {
    signature: 'NSChatSessionEntity SaveChatSessionEntity(NSChatSessionEntity chatSessionEntity)',
    run: saveSession,
  },
  { signature: 'NSChatSessionEntity CreateChatSessionForTopic(Integer chatTopicId)', run: connect },
  {
    signature: 'Void DeleteChatSessionEntity(Integer chatSessionEntity)',
    run: (context, _self: unknown, id: number) => {
      if (sessionOf(context, id) === undefined) return;
      botOf(context).act(context, (host, site) => {
        host.setChatStatus(site, id, 8);
      });
    },
  },
  {
    signature: 'NSChatSessionEntity[] ChatSessionsForUser()',
    run: (context) => ongoing(worldOf(context)).flatMap((id) => entity(context, id) ?? []),
  },
  {
    signature: 'NSChatSessionEntity PickUpChatSession(Integer chatSessionId)',
    run: (context, _self: unknown, session: number) => {
      const agent = scriptUser(worldOf(context))?.id ?? 0;
      return performOn(context, session, { type: 'agent.picksUp', agent, session });
    },
  },
  { signature: 'NSChatSessionEntity PickUpFirstChatSession()', run: pickUpFirst },
  {
    signature: 'NSChatSessionEntity TransferChatSession(Integer chatSessionId, String toAssociate)',
    run: (context, _self: unknown, session: number, to: string) => {
      const agent = sessionOf(context, session)?.agent ?? 0;
      const target = agentNamed(worldOf(context), to)?.id ?? 0;
      return performOn(context, session, { type: 'agent.transfers', agent, session, to: target });
    },
  },
  {
    signature: 'NSChatSessionEntity AcceptChatSessionTransfer(Integer chatSessionId)',
    run: (context, _self: unknown, session: number) => {
      const agent = sessionOf(context, session)?.transferTo ?? 0;
      return performOn(context, session, { type: 'agent.acceptsTransfer', agent, session });
    },
  },
  {
    signature: 'NSChatSessionEntity RejectChatSessionTransfer(Integer chatSessionId)',
    run: (context, _self: unknown, session: number) => {
      const agent = sessionOf(context, session)?.transferTo ?? 0;
      return performOn(context, session, { type: 'agent.rejectsTransfer', agent, session });
    },
  },
  {
    signature: 'NSChatSessionEntity ResetChatSession(Integer chatSessionId)',
    run: (context, _self: unknown, id: number) => {
      if (sessionOf(context, id) === undefined) return null;
      botOf(context).act(context, (host, site) => {
        host.resetChat(site, id);
      });
      return entity(context, id);
    },
  },
];

const messages: readonly NativeFunction[] = [
  {
    signature: 'NSChatMessage AddChatMessage(Integer chatSessionId, NSChatMessage message)',
    run: addMessage,
  },
  {
    signature: 'NSChatMessage[] GetChatMessages(Integer chatSessionId, Integer after)',
    run: (context, _self: unknown, id: number, after: number) => {
      const world = worldOf(context);
      const numbers = [...(sessionOf(context, id)?.messages ?? [])].filter((number) => number > after);
      context.work(16 * numbers.length);
      return numbers.flatMap((number) => {
        const message = world.messages.get(number);
        return message === undefined ? [] : messageCarrier(context, message);
      });
    },
  },
  {
    signature: 'String GetChatTranscript(Integer chatSessionId, Bool html)',
    run: (context, _self: unknown, id: number, html: boolean) => {
      if (sessionOf(context, id) === undefined) return null;
      const text = chatLog(worldOf(context), id, 'agent', context.environment.now());
      context.text(text.length);
      return html ? escapeHtml(text).replaceAll('\n', '<br>') : text;
    },
  },
];

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const presence: readonly NativeFunction[] = [
  {
    signature: 'NSChatPresence[] GetChatPresence()',
    run: (context) => {
      const world = worldOf(context);
      return world.agents.map((agent) => presenceCarrier(context, world, agent));
    },
  },
  {
    signature: 'Void SaveChatPresence(NSChatPresence[] chatPresence)',
    run: (context, _self: unknown, carriers: readonly (CarrierValue | null)[]) => {
      for (const carrier of carriers) {
        if (carrier === null) continue;
        const agent = numberField(carrier, 'UserId') ?? 0;
        perform(context, {
          type: 'agent.setsPresence',
          agent,
          present: carrier.fields.get('Present') === true,
        });
      }
    },
  },
  {
    signature: 'NSMDOListItem[] GetUserAgentList(Bool flat, Bool onlyPresent)',
    run: (context, _self: unknown, _flat: boolean, onlyPresent: boolean) =>
      worldOf(context)
        .agents.filter(({ present }) => present || !onlyPresent)
        .map((agent) => userItem(context, agent)),
  },
];

const chatAgent: NativeClass = {
  name: 'NSChatAgent',
  differs:
    'Works on the chat as it is. What is not possible now gives nothing and leaves no event. The user of a script is the first agent of the workspace; a transfer is accepted and rejected by whom it was offered to.',
  make: () => new CarrierValue('NSChatAgent'),
  tables: 'required',
  constructors: [{ signature: 'NSChatAgent()', run: () => new CarrierValue('NSChatAgent') }],
  methods: [...sessions, ...messages, ...topicMethods, ...presence, ...memberMethods],
};

export const chatAgentPart: LibraryPart = { classes: [chatAgent] };
