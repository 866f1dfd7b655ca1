import type { NativeCall } from './calls.ts';
import type { HelperName } from './helpers.ts';
import type { Native, NativeTable } from './native.ts';
import { call, callText, level, literal, member, objectText, piece, quoted, type Piece } from './piece.ts';
import type { Porter } from './porter.ts';
import { specialType, statusNames } from '../../engine/numbers.ts';

const agent = 'soApi.getChatAgent()';

export const messageTypes: readonly string[] = ['Invalid', 'ToCustomer', 'ToUser', 'Special'];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const specialTypes: ReadonlyMap<number, string> = new Map(
  Object.entries(specialType).map(([name, number]) => [number, capital(name)]),
);

/** The name that a number has in an enumeration: the dialect writes names. */
function named(
  p: Porter,
  number: Piece,
  names: (number: number) => string | undefined,
  other: HelperName,
): string {
  const name = /^\d+$/.test(number.text) ? names(Number(number.text)) : undefined;
  return name === undefined ? `${p.need(other)}(${number.text})` : quoted(name);
}

const isEmpty = (one: Piece | undefined): boolean => one === undefined || one.text === "''";

const addChatMessage: Native = (p, given) => {
  const [
    session = piece('0'),
    message = literal(''),
    type = piece('1'),
    author,
    special = piece('0'),
    param,
    when,
  ] = given.args;
  const kind = named(p, special, (number) => specialTypes.get(number), 'specialTypeOf');
  const members = [
    member(
      'type',
      named(p, type, (number) => messageTypes[number], 'messageTypeOf'),
    ),
    member('message', message.text),
    ...(isEmpty(author) ? [] : [member('author', author?.text ?? '')]),
    ...(kind === "'None'" ? [] : [member('specialType', kind)]),
    ...(isEmpty(param) ? [] : [member('specialParam', param?.text ?? '')]),
    ...(when === undefined || when.text === '' ? [] : [member('whenPosted', when.text)]),
  ];
  p.awaits();
  const head = `await ${agent}.addChatMessageAsync(${session.text}, `;
  const text = callText(
    `await ${agent}.addChatMessageAsync`,
    [session.text, objectText(members, p.column + head.length)],
    p.column,
  );
  // Where somebody asks, it is the number of the message.
  return p.alone?.span === given.span ? piece(text, level.unary) : call(`(${text}).chatMessageId`);
};

const waiting =
  (text: (p: Porter, given: NativeCall) => string): Native =>
  (p, given) => {
    p.awaits();
    return piece(`await ${text(p, given)}`, level.unary);
  };

/** A function that only stands here: SuperOffice's dialect has nothing for it. */
const ours: Native = (p, given) => {
  const name = 'setUserIsTyping';
  p.note(given.span, 'port-ours', { what: name });
  return call(`${name}(${given.args.map(({ text }) => text).join(', ')})`);
};

export const chatNatives: NativeTable = {
  addChatMessage,
  resetChat: waiting(
    (_p, { args: [session = piece('0')] }) => `${agent}.resetChatSessionAsync(${session.text})`,
  ),
  setChatStatus: waiting((p, { args: [session = piece('0'), status = piece('7')] }) => {
    const name = named(p, status, (number) => statusNames[number], 'chatStatusOf');
    return `${p.need('setChatStatus')}(${session.text}, ${name})`;
  }),
  setUserIsTyping: ours,
};
