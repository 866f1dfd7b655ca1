import type { GlobalScope } from '../../javascript/javascript.ts';
import { chatSignatures, methodOf } from './chat-methods.ts';
import { guestContext } from './guest-context.ts';
import { guestFetch } from './guest-fetch.ts';
import { guestValues } from './guest-values.ts';
import { hostFunctions } from './host.ts';
import { otherAgents } from './other-agents.ts';

const list = (names: readonly string[]): string => JSON.stringify(names);

/** `soApi`: the agents of the web services, whose methods promise what the host does at once. */
const guestApi = String.raw`
  const makeApi = () => {
    const chat = {};
    for (const method of ${list(chatSignatures.map(methodOf))}) {
      hidden(chat, method, (...args) => promised(() => revive(host.chat(method, lower(args)))));
    }
    /** What SuperOffice has and a rehearsal has not is found out by calling it. */
    const agent = (name) =>
      new ProxyOf({}, {
        get: (_target, method) =>
          typeof method === 'string' && method.endsWith('Async')
            ? (...args) => promised(() => revive(host.agent(name, method, lower(args))))
            : undefined,
      });
    const soApi = {};
    hidden(soApi, 'getChatAgent', () => chat);
    for (const name of ${list(otherAgents)}) hidden(soApi, 'get' + name, () => agent(name));
    return soApi;
  };
`;

/** What scripts in JavaScript find in their global scope, as `bot.d.ts` declares it. */
export const guestScope: GlobalScope = {
  functions: hostFunctions,
  source: `(host, tools) => {
  'use strict';
${guestValues}
${guestContext}
${guestFetch}
${guestApi}
  return (given) => {
    const { context, ours } = makeContext(given);
    defineProperty(globalThis, 'context', { value: context, enumerable: true });
    defineProperty(globalThis, 'soApi', { value: makeApi(), enumerable: true });
    for (const [name, value] of entries({ fetch, ...ours })) hidden(globalThis, name, value);
  };
}`,
};
