import type { Call, Choice, Choices, Reference } from '../../crmscript/reference.ts';
import type { Script } from '../../engine/definition.ts';
import type { World } from '../../engine/world.ts';
import { inputNames } from '../api/input-names.ts';
import { recordTables } from '../records/record-classes.ts';
import {
  argumentChoices,
  carrierFields,
  valuesOfField,
  valuesOfInput,
  type ChoicesContext,
} from './argument-choices.ts';
import { chat } from './chat.ts';
import { collections } from './collections.ts';
import { inputEntries } from './inputs.ts';
import { jsonAndHttp } from './json-and-http.ts';
import { sets, type SetName } from './known-sets.ts';
import { numbersAndTimes } from './numbers-and-times.ts';
import { output } from './output.ts';
import { keyOf, readEntries } from './read-entries.ts';
import { searching } from './search.ts';
import { texts } from './texts.ts';

let read: ReturnType<typeof readEntries> | undefined;

/** What is said of the library, by function or class and method. Read when an editor first asks. */
export const entries = () =>
  (read ??= readEntries(
    [texts, numbersAndTimes, collections, jsonAndHttp, output, chat, searching].join('\n'),
  ));

/** Arrays of whatever have the methods of arrays, structs those of structs. */
function entryOf(owner: string, name: string) {
  const all = entries();
  return (
    all.get(keyOf({ owner: owner.endsWith(']') ? 'Array' : owner, name })) ??
    (owner === '' ? undefined : all.get(`Struct.${name}`))
  );
}

/** The enumerations whose members are numbers with a meaning here. */
const enumerations: Readonly<Record<string, SetName>> = {
  NSChatSessionStatus: 'status',
  NSChatMessageType: 'messageType',
  NSChatMessageSpecialType: 'specialType',
  NSChatStatus: 'presence',
  NSChatTopicFlag: 'topicFlags',
  NSWidgetTheme: 'theme',
  NSWebhookState: 'webhookState',
};

function resultOf(world: World, { owner, name, given }: Call): Choices | undefined {
  switch (keyOf({ owner, name })) {
    case 'EventData.getInputValue':
    case 'getVariable':
      return valuesOfInput(given[0]);
    case 'SearchEngine.getField':
      return valuesOfField(world, given[0]);
    case 'EventData.getType':
      return sets.eventType;
    case 'HTTP.getValue':
      return given[0]?.toLowerCase() === 'statuscode' ? sets.httpStatus : undefined;
    case 'Date.getWeekDay':
    case 'DateTime.getWeekDay':
      return sets.weekDay;
  }
  const field = `${owner}.${name.replace(/^Get/, '')}`;
  const set = Object.hasOwn(carrierFields, field) ? carrierFields[field] : undefined;
  if (set !== undefined && name.startsWith('Get')) return sets[set];
  const table = recordTables.get(owner);
  return table !== undefined && name === 'getValue'
    ? valuesOfField(world, `${table}.${given[0] ?? ''}`)
    : undefined;
}

const saidOf = ({ text, detail }: { readonly text: string; readonly detail?: string }): Choice => {
  const says = Object.hasOwn(inputEntries, text) ? inputEntries[text]?.says : undefined;
  return { text, ...(detail !== undefined && { detail }), ...(says !== undefined && { says }) };
};

/** What editors of a script are told of the library and of the world that it runs in. */
export function referenceFor(world: World, script: Script, source: string): Reference {
  const known: ChoicesContext = {
    world,
    inputs: inputNames(world, script).map(saidOf),
    added: () => textsIn(source, ['addField', 'addFields']),
    used: (functions) => {
      const sources = world.folders.flatMap(({ scripts }) => scripts.map((one) => one.source));
      return [...new Set([source, ...sources].flatMap((one) => textsIn(one, functions)))].sort();
    },
  };
  return {
    entry: ({ owner, name }) => entryOf(owner, name),
    argument: (about) => argumentChoices(known, about),
    result: (call) => resultOf(world, call),
    member: (enumeration, name) => {
      const set = Object.hasOwn(enumerations, enumeration) ? enumerations[enumeration] : undefined;
      return set === undefined ? undefined : sets[set].choices.find((one) => one.name === name)?.says;
    },
  };
}

/** A call that is given a text first, and perhaps another one. */
const calls = /\b(\w{1,80})\s{0,8}\(\s{0,8}"([^"\n]{1,255})"(?:\s{0,8},\s{0,8}"([^"\n]{0,1024})")?/g;

/** The texts that functions are given first; of `addFields("table", "a,b")` the fields. */
function textsIn(source: string, functions: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const [, name = '', first = '', second = ''] of source.matchAll(calls)) {
    if (!functions.includes(name)) continue;
    if (name !== 'addFields') found.add(first);
    else for (const column of second.split(',')) found.add(`${first}.${column.trim()}`);
  }
  return [...found];
}
