import type { Json } from '../../engine/definition.ts';
import type { Input } from '../../engine/inputs.ts';
import type { World } from '../../engine/world.ts';
import { optionsOf } from '../../engine/views.ts';
import type { Expectation } from '../../scenario/format.ts';
import type { Plan } from './plan.ts';

/*
 * Sessions and messages have their numbers by the order in which they come about, so in another order an input means other
 * numbers. The file's are taken for what they named in it.
 */

/** By the number of a session in the file, its number in this order; what is not there yet has none. */
export type Numbers = readonly (number | undefined)[];

/** The session that the file calls so. One that is not there yet has a number that no session has. */
export const sessionIn = (numbers: Numbers, world: World, named: number): number =>
  numbers[named] ?? world.sessions.length + 1;

/** An input of the file as it has to be said in another order. */
export function inputIn(input: Input, numbers: Numbers, world: World, plan: Plan): Input {
  if (!('session' in input) || input.session === undefined) return input;
  const session = sessionIn(numbers, world, input.session);
  if (input.type !== 'customer.clicksOption')
    return session === input.session ? input : { ...input, session };
  const message = optionMessage(input.message, input.option, session, world, plan);
  return { ...input, session, message };
}

/** The message whose button is clicked: the same of its session's messages, or else the newest with such a button. */
function optionMessage(named: number, option: string, session: number, world: World, plan: Plan): number {
  const ids = world.sessions.get(session)?.messages;
  if (ids === undefined) return named;
  const offers = (id: number | undefined): boolean => {
    const message = id === undefined ? undefined : world.messages.get(id);
    return message !== undefined && optionsOf(message).includes(option);
  };
  const same = ids.get(plan.messages.get(named)?.nth ?? 0);
  if (same !== undefined && offers(same)) return same;
  for (let nth = ids.length; nth > 0; nth--) {
    const id = ids.get(nth);
    if (id !== undefined && offers(id)) return id;
  }
  return same ?? named;
}

/** What an event counts or times: in another order it is another number, which says nothing. */
const ofTheOrder = new Set([
  'seq',
  'step',
  'at',
  'cause',
  'message',
  'answers',
  'request',
  'eventId',
  'payload',
  'signature',
  'headers',
  'whenPosted',
  'queuePosition',
  'until',
]);

/** The same of a session. */
const ofTheSession = new Set([
  'queuePosition',
  'whenRequested',
  'whenStarted',
  'whenEnded',
  'whenIdle',
  'waitingSince',
  'messages',
  'undelivered',
  'faqQuestion',
  'optionsFrom',
  'ticket',
  'rank',
]);

type Fields = { readonly [field: string]: Json | undefined };

const isOf = (names: ReadonlySet<string>, path: string): boolean => names.has(path.split('.')[0] ?? path);

const without = (fields: Fields, names: ReadonlySet<string>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([path]) => !isOf(names, path)));

/**
 * An expectation of the file as it has to be said in another order, or null where it speaks of nothing but the order.
 *
 * @param subject the session that it is about where it names none, by its number in this order; 0 is none.
 */
export function expectationIn(
  expectation: Expectation,
  numbers: Numbers,
  world: World,
  subject: number,
): Expectation | null {
  const session = (named: number): number => sessionIn(numbers, world, named);
  const named = (fields: Fields): Fields =>
    typeof fields['session'] === 'number' ? { ...fields, session: session(fields['session']) } : fields;
  const about = (given: number | undefined): { readonly session?: number } =>
    given === undefined ? (subject === 0 ? {} : { session: subject }) : { session: session(given) };
  if ('event' in expectation) {
    return named(without(expectation, ofTheOrder)) as Expectation;
  }
  if ('no' in expectation) {
    const isOfTheOrder = Object.keys(expectation.no).some((path) => isOf(ofTheOrder, path));
    // Without these fields it would speak of more than it did.
    return isOfTheOrder ? null : ({ ...expectation, no: named(expectation.no) } as Expectation);
  }
  if ('status' in expectation) return { ...expectation, ...about(expectation.session) };
  if ('visible' in expectation)
    return { ...expectation, visible: { ...expectation.visible, ...about(expectation.visible.session) } };
  if ('queue' in expectation) return { ...expectation, queue: expectation.queue.map(session) };
  if ('webhook' in expectation || 'refused' in expectation) return expectation;
  const { id } = expectation.session;
  const of = about(typeof id === 'number' ? id : undefined).session;
  const fields = without(expectation.session, ofTheSession) as { readonly [field: string]: Json };
  return { ...expectation, session: { ...fields, ...(of === undefined ? {} : { id: of }) } };
}
