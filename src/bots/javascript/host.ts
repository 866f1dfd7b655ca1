import { HostFailure, type HostFunction, type Json } from '../../javascript/javascript.ts';
import { chatFunctions } from '../api/chat-functions.ts';
import { showDialog } from '../api/dialog.ts';
import { askAgent } from './ask-agent.ts';
import { askChat } from './ask-chat.ts';
import type { RunParts } from './answer.ts';
import { isObject } from './carriers.ts';
import { fetchFrom } from './fetch.ts';

/*
 * What the guest's global scope (guest-scope.ts) calls. It gives copies; what they are is looked at here, as a script can give
 * anything.
 */

type Does = (run: RunParts, args: readonly Json[]) => unknown;

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** A number that one of our functions takes, as CRMScript's of that name: a text of digits counts as one. */
function number(name: string, value: Json | undefined): number {
  const given = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof given === 'number' && Number.isSafeInteger(given)) return given;
  throw new HostFailure(
    `${name}: a whole number is wanted, not ${JSON.stringify(value ?? null).slice(0, 100)}.`,
    'TypeError',
  );
}

const printable = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

const does = {
  chat: ({ caller }, [method, args]) => askChat(caller, text(method), list(args)),
  agent: ({ caller }, [agent, method, args]) => askAgent(caller, text(agent), text(method), list(args)),
  fetch: ({ caller }, [request]) => fetchFrom(caller, isObject(request) ? request : {}),
  output: ({ data, caller }, [name, value]) => {
    caller.charge(64);
    if (typeof value === 'string') data.outputs.set(text(name), value);
    else data.outputs.delete(text(name));
  },
  state: ({ data, caller }, [name, value]) => {
    caller.charge(64);
    if (typeof value === 'string') data.state.set(text(name), value);
    else data.state.delete(text(name));
  },
  blocked: ({ data }, [value]) => {
    data.blocked = value === true;
  },
  message: ({ data }, [value]) => {
    data.message = text(value);
  },
  showDialog: ({ caller, data }, [dialog]) => {
    const title = isObject(dialog) ? (dialog['title'] ?? dialog['Title']) : undefined;
    showDialog(caller, data, { title: text(title), definition: printable(dialog) });
  },
  print: ({ answer }, [value]) => {
    answer.print(text(value));
  },
  addToBody: ({ answer }, [value]) => {
    answer.add(text(value));
  },
  setBody: ({ answer }, [value]) => {
    answer.set(text(value));
  },
  addChatMessage: ({ caller }, [given, when]) => {
    const [session, message, type, author, specialType, specialParam] = list(given);
    const name = 'addChatMessage';
    return chatFunctions.addChatMessage(caller, {
      session: number(`${name}: sessionId`, session),
      text: printable(message),
      type: number(`${name}: type`, type),
      author: printable(author),
      specialType: number(`${name}: specialType`, specialType ?? 0),
      specialParam: printable(specialParam),
      ...(typeof when === 'number' && { whenPosted: when }),
    });
  },
  resetChat: ({ caller }, [session]) => {
    chatFunctions.resetChat(caller, number('resetChat: sessionId', session));
  },
  setChatStatus: ({ caller }, [session, status]) => {
    const id = number('setChatStatus: sessionId', session);
    chatFunctions.setChatStatus(caller, id, number('setChatStatus: status', status));
  },
  setUserIsTyping: ({ caller }, [session, typing]) => {
    chatFunctions.setUserIsTyping(caller, number('setUserIsTyping: sessionId', session), typing === true);
  },
} satisfies Readonly<Record<string, Does>>;

const list = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

export const hostFunctions: readonly string[] = Object.keys(does);

/** The functions of the host for one run. */
export const hostOf = (run: RunParts): Readonly<Record<string, HostFunction>> =>
  Object.fromEntries(
    Object.entries(does).map(([name, action]: [string, Does]) => [
      name,
      (args: readonly Json[], site) => {
        run.caller.site = site;
        return action(run, args) as Json | undefined;
      },
    ]),
  );
