import { decapitalised } from './letter-case.ts';
import { chatAgent } from '../api/chat-agent.ts';
import { chatSignatures as signatures, nameIn } from '../api/chat-signatures.ts';

/* ChatAgent as JavaScript spells it: `getChatMessagesAsync(chatSessionId, after)`. */

/** CRMScript has this one from its tables. */
const more = 'NSChatSessionEntity CreateDefaultChatSessionEntity()';

export const chatSignatures = [...signatures, more] as const;

type Signature = (typeof chatSignatures)[number];

export const methodOf = (signature: Signature): string => `${decapitalised(nameIn(signature))}Async`;

/** What a method takes: its type as the reference writes it, `NSChatMessage` or `Integer`, and its name. */
export type Parameter = { readonly type: string; readonly name: string };

const parametersOf = (signature: Signature): readonly Parameter[] =>
  signature
    .slice(signature.indexOf('(') + 1, -1)
    .split(', ')
    .filter((one) => one !== '')
    .map((one) => {
      const [type = '', name = ''] = one.split(' ');
      return { type, name };
    });

export type ChatMethod = {
  readonly parameters: readonly Parameter[];
  readonly run: (typeof chatAgent)[keyof typeof chatAgent];
};

/** What `soApi.getChatAgent()` can do, by the names of the dialect. */
export const chatMethods: ReadonlyMap<string, ChatMethod> = new Map(
  chatSignatures.map((signature) => [
    methodOf(signature),
    { parameters: parametersOf(signature), run: chatAgent[nameIn(signature)] },
  ]),
);

/** The web services have this one beside `updateChatTopicUserAgentAsync`; the reference has one name for both. */
export const updateAll: ChatMethod = {
  parameters: [
    { type: 'Integer', name: 'chatTopicId' },
    { type: 'NSChatTopicAgent[]', name: 'useragents' },
  ],
  run: chatAgent.UpdateChatTopicUserAgents,
};
