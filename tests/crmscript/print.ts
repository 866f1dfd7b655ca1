import type {
  Block,
  Expression,
  FunctionDeclaration,
  Item,
  TypeName,
} from '../../src/crmscript/syntax/ast.ts';

/** A tree as text that parses to the same tree. Every operand in parentheses, so that nothing rests on precedence. */
export const printItems = (items: readonly Item[]): string => items.map(printItem).join('\n');

const quoted = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('\b', '\\b')}"`;

const list = (args: readonly Expression[]): string => `(${args.map(print).join(', ')})`;
const operand = (node: Expression): string => `(${print(node)})`;
const optional = (node: Expression | undefined): string => (node === undefined ? '' : print(node));

function print(node: Expression): string {
  switch (node.kind) {
    case 'integer':
    case 'float':
    case 'name':
      return node.text;
    case 'long':
      return `${node.text}L`;
    case 'string':
      return quoted(node.text);
    case 'bool':
      return String(node.value);
    case 'this':
      return 'this';
    case 'member':
      return `${operand(node.object)}.${node.name.text}`;
    case 'index':
      return `${operand(node.array)}[${print(node.index)}]`;
    case 'call':
      return node.callee.text + list(node.args);
    case 'methodCall':
      return `${operand(node.object)}.${node.name.text}${list(node.args)}`;
    case 'unary':
      return node.operator + operand(node.operand);
    case 'increment':
      return operand(node.target) + node.operator;
    case 'chain':
      return node.rest.reduce(
        (left, link) => `${left} ${link.bar ? '|' : link.operator} ${operand(link.operand)}`,
        operand(node.first),
      );
    case 'assignment':
      return `${operand(node.target)} ${node.operator} ${print(node.value)}`;
  }
}

const printType = ({ name, sizes }: TypeName): string =>
  name.text + sizes.map((size) => `[${optional(size)}]`).join('');

type Declared = { readonly type: TypeName; readonly name: { readonly text: string } };
const declared = ({ type, name }: Declared): string => `${printType(type)} ${name.text}`;

const variable = (node: Declared & { readonly value: Expression | undefined }): string =>
  declared(node) + (node.value === undefined ? '' : ` = ${print(node.value)}`);

const printBlock = ({ body }: Block): string => `{\n${printItems(body)}\n}`;

const printFunction = (node: FunctionDeclaration): string =>
  `${declared(node)}(${node.parameters.map(declared).join(', ')}) ${printBlock(node.body)}`;

function printItem(node: Item): string {
  switch (node.kind) {
    case 'block':
      return printBlock(node);
    case 'variable':
      return `${variable(node)};`;
    case 'expression':
      return `${print(node.expression)};`;
    case 'if': {
      const branches = node.branches.map(
        ({ condition, body }) => `if (${print(condition)}) ${printItem(body)}`,
      );
      const otherwise = node.otherwise === undefined ? '' : ` else ${printItem(node.otherwise)}`;
      return branches.join(' else ') + otherwise;
    }
    case 'while':
      return `while (${print(node.condition)}) ${printItem(node.body)}`;
    case 'for': {
      const start = node.start?.kind === 'variable' ? variable(node.start) : optional(node.start);
      return `for (${start}; ${print(node.condition)}; ${optional(node.update)}) ${printItem(node.body)}`;
    }
    case 'foreach':
      return `foreach (${declared(node)} in ${print(node.list)}) ${printItem(node.body)}`;
    case 'try':
      return `try ${printBlock(node.body)} catch ${printBlock(node.handler)}`;
    case 'return':
      return `return ${optional(node.value)};`;
    case 'throw':
      return `throw ${print(node.value)};`;
    case 'break':
    case 'continue':
      return `${node.kind};`;
    case 'empty':
      return ';';
    case 'function':
      return printFunction(node);
    case 'struct': {
      const fields = node.fields.map((field) => `${variable(field)};`);
      return `struct ${node.name.text} {\n${[...fields, ...node.methods.map(printFunction)].join('\n')}\n};`;
    }
    case 'include':
      return `#include ${quoted(node.id)};`;
    case 'languageLevel':
      return `#setLanguageLevel ${String(node.level)};`;
  }
}
