import ts from 'typescript';
import type { Completion, Completions } from '../../crmscript/complete.ts';
import { describeSymbol } from './describe.ts';
import { hasTag } from './dialect.ts';
import { missing } from './missing-here.ts';
import { nodeAt } from './node-at.ts';
import type { ScriptProject } from './project.ts';

type Kind = Completion['kind'];

const kinds: Readonly<Record<string, Kind>> = {
  [ts.ScriptElementKind.keyword]: 'keyword',
  [ts.ScriptElementKind.functionElement]: 'function',
  [ts.ScriptElementKind.localFunctionElement]: 'function',
  [ts.ScriptElementKind.memberFunctionElement]: 'method',
  [ts.ScriptElementKind.memberVariableElement]: 'field',
  [ts.ScriptElementKind.memberGetAccessorElement]: 'field',
  [ts.ScriptElementKind.memberSetAccessorElement]: 'field',
  [ts.ScriptElementKind.parameterElement]: 'parameter',
  [ts.ScriptElementKind.classElement]: 'type',
  [ts.ScriptElementKind.interfaceElement]: 'type',
  [ts.ScriptElementKind.typeElement]: 'type',
  [ts.ScriptElementKind.typeParameterElement]: 'type',
  [ts.ScriptElementKind.primitiveType]: 'type',
  [ts.ScriptElementKind.enumElement]: 'enum',
  [ts.ScriptElementKind.string]: 'text',
};

/** From what is declared nearest to what is only there: TypeScript's own order. */
const distances: Readonly<Record<string, number>> = {
  '10': 0,
  '11': 0,
  '12': 1,
  '13': 1,
  '14': 2,
  '15': 3,
  '16': 4,
};

/** More are no help; what is typed narrows them down. */
const most = 400;
/** Of a longer list only what stands near is described. */
const mostDescribed = 150;

/** What can be written at a place in the joined text. */
export function completionsAt(project: ScriptProject, offset: number): Completions | null {
  const { service, file } = project;
  const { checker, source } = project.program();
  const quote = quoteOf(source.text);
  const found = service.getCompletionsAtPosition(file, offset, {
    includeSymbol: true,
    includeCompletionsWithInsertText: true,
    includeCompletionsForModuleExports: false,
    quotePreference: quote === "'" ? 'single' : 'double',
  });
  if (found === undefined) return null;
  const inText = ts.isStringLiteralLike(nodeAt(source, offset, true));
  const entries = found.entries.filter(
    ({ name, kind }) => kind !== ts.ScriptElementKind.warning && !isHidden(name),
  );
  const from = startOf(found, source.text, offset, inText);
  const isLong = entries.length > mostDescribed;
  const items = entries
    .map((entry) => itemOf(entry, { checker, source, inText, isLong, from }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most);
  return items.length === 0 ? null : { from, items };
}

/** What nobody writes in a script. */
const isHidden = (name: string): boolean => name.startsWith('__') || hidden.has(name) || missing.has(name);

const hidden = new Set(
  'globalThis undefined abstract accessor any asserts bigint boolean debugger declare enum export global implements import infer interface intrinsic is keyof module namespace never object out override package private protected public readonly require satisfies symbol unique unknown using with'.split(
    ' ',
  ),
);

const quoteOf = (text: string): string => (text.split("'").length >= text.split('"').length ? "'" : '"');

function startOf(found: ts.CompletionInfo, text: string, offset: number, inText: boolean): number {
  const replaced = inText ? found.entries.find(({ replacementSpan }) => replacementSpan) : undefined;
  const span = found.optionalReplacementSpan ?? replaced?.replacementSpan;
  if (span !== undefined && span.start <= offset) return span.start;
  const before = text.slice(0, offset);
  return offset - ((inText ? /[^"'`\n]*$/ : /[\w$]*$/).exec(before)?.[0].length ?? 0);
}

type Around = {
  readonly checker: ts.TypeChecker;
  readonly source: ts.SourceFile;
  readonly inText: boolean;
  readonly isLong: boolean;
  readonly from: number;
};

function itemOf(entry: ts.CompletionEntry, { checker, source, inText, isLong, from }: Around): Completion {
  const { name, symbol, sortText } = entry;
  const kind = kindOf(entry, inText);
  const isOwn = symbol !== undefined && isFound(symbol);
  const near = Math.min(distances[sortText.slice(0, 2)] ?? 4, isOwn ? 1 : 4);
  const distance = near + (hasTag(symbol, 'ours') || hasTag(symbol, 'notOffline') ? 1 : 0);
  const plain: Completion = { label: name, kind, distance, ...insertOf(entry, from) };
  if (symbol === undefined || (isLong && near > 2)) return plain;
  const type = checker.getTypeOfSymbolAtLocation(symbol, source);
  const [signature, ...others] = type.getCallSignatures();
  if (signature === undefined) {
    const detail = short(checker.typeToString(type));
    return {
      ...plain,
      ...(kind === 'type' ? {} : { detail }),
      about: [describeSymbol(symbol, `${name}: ${checker.typeToString(type)}`, checker)],
    };
  }
  const all = [signature, ...others].slice(0, 4);
  const takes = all.some(({ parameters }) => parameters.length > 0);
  return {
    ...plain,
    detail: short(given(signature.getReturnType(), checker)),
    ...(kind === 'function' || kind === 'method' ? { call: takes ? 'arguments' : 'empty' } : {}),
    about: all.map((one) => describeSymbol(symbol, name + checker.signatureToString(one), checker)),
  };
}

/** What is written where that is not the name: `['chatSession.id']` takes the place of the point before it, too. */
function insertOf({ name, insertText, replacementSpan }: ts.CompletionEntry, from: number) {
  if (insertText === undefined || insertText === name) return {};
  const before = Math.max(0, from - (replacementSpan?.start ?? from));
  return { insert: insertText, ...(before > 0 && { before }) };
}

/** Declared in the script or in what scripts find, not by the language: there are few of them. */
const isFound = (symbol: ts.Symbol): boolean =>
  (symbol.declarations ?? []).some((one) => !one.getSourceFile().fileName.startsWith('lib.'));

/** What a call gives, once it was awaited: that it has to be, its name says. */
const given = (type: ts.Type, checker: ts.TypeChecker): string =>
  checker.typeToString(checker.getAwaitedType(type) ?? type);

const short = (text: string): string => (text.length > 50 ? `${text.slice(0, 49)}…` : text);

function kindOf({ kind, name, symbol }: ts.CompletionEntry, inText: boolean): Kind {
  if (inText) return 'text';
  if (kind === ts.ScriptElementKind.string || /^["'\d-]/.test(name)) return 'value';
  if (
    symbol !== undefined &&
    kind === ts.ScriptElementKind.constElement &&
    (symbol.flags & ts.SymbolFlags.Function) !== 0
  )
    return 'function';
  return kinds[kind] ?? 'variable';
}
