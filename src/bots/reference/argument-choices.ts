import type { Argument, Choice, Choices } from '../../crmscript/reference.ts';
import type { World } from '../../engine/world.ts';
import { recordTables } from '../records/record-classes.ts';
import { columnChoices, columnEntry, fieldChoices, tableChoices } from './field-choices.ts';
import { inputEntries } from './inputs.ts';
import { sets, type SetName } from './known-sets.ts';
import {
  answerHeaders,
  answerValues,
  functions,
  httpOptions,
  joins,
  mediaTypes,
  operators,
  requestHeaders,
  statements,
} from './words-of-searches.ts';

/** What is asked of the world and the script when a text could be one of theirs. */
export type ChoicesContext = {
  readonly world: World;
  /** The inputs that the script is given, and what they are. */
  readonly inputs: readonly Choice[];
  /** The fields that it adds to its searches. */
  readonly added: () => readonly string[];
  /** The names that the scripts of the world use with these functions. */
  readonly used: (functions: readonly string[]) => readonly string[];
};

/** The numbers that parameters take: by function and parameter, or by the method where it has only one. */
const numbers: Readonly<Record<string, SetName>> = {
  'addChatMessage.type': 'messageType',
  'addChatMessage.specialType': 'specialType',
  'setChatStatus.status': 'status',
  'faqSearch.access': 'faqAccess',
  'idToLang.langId': 'language',
  'getReplyTemplateBody.langId': 'language',
  'getReplyTemplateSubject.langId': 'language',
  'String.parseSOMultiLanguageString.language': 'language',
  'ReplyTemplate.getSubject.language': 'language',
  'ReplyTemplate.getPlainBody.language': 'language',
  'ReplyTemplate.getHtmlBody.language': 'language',
  'GenericSearch.setLanguage.languageId': 'language',
  'DateTime.toString.mode': 'dateMode',
  'DateTime.toString.language': 'language',
  'TimeSpan.toString.mode': 'spanUnit',
  'TimeSpan.toString.maxMode': 'spanUnit',
  'TimeSpan.toString.lang': 'language',
};

/** The fields of carriers that hold such numbers: their `Get` returns them, their `Set` takes them. */
export const carrierFields: Readonly<Record<string, SetName>> = {
  'NSChatMessage.Type': 'messageType',
  'NSChatMessage.SpecialType': 'specialType',
  'NSChatSessionEntity.Status': 'status',
  'NSChatSessionEntity.Flags': 'sessionFlags',
  'NSChatSession.Status': 'status',
  'NSChatWidgetSettings.Theme': 'theme',
  'NSChatWidgetSettings.RequiredFields': 'formFields',
  'NSChatWidgetSettings.OfflineFields': 'formFields',
  'NSWebhook.State': 'webhookState',
};

const outputs = ['message', 'specialType', 'specialParam', 'author'].map((name) => `chatMessage.${name}`);

const setNamed = (name: SetName | undefined): Choices | undefined =>
  name === undefined ? undefined : sets[name];

/** The numbers in a field of a table, or in an input. */
export const valuesOfField = (world: World, field: string | undefined): Choices | undefined =>
  field === undefined ? undefined : setNamed(columnEntry(world, field)?.set);
export const valuesOfInput = (name: string | undefined): Choices | undefined =>
  name !== undefined && Object.hasOwn(inputEntries, name) ? setNamed(inputEntries[name]?.set) : undefined;

const named = (title: string, texts: readonly string[]): Choices | undefined =>
  texts.length === 0 ? undefined : { title, choices: texts.map((text) => ({ text })) };

const inOutputs = ({ text }: Choice): boolean => outputs.includes(text);

