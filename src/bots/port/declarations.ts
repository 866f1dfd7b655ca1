import type {
  FunctionDeclaration,
  FunctionSymbol,
  StructDeclaration,
  StructType,
} from '../../crmscript/bound-tree.ts';
import { nameOfFunction } from './calls.ts';
import { keyOf } from './facts.ts';
import type { Porter } from './porter.ts';
import { behindBrace, portBody } from './statement.ts';
import { defaultText } from './defaults.ts';
import { initialOf } from './variables.ts';
import type { Writer } from './writer.ts';

/** The function that a declaration makes. */
const symbolOf = (
  p: Porter,
  node: FunctionDeclaration,
  owner: StructType | undefined,
): FunctionSymbol | undefined =>
  (owner === undefined ? p.tree.functionsOf(node.name.text) : owner.methods.get(node.name.text))?.find(
    ({ declaration }) => declaration === node,
  );

export function portFunction(
  p: Porter,
  w: Writer,
  node: FunctionDeclaration,
  owner: StructType | undefined,
): void {
  const symbol = symbolOf(p, node, owner);
  if (symbol === undefined) return;
  const outer = p.routine;
  p.routine = symbol;
  const names = node.parameters.map(({ name }) => {
    const variable = p.tree.variableOf(name);
    return variable === undefined ? name.text : p.names.declare(name, variable, new Set());
  });
  const parameters = node.parameters.map(({ name }, index) =>
    parameterText(p, symbol, index, names[index] ?? '', keyOf(name.span)),
  );
  const key = keyOf(node.name.span);
  const name = nameOfFunction(p, symbol);
  if (name !== node.name.text) p.note(node.name.span, 'port-renamed', { from: node.name.text, to: name });
  const at = w.mark();
  w.line('{');
  behindBrace(w, node.body);
  const around = p.parameters;
  p.parameters = new Set(names);
  portBody(p, w, node.body);
  p.parameters = around;
  if (needsReturn(p, node))
    w.inside(() => {
      w.line(`return ${defaultText(p, symbol.returns)};`);
    });
  w.line('}');
  w.after(node.span);
  p.routine = outer;
  const isAsync = p.facts.has('async', key);
  const asText = p.facts.has('text', `${key} returns`);
  const own = p.typeText(symbol.returns, asText) + (p.facts.has('returnsNull', key) ? ' | null' : '');
  const returns = isAsync ? `Promise<${own}>` : own;
  const word = owner === undefined ? 'function ' : '';
  w.amend(at, `${isAsync ? 'async ' : ''}${word}${name}(${parameters.join(', ')}): ${returns} {`);
}

function parameterText(p: Porter, symbol: FunctionSymbol, index: number, name: string, key: string): string {
  const type = symbol.parameters[index]?.type;
  if (type === undefined) return name;
  const text = p.typeText(type, p.facts.has('text', key));
  return `${name}: ${text}${p.facts.has('nullable', key) ? ' | null' : ''}`;
}

/** Where the function can come to its end without a return, CRMScript returns an empty value. */
const needsReturn = (p: Porter, node: FunctionDeclaration): boolean =>
  p.tree.diagnostics.some(
    ({ code, span }) =>
      code === 'missing-return' && span.start === node.name.span.start && span.file === node.name.span.file,
  );

/** A struct is a class: both are passed by reference, and both have their fields from the start. */
export function portStruct(p: Porter, w: Writer, node: StructDeclaration): void {
  const type = p.tree.structOf(node.name.text);
  if (type === undefined) return;
  w.line(`class ${p.names.struct(node.name.text)} {`);
  w.inside(() => {
    for (const field of node.fields) {
      const symbol = type.byName.get(field.name.text);
      if (symbol === undefined) continue;
      w.upTo(field.span.start);
      p.column = w.column;
      const { text, annotation } = initialOf(p, field, symbol.type, keyOf(field.name.span), true);
      w.line(`${field.name.text}${annotation === undefined ? '' : `: ${annotation}`} = ${text};`);
      w.after(field.span);
    }
    for (const method of node.methods) {
      w.upTo(method.span.start);
      w.space();
      portFunction(p, w, method, type);
    }
    w.upTo(node.span.end);
  });
  w.line('}');
  w.after(node.span);
}
