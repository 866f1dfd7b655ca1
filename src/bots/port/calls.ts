import type { BoundExpression, Expression, FunctionSymbol, Type } from '../../crmscript/bound-tree.ts';
import type { Span } from '../../crmscript/diagnostic.ts';
import { notNull, portAs, portExpression, portPlace } from './expression.ts';
import { keyOf } from './facts.ts';
import { natives } from './natives.ts';
import { keptNull } from './operators.ts';
import { portCarrier } from './natives-carriers.ts';
import { call, callText, level, piece, receiver, type Piece } from './piece.ts';
import type { Porter } from './porter.ts';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;
type NativeCode = Extract<BoundExpression, { kind: 'native' }>;

/** A call of something of the library, its parts written. */
export type NativeCall = {
  /** What the reference calls it: `Map.get`. */
  readonly name: string;
  readonly span: Span;
  /** What it is called on, not null, and as it stands in the script. */
  readonly self: Piece;
  readonly selfNode: Expression | undefined;
  readonly selfType: Type | undefined;
  /** The arguments, not null, as the types that the parameters have. */
  readonly args: readonly Piece[];
  readonly nodes: readonly Expression[];
  readonly parameters: readonly { readonly name: string; readonly type: Type }[];
  readonly returns: Type;
  /** The place that a method changes, to be assigned to; undefined where it is called on a mere value. */
  readonly place: () => Piece | undefined;
};

export function portCall(p: Porter, node: Of<'call'>): Piece {
  const code = p.tree.codeOf(node);
  if (code?.kind === 'call') {
    const self = code.receiver === undefined ? undefined : piece('this');
    return ownCall(p, code.callee, self, node.args);
  }
  if (code?.kind === 'native') return portNative(p, code, node, undefined);
  return p.missing(node.span, 'port-missing', { what: p.textOf(node.span) });
}

export function portMethodCall(p: Porter, node: Of<'methodCall'>): Piece {
  const code = p.tree.codeOf(node);
  if (code?.kind === 'call') return ownCall(p, code.callee, portExpression(p, node.object), node.args);
  if (code?.kind === 'native') return portNative(p, code, node, node.object);
  return p.missing(node.span, 'port-missing', { what: p.textOf(node.span) });
}

/** What a function or method of the script is called in the port. */
export function nameOfFunction(p: Porter, symbol: FunctionSymbol): string {
  const { text } = symbol.declaration.name;
  const { owner } = symbol;
  if (owner === undefined) return p.names.function(symbol.declaration, p.tree.functionsOf(text) ?? []);
  const name = p.names.method(symbol, owner.methods.get(text) ?? []);
  return owner.byName.has(text) ? `${name}Of` : name;
}

function ownCall(
  p: Porter,
  symbol: FunctionSymbol,
  self: Piece | undefined,
  args: readonly Expression[],
): Piece {
  const key = keyOf(symbol.declaration.name.span);
  const given = symbol.parameters.map(({ type }, index) => {
    const argument = args[index];
    const parameter = symbol.declaration.parameters[index];
    if (argument === undefined || parameter === undefined) return '';
    return portArgument(p, argument, type, keyOf(parameter.name.span));
  });
  const name = nameOfFunction(p, symbol);
  const text = callText(self === undefined ? name : `${receiver(self)}.${name}`, given, p.column);
  const nullable = p.facts.has('returnsNull', key) ? { nullable: true as const } : {};
  if (!p.facts.has('async', key)) return { ...call(text), ...nullable };
  p.awaits();
  return { ...piece(`await ${text}`, level.unary), ...nullable };
}

/** An argument; a parameter that is asked for null is given it, and one that gets a large number may become large. */
function portArgument(p: Porter, argument: Expression, type: Type, parameter: string): string {
  const given = portAs(p, argument, type, p.facts.has('nullable', parameter));
  const variable = p.variableIn(argument);
  if (p.is('wide', variable)) p.facts.add('wide', parameter);
  if (given.isText === true) p.facts.add('text', parameter);
  return p.facts.has('nullable', parameter) ? keptNull(p, argument, given).text : given.text;
}

function portNative(
  p: Porter,
  code: NativeCode,
  node: Of<'call' | 'methodCall'>,
  object: Expression | undefined,
): Piece {
  const { callee } = code;
  const isConstructor = object === undefined && callee.owner !== '';
  const prefix = isConstructor ? 'new ' : '';
  const selfType = object && p.typeOf(object);
  const owner = selfType?.kind === 'array' ? '[]' : selfType?.kind === 'struct' ? '{}' : callee.owner;
  const types = callee.parameters.map(({ type }) => type.name).join(',');
  const base = `${prefix}${isConstructor ? callee.name : owner === '' ? callee.name : `${owner}.${callee.name}`}`;
  const port = natives.get(`${base}(${types})`) ?? natives.get(base) ?? natives.get(`${owner}.*`);
  const written = object && portExpression(p, object);
  const given: NativeCall = {
    name: base.replace('new ', ''),
    span: node.span,
    self: written === undefined ? piece('') : notNull(written, selfType),
    selfNode: object,
    selfType,
    args: callee.parameters.map(({ type }, index) => {
      const argument = node.args[index];
      return argument === undefined ? piece('') : portAs(p, argument, type);
    }),
    nodes: node.args,
    parameters: callee.parameters,
    returns: code.type,
    place: () => object && portPlace(p, object),
  };
  return (
    port?.(p, given) ??
    portCarrier(p, callee.owner, callee.name, given) ??
    portUnknown(p, code, node.span, given.name)
  );
}

const searches = /^(?:SearchEngine|GenericSearch|StringMatrix)\b/;
const crypto = /SHA|HMAC|simpleTwoWay|Rsa|makePassword/;

/** What has no counterpart, with the reason as far as there is one. */
function portUnknown(p: Porter, code: NativeCode, span: Span, what: string): Piece {
  if (searches.test(what)) return p.missing(span, 'port-search', { what });
  if (crypto.test(what)) return p.missing(span, 'port-crypto', { what });
  if (/Generic/.test(what) || code.callee.parameters.some(({ type }) => type.kind === 'generic'))
    return p.missing(span, 'port-generic', { what });
  if (/^NS|^[A-Z]/.test(what) && code.callee.native.run === undefined)
    return p.missing(span, 'port-carrier', { what });
  return p.missing(span, 'port-missing', { what });
}
