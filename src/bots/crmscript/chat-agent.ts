import {
  CarrierValue,
  type LibraryPart,
  type NativeClass,
  type NativeContext,
  type NativeFunction,
} from '../../crmscript/library.ts';
import { chatAgent } from '../api/chat-agent.ts';
import { exchanging } from './carriers.ts';

/** NSChatAgent's methods as the reference writes them; each does what the web services' ChatAgent does (chat-domain §12.2). */
const signatures = [
  'NSChatSessionEntity GetChatSessionEntity(Integer chatSessionEntityId)',
  'NSChatSessionEntity SaveChatSessionEntity(NSChatSessionEntity chatSessionEntity)',
  'NSChatSessionEntity CreateChatSessionForTopic(Integer chatTopicId)',
  'Void DeleteChatSessionEntity(Integer chatSessionEntity)',
  'NSChatSessionEntity[] ChatSessionsForUser()',
  'NSChatSessionEntity PickUpChatSession(Integer chatSessionId)',
  'NSChatSessionEntity PickUpFirstChatSession()',
  'NSChatSessionEntity TransferChatSession(Integer chatSessionId, String toAssociate)',
  'NSChatSessionEntity AcceptChatSessionTransfer(Integer chatSessionId)',
  'NSChatSessionEntity RejectChatSessionTransfer(Integer chatSessionId)',
  'NSChatSessionEntity ResetChatSession(Integer chatSessionId)',
  'NSChatMessage AddChatMessage(Integer chatSessionId, NSChatMessage message)',
  'NSChatMessage[] GetChatMessages(Integer chatSessionId, Integer after)',
  'String GetChatTranscript(Integer chatSessionId, Bool html)',
  'NSChatTopicEntity GetChatTopicEntity(Integer chatTopicEntityId)',
  'NSChatTopicEntity[] ChatTopicsForUser()',
  'NSChatTopicEntity CreateDefaultChatTopicEntity()',
  'NSChatTopicAgent CreateDefaultChatTopicAgent()',
  'NSChatTopicEntity SaveChatTopicEntity(NSChatTopicEntity chatTopicEntity)',
  'Void DeleteChatTopicEntity(Integer chatTopicEntity)',
  'Bool IsWithinOpeningHours(Integer chatTopicId)',
  'NSChatPresence[] GetChatPresence()',
  'Void SaveChatPresence(NSChatPresence[] chatPresence)',
  'NSMDOListItem[] GetUserAgentList(Bool flat, Bool onlyPresent)',
  'NSChatTopicAgent[] GetChatTopicUserAgentList(Integer chatTopicId)',
  'NSChatTopicAgent GetChatTopicUserAgent(Integer chatTopicId, String username)',
  'NSChatTopicAgent AddChatTopicUserAgent(Integer chatTopicId, NSChatTopicAgent useragent)',
  'NSChatTopicAgent UpdateChatTopicUserAgent(Integer chatTopicId, String username, NSChatTopicAgent useragent)',
  'Void DeleteChatTopicUserAgent(Integer chatTopicId, String username)',
] as const;

type Method = keyof typeof chatAgent;
type NameIn<Signature extends string> = Signature extends `${string} ${infer Name}(${string}` ? Name : never;
const nameIn = <Signature extends string>(signature: Signature) =>
  signature.slice(signature.indexOf(' ') + 1, signature.indexOf('(')) as NameIn<Signature>;

const methods = signatures.map((signature): NativeFunction => {
  const name: Method = nameIn(signature);
  return { signature, run: exchanging(chatAgent[name]) };
});

const misnamed: readonly NativeFunction[] = [
  {
    signature: 'NSChatTopicEntity SaveChatTopicEntity(NSChatSessionEntity chatTopicEntity)',
    trap: 'The reference names the wrong type here; give it an NSChatTopicEntity.',
    differs: "saves nothing: gives the session's channel",
    run: (context: NativeContext, self: unknown, session: CarrierValue | null) => {
      const topic = session?.fields.get('TopicId');
      const show = exchanging(chatAgent.GetChatTopicEntity);
      return session === null ? null : show(context, self, typeof topic === 'number' ? topic : 0);
    },
  },
  {
    signature:
      'NSChatTopicAgent[] UpdateChatTopicUserAgent(Integer chatTopicId, NSChatTopicAgent[] useragents)',
    run: exchanging(chatAgent.UpdateChatTopicUserAgents),
  },
];

const agentClass: NativeClass = {
  name: 'NSChatAgent',
  differs:
    'Works on the chat as it is. What is not possible now gives nothing and leaves no event. The user of a script is the first agent of the workspace; a transfer is accepted and rejected by whom it was offered to.',
  make: () => new CarrierValue('NSChatAgent'),
  tables: 'required',
  constructors: [{ signature: 'NSChatAgent()', run: () => new CarrierValue('NSChatAgent') }],
  methods: [...methods, ...misnamed],
};

export const chatAgentPart: LibraryPart = { classes: [agentClass] };
