import { HostFailure, type Json } from '../../javascript/javascript.ts';
import type { Caller } from '../api/caller.ts';
import type { Plain } from '../api/plain.ts';
import { isObject, JsonGiven, toJson } from './carriers.ts';
import { chatMethods, updateAll, type ChatMethod, type Parameter } from './chat-methods.ts';

/** Does what a method of `soApi.getChatAgent()` does, at once; what it gives is promised by the guest. */
export function askChat(caller: Caller, method: string, args: readonly Json[]): Json {
  const { parameters, run } = methodFor(method, args);
  const taken = parameters.map((parameter, index) => named(method, () => argument(parameter, args[index])));
  const answer = named(method, () => (run as (...all: unknown[]) => unknown)(caller, ...taken));
  return answer === undefined ? null : toJson(answer as Plain);
}

function methodFor(method: string, args: readonly Json[]): ChatMethod {
  if (method === 'updateChatTopicUserAgentAsync' && Array.isArray(args[1])) return updateAll;
  const found = chatMethods.get(method);
  if (found === undefined) throw new HostFailure(`${method} is not a function`, 'TypeError');
  return found;
}

/** What is wrong with what it was given names the method. */
function named<T>(method: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof HostFailure) || error.name !== 'TypeError') throw error;
    throw new HostFailure(`${method}: ${error.message}`, 'TypeError');
  }
}

const carrierIn = (type: string): string => type.replace(/^NS/, '').replace(/\[\]$/, '');

/** What was given, as the method takes it. Texts of digits are numbers, as all input values are texts. */
function argument({ type, name }: Parameter, value: Json | undefined): unknown {
  const wrong = (wanted: string): never => {
    const given = value === undefined || value === null ? 'nothing' : JSON.stringify(value).slice(0, 100);
    throw new HostFailure(`${name} is ${wanted}, not ${given}.`, 'TypeError');
  };
  if (type === 'Integer') {
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : wrong('a whole number');
  }
  if (type === 'String') return typeof value === 'string' ? value : wrong('a text');
  if (type === 'Bool') return value === true;
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return wrong('a list');
    return value.map((one: Json) => (isObject(one) ? new JsonGiven(carrierIn(type), one) : null));
  }
  return isObject(value) ? new JsonGiven(carrierIn(type), value) : wrong(`an object (${carrierIn(type)})`);
}
