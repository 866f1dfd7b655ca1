import {
  CarrierValue,
  type LibraryPart,
  type NativeClass,
  type NativeContext,
  type NativeFunction,
} from '../../crmscript/library.ts';
import { chatAgent } from '../api/chat-agent.ts';
import { chatSignatures, nameIn } from '../api/chat-signatures.ts';
import { exchanging } from './carriers.ts';

const methods = chatSignatures.map((signature): NativeFunction => ({
  signature,
  run: exchanging(chatAgent[nameIn(signature)]),
}));

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
