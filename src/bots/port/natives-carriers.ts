import type { NativeCall } from './calls.ts';
import type { Porter } from './porter.ts';
import { specialTypes, messageTypes } from './natives-chat.ts';
import { call, callText, level, piece, quoted, receiver, type Piece } from './piece.ts';
import { statusNames } from '../../engine/numbers.ts';
import type { HelperName } from './helpers.ts';

const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Fields that are numbers in CRMScript and names in the dialect, by carrier. */
const enumerations: Readonly<
  Record<
    string,
    {
      readonly nameOf: (number: number) => string | undefined;
      readonly helper: HelperName;
      readonly number: HelperName;
    }
  >
> = {
  'NSChatSessionEntity.Status': {
    nameOf: (number) => statusNames[number],
    helper: 'chatStatusOf',
    number: 'chatStatusNumber',
  },
  'NSChatSession.Status': {
    nameOf: (number) => statusNames[number],
    helper: 'chatStatusOf',
    number: 'chatStatusNumber',
  },
  'NSChatMessage.Type': {
    nameOf: (number) => messageTypes[number],
    helper: 'messageTypeOf',
    number: 'messageTypeNumber',
  },
  'NSChatMessage.SpecialType': {
    nameOf: (number) => specialTypes.get(number),
    helper: 'specialTypeOf',
    number: 'specialTypeNumber',
  },
};

/**
 * Agents and carriers of SuperOffice's services: the dialect has the same under names that begin with a small letter.
 * Agents answer with promises, carriers are objects with fields. Undefined for what is neither.
 */
export function portCarrier(p: Porter, owner: string, name: string, given: NativeCall): Piece | undefined {
  if (!owner.startsWith('NS') || owner === 'NSStream') return undefined;
  if (owner.endsWith('Agent') && given.selfNode !== undefined) {
    p.awaits();
    const args = given.args.map(({ text }) => text);
    return piece(
      `await ${callText(`${receiver(given.self)}.${small(name)}Async`, args, p.column)}`,
      level.unary,
    );
  }
  if (given.selfNode === undefined) return piece('{}');
  const [, verb, field = ''] = /^(Get|Set)([A-Z]\w*)$/.exec(name) ?? [];
  const own = `${receiver(given.self)}.${small(field)}`;
  const known = enumerations[`${owner}.${field}`];
  if (verb === 'Get') return known === undefined ? call(own) : call(`${p.need(known.number)}(${own})`);
  if (verb !== 'Set') return undefined;
  const [value = piece('null')] = given.args;
  if (known === undefined) return piece(`${own} = ${value.text}`, level.assignment);
  const named = /^\d+$/.test(value.text) ? known.nameOf(Number(value.text)) : undefined;
  return piece(
    `${own} = ${named === undefined ? `${p.need(known.helper)}(${value.text})` : quoted(named)}`,
    level.assignment,
  );
}
