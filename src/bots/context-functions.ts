import {
  differing,
  MapValue,
  ParserValue,
  type LibraryPart,
  type NativeContext,
  type NativeFunction,
} from '../crmscript/library.ts';
import { findScript } from '../engine/registration.ts';
import { botOf } from './bot-environment.ts';

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
    parser: new ParserValue(),
    statics: new MapValue(),
    current: new Map(),
  };
  owned.set(eventData, known);
  return known;
}

const nothing = (): null => null;
const none = (): string => '';

/** A bot is not called by a browser: there is no request to read from. */
const request: readonly NativeFunction[] = [
  { signature: 'Bool cgiWasPost()', run: () => false },
  { signature: 'String getCgiContent()', run: none },
  { signature: 'String getCgiUrl()', run: none },
  { signature: 'String getCgiVariable(String varName)', run: nothing },
  { signature: 'String[] getCgiVariableArray(String name)', run: () => [] },
  { signature: 'Map getCgiVariables()', run: () => new MapValue() },
  { signature: 'String getHttpHeader(String headerName)', run: nothing },
  { signature: 'String buildUrl()', run: none },
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

const modules = [
  'Admin',
  'Ajax',
  'Blogic',
  'Chat',
  'Customer',
  'Document',
  'Help',
  'Knowledge',
  'Rms',
  'Soap',
  'Stat',
  'Ticket',
];

const programs: readonly NativeFunction[] = [
  ...modules.flatMap((name): NativeFunction[] => [
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
    ...differing('a bot is not called by a browser, so it is empty', request),
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
