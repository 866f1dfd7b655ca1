import { describe, expect, it } from 'vitest';
import { checkScript } from '../../src/bots/check-script.ts';
import { libraryWith } from '../../src/bots/bot-library.ts';
import { link } from '../../src/crmscript/analysis/link.ts';
import type { LinkedFunction } from '../../src/crmscript/analysis/types/linked.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { tables } from '../crmscript/tables.ts';
import { play } from './stage.ts';

/* What crm §19 wants of each name: tiers 1 and 2 work, tier 3 fails in words. */

const library = link(libraryWith(tables));

/** Functions that work, or say how they differ (crm §19, tiers 1 and 2). */
const working = `
  addChatMessage resetChat setChatStatus setUserIsTyping getEventData getVariable setVariable print printLine
  printDebug log logMessage simpleTwoWay getCurrentDateTime getCurrentDate getCurrentTime rand sleep assert
  assertEquals encodeBase64 decodeBase64 decodeBase64AsStream encodeBase32 encodeSHA1 encodeSHA256 encodeHMACSHA1
  encodeHMACSHA256 encodeHMACSHA512 exitWithMessage parseJSON parseJSON2 parseXML executeScript getParser
  getParserVariable getParserVariableCount getParserVariableAsCSV setParserVariable getParserParameter
  getParserParameterCount getCgiVariable getCgiVariables getCgiVariableArray getCgiContent getCgiUrl cgiWasPost
  buildUrl getHttpHeader htmlConvToText combineHtmlStrings decodeDBValue isValidPhoneNumber mapValue idToLang langToId
  getUserLang getSystemLang getSystemFlags getProgram getProgramChat getExternalProgramChat getExecutable
  getGlobalVariable setGlobalVariable getSessionVariable setSessionVariable getSessionVariables getVariables
  getGlobalStaticMap getCurrent setCurrent modulo pow makePassword getLocalTimeZone printBinary enableDebug debugWait
  forceSaveTrace pauseTracing getWarnings flushCaches getPID faqSearch getUsername getActiveUser getNtUser getScriptId
  getExtraTable convertStatus authenticateCustomer getCustomerMainEmail
`;

/** Classes that work; what of them does not stands behind the name. */
const classes: Readonly<Record<string, readonly string[]>> = {
  EventData: [],
  EventDataDialogDefinition: [],
  EventDataDialogField: [],
  LocalizedField: [],
  String: [],
  Integer: [],
  Long: [],
  Float: [],
  Bool: [],
  Byte: [],
  Date: [],
  Time: [],
  DateTime: [],
  TimeSpan: [],
  Map: [],
  Vector: [],
  StringMatrix: [],
  StringObjectDictionary: [],
  FHBitSet: [],
  Timer: [],
  TimeZone: [],
  Parser: [],
  XMLNode: [],
  JSONBuilder: [],
  HTTP: ['addAttachmentData', 'addDocumentData'],
  NSChatAgent: [],
  NSChatMessage: [],
  NSChatSessionEntity: [],
  NSChatTopicEntity: [],
  NSChatTopicAgent: [],
  NSChatPresence: [],
  NSStream: [],
  GenericSearch: [],
  Cache: [],
  Category: [],
  SearchEngine: ['addJoinCriteria', 'findRelations', 'setCallBack'],
};

const methodsOf = (name: string): readonly LinkedFunction[] => {
  const type = library.type(name);
  if (type?.kind !== 'class') throw new Error(`There is no class ${name}.`);
  const { methods } = type.definition;
  return [...methods.keys()].flatMap((method) => methods.get(method) ?? []);
};

const missingOf = (functions: readonly LinkedFunction[]): string[] => [
  ...new Set(functions.filter(({ native }) => native.needsServer !== undefined).map(({ name }) => name)),
];

describe('tiers 1 and 2', () => {
  it.each(working.trim().split(/\s+/))('%s works', (name) => {
    const overloads = library.functionsOf(name);

    expect(overloads).not.toEqual([]);
    expect(missingOf(overloads)).toEqual([]);
  });

  it.each(Object.entries(classes))('%s works but for %j', (name, missing) => {
    expect(missingOf(methodsOf(name)).sort()).toEqual(missing);
  });
});

/** A call with a variable of its type for each argument; what it fails with is printed. */
function call(head: string, { name, parameters }: LinkedFunction, of: string, place: number): string {
  const variables = parameters.map(({ type }, index) => `${type.name} a${String(place)}_${String(index)};`);
  const given = parameters.map((_, index) => `a${String(place)}_${String(index)}`).join(', ');
  return `${variables.join(' ')} ${head} try { ${of}${name}(${given}); print("it ran\\n"); } catch { print(error + "\\n"); }`;
}

const words = (name: string): string =>
  `NotAvailableOffline: ${name} needs a SuperOffice database. Add a fixture or mock to continue.`;

const allFunctions = [...new Set(library.functionNames())].flatMap((name) => library.functionsOf(name));
const absent = allFunctions.filter(({ native }) => native.needsServer !== undefined);

describe('tier 3', () => {
  it('fails in words that a script can catch, in every function', () => {
    const source = absent.map((one, place) => call('', one, '', place)).join('\n');

    const { printed, failure } = play(source);

    expect(failure).toBe('');
    expect(printed.trim().split('\n')).toEqual(absent.map(({ name }) => words(name)));
  });

  it('is marked before the run', () => {
    const source = absent.map((one, place) => call('', one, '', place)).join('\n');
    const world = createWorld({ startsAt: '2024-01-01T10:00:00Z' });

    const marked = checkScript(world, source, 'script', tables).filter(
      ({ code }) => code === 'not-available-offline',
    );

    expect(marked).toHaveLength(absent.length);
  });

  const owners = Object.keys(tables().classes).filter((name) => missingOf(methodsOf(name)).length > 0);

  it.each(owners)('fails in words in every method of %s', (name) => {
    const methods = methodsOf(name).filter(({ native }) => native.needsServer !== undefined);
    const source = methods.map((one, place) => call('', one, 'object.', place)).join('\n');

    const { printed, failure } = play(`${name} object;\n${source}`);

    expect(failure).toBe('');
    expect(printed.trim().split('\n')).toEqual(methods.map((one) => words(`${name}.${one.name}`)));
  });
});

describe('every global function', () => {
  it('is one of the documented ones, and all of those are here', () => {
    expect(allFunctions.length).toBeGreaterThanOrEqual(tables().functions.length);
  });

  it.each(allFunctions.filter(({ native }) => native.needsServer === undefined))(
    'ends well with empty arguments: $native.signature',
    (one) => {
      const { failure } = play(call('', one, '', 0));

      expect(failure).toBe('');
    },
  );
});