/** What a text or number can be that is an argument of a search. */
function ofSearch(known: ChoicesContext, about: Argument): Choices | undefined {
  const { world, added } = known;
  const { name, parameter, given, typed } = about;
  switch (parameter) {
    case 'field':
    case 'field1':
    case 'field2':
    case 'fieldBeginsWith':
      return fieldChoices(world, typed);
    case 'name':
      return name === 'getField' ? fieldChoices(world, typed, added()) : undefined;
    case 'table':
      return { title: 'Table', choices: tableChoices(world, '') };
    case 'fields': {
      const after = typed.lastIndexOf(',') + 1;
      const blanks = /^\s*/.exec(typed.slice(after))?.[0].length ?? 0;
      return { title: 'Column', choices: columnChoices(world, given[0] ?? ''), after: after + blanks };
    }
    case 'compOperator':
    case 'operator':
      return operators;
    case 'rowOperator':
    case 'andOr':
      return joins;
    case 'function':
    case 'func1':
    case 'func2':
      return functions;
    case 'value':
      return valuesOfField(world, given[0]);
    case 'type':
      return statements;
    default:
      return undefined;
  }
}

function ofHttp({ name, parameter, given }: Argument): Choices | undefined {
  if (name === 'setOption' && parameter === 'name') return httpOptions;
  if (name === 'getValue') return answerValues;
  if (name === 'getResponseHeader') return answerHeaders;
  if (name !== 'addHeader') return undefined;
  if (parameter === 'name') return requestHeaders;
  return /^(content-type|accept)$/i.test(given[0] ?? '') ? mediaTypes : undefined;
}

function ofRecord(
  { world }: ChoicesContext,
  { owner, name, parameter, given }: Argument,
): Choices | undefined {
  const table = recordTables.get(owner);
  if (table === undefined || (name !== 'getValue' && name !== 'setValue')) return undefined;
  if (parameter === 'value') return valuesOfField(world, `${table}.${given[0] ?? ''}`);
  return { title: 'Column', choices: columnChoices(world, table) };
}

/** What a function's argument can be, by the name of its parameter. */
const byFunction: Readonly<Record<string, (known: ChoicesContext, about: Argument) => Choices | undefined>> =
  {
    'EventData.getInputValue.field': ({ inputs }) => ({ title: 'Input', choices: inputs }),
    'getVariable.name': ({ inputs }) => ({ title: 'Input', choices: inputs }),
    'EventData.setOutputValue.name': ({ inputs }) => ({ title: 'Output', choices: inputs.filter(inOutputs) }),
    'EventData.setOutputValue.value': (_, { given }) => valuesOfInput(given[0]),
    'addChatMessage.author': ({ world }) =>
      named('Name of a bot', [...new Set(world.channels.map(({ bot }) => bot.name).filter(Boolean))]),
    'langToId.langCode': () => ({
      title: 'Language',
      choices: sets.language.choices.map(({ name = '', says = '' }) => ({ text: name, says })),
    }),
    'getExtraTable.name': ({ world }) => named('Table', Object.keys(world.tables)),
    'getScriptId.idString': ({ world }) =>
      named(
        'Include name',
        world.folders.flatMap(({ scripts }) => scripts.map(({ includeName }) => includeName)).filter(Boolean),
      ),
    'getUsername.userId': ({ world }) => ({
      title: 'User',
      choices: world.agents.map(({ id, name }) => ({ text: String(id), name })),
    }),
  };

const variables = /^(?:get|set)(Global|Session)Variable\.name$/;

/** What an argument of the library can be, as far as it is known. */
export function argumentChoices(known: ChoicesContext, about: Argument): Choices | undefined {
  const { owner, name, parameter } = about;
  const key = `${owner === '' ? '' : `${owner}.`}${name}.${parameter}`;
  if (Object.hasOwn(numbers, key)) return setNamed(numbers[key]);
  if (Object.hasOwn(byFunction, key)) return byFunction[key]?.(known, about);
  const kind = variables.exec(key)?.[1];
  if (kind !== undefined) return named('Variable', known.used([`get${kind}Variable`, `set${kind}Variable`]));
  if (parameter === 'chatTopicId') return { title: 'Channel', choices: channelsOf(known.world) };
  if (owner === 'SearchEngine' || owner === 'GenericSearch') return ofSearch(known, about);
  if (owner === 'HTTP') return ofHttp(about);
  const field = `${owner}.${name.replace(/^Set/, '')}`;
  if (name.startsWith('Set') && Object.hasOwn(carrierFields, field)) return setNamed(carrierFields[field]);
  return ofRecord(known, about);
}

const channelsOf = ({ channels }: World): readonly Choice[] =>
  channels.map(({ id, name }) => ({ text: String(id), name }));
