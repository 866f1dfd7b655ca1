import {
  differing,
  MapValue,
  ParserValue,
  type LibraryPart,
  type NativeContext,
  type NativeFunction,
} from '../../crmscript/library.ts';
import { findScript } from '../../engine/registration.ts';
import { headerPrefix, namedBehind, variablePrefix } from '../api/request.ts';
import { botOf } from './bot-environment.ts';
import { productModules } from './product-modules.ts';

/** What belongs to one run and is made when it is first asked for. */
type Own = {
  readonly parser: ParserValue;
  readonly statics: MapValue;
  readonly current: Map<string, string>;
};
const owned = new WeakMap<object, Own>();

function own(context: NativeContext): Own {
  const { eventData } = botOf(context);
  const known = owned.get(eventData) ?? {
    parser: parserOf(eventData.inputs),
    statics: new MapValue(),
    current: new Map(),
  };
  if (!owned.has(eventData)) {
    owned.set(eventData, known);
    for (const value of [known.parser, known.statics, known.current]) botOf(context).keep(value);
  }
  return known;
}

/** The parser of a run: empty, but for the input values `parser.name` of a run by hand. */
function parserOf(inputs: ReadonlyMap<string, string>): ParserValue {
  const parser = new ParserValue();
  for (const [name, value] of inputs) {
    if (name.startsWith('parser.')) parser.variables.set(name.slice('parser.'.length), [value]);
  }
  return parser;
}

/** To compare a name in any letter case. */
const workOfName = 256;

const nothing = (): null => null;
const none = (): string => '';

/** The input values whose names begin so, by the rest of their names. */
function given(context: NativeContext, prefix: string): ReadonlyMap<string, string> {
  const { inputs } = botOf(context).eventData;
  context.work(16 * inputs.size);
  return namedBehind(inputs, prefix);
}

/** A header's name in any letter case. */
const header = (context: NativeContext, name: string): string | null =>
  [...given(context, headerPrefix)].find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1] ??
  null;

const variable = (context: NativeContext, name: string): string | null =>
  given(context, variablePrefix).get(name) ?? null;

const request: readonly NativeFunction[] = [
  { signature: 'Bool cgiWasPost()', run: (context) => botOf(context).eventData.inputs.has('cgiContent') },
  {
    signature: 'String getCgiContent()',
    run: (context) => botOf(context).eventData.inputs.get('cgiContent') ?? '',
  },
  {
    signature: 'String getCgiUrl()',
    run: (context) => botOf(context).eventData.inputs.get('cgiUrl') ?? '',
  },
  { signature: 'String getCgiVariable(String varName)', run: variable },
  {
    signature: 'String[] getCgiVariableArray(String name)',
    run: (context, name: string) => {
      const value = variable(context, name);
      return value === null ? [] : [value];
    },
  },
  {
    signature: 'Map getCgiVariables()',
    run: (context) => {
      const map = new MapValue();
      for (const [name, value] of given(context, variablePrefix)) {
        context.charge(64);
        map.set(name, value);
      }
      return map;
    },
  },
  { signature: 'String getHttpHeader(String headerName)', run: header },
  { signature: 'String buildUrl()', run: none },
  { signature: 'String getNtUser()', run: none },
];

const row = (context: NativeContext, name: string, at: number): string | null =>
  own(context).parser.row(name, at) ?? null;

const csv = (context: NativeContext, name: string, quoting: boolean): string =>
  (own(context).parser.variables.get(name) ?? [])
    .map((value) => (quoting || /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(',');

const parser: readonly NativeFunction[] = [
  { signature: 'Parser getParser()', run: (context) => own(context).parser },
  {
    signature: 'Void setParserVariable(String name, String value)',
    run: (context, name: string, value: string) => {
      context.charge(64);
      own(context).parser.variables.set(name, [value]);
    },
  },
  {
    signature: 'String getParserVariable(String varName)',
    run: (context, name: string) => row(context, name, 0),
  },
  { signature: 'String getParserVariable(String varName, Integer row)', run: row },
  {
    signature: 'Integer getParserVariableCount(String varName)',
    run: (context, name: string) => own(context).parser.variables.get(name)?.length ?? 0,
  },
  { signature: 'String getParserVariableAsCSV(String paramName, Bool forceQuoting)', run: csv },
  { signature: 'String getParserParameter(String name)', run: nothing },
  { signature: 'String getParserParameter(String name, Integer index)', run: nothing },
  { signature: 'Integer getParserParameterCount(String paramName)', run: () => 0 },
];

/** Addresses of a server that does not exist: `.invalid` can never be called. */
const program = (name: string): string => `https://superoffice.invalid/scripts/${name}.fcgi`;

const programs: readonly NativeFunction[] = [
  ...productModules.flatMap((name): NativeFunction[] => [
    { signature: `String getProgram${name}()`, run: () => program(name.toLowerCase()) },
    { signature: `String getExternalProgram${name}()`, run: () => program(name.toLowerCase()) },
  ]),
  { signature: 'String getProgram(Integer progId)', run: (_context, id: number) => program(String(id)) },
  {
    signature: 'String getExternalProgram(Integer progId)',
    run: (_context, id: number) => program(String(id)),
  },
  { signature: 'String getExecutable()', run: () => program('crmscript') },
];

const constants: readonly NativeFunction[] = [
  { signature: 'String getUserLang()', run: () => 'en' },
  { signature: 'String getSystemLang()', run: () => 'en' },
  { signature: 'Integer getSystemFlags()', run: () => 0 },
  { signature: 'Integer getPID()', run: () => 1 },
  { signature: 'Map getWarnings()', run: () => new MapValue() },
];

/** What a script asks about where it runs (crm §11.3, §11.6). */
export const contextPart: LibraryPart = {
  functions: [
    ...differing(
      'a bot is not called by a browser, so it is empty; a run by hand reads the input values `cgi.name`, `header.name`, `cgiContent` and `cgiUrl`',
      request,
    ),
    ...parser,
    ...differing('an address that leads nowhere', programs),
    { signature: 'Map getGlobalStaticMap()', run: (context) => own(context).statics },
    {
      signature: 'String getCurrent(String key)',
      run: (context, key: string) => own(context).current.get(key) ?? null,
    },
    {
      signature: 'Void setCurrent(String key, String value)',
      run: (context, key: string, value: string) => {
        context.charge(64);
        own(context).current.set(key, value);
      },
    },
    {
      signature: 'Integer getScriptId(String idString)',
      run: (context, name: string) => {
        const world = botOf(context).host.world();
        context.work(workOfName * name.length);
        context.spend(world.folders.reduce((sum, { scripts }) => sum + scripts.length, 0));
        const byNumber = /^\d{1,9}$/.test(name) ? findScript(world.folders, Number(name)) : undefined;
        return (byNumber ?? botOf(context).host.findInclude(name))?.id ?? null;
      },
    },
    {
      signature: 'String getUsername(Integer userId)',
      run: (context, id: number) =>
        botOf(context)
          .host.world()
          .agents.find((agent) => agent.id === id)?.name ?? null,
    },
    ...differing('always the same: en, 0, 1, none', constants),
  ],
};
