import { Extents } from './editing/extents.ts';
import { tolerantTree } from './editing/tolerant-tree.ts';
import type { FunctionDeclaration, Item, Name, StructDeclaration, TypeName } from './syntax/ast.ts';
import { Problems } from './syntax/problems.ts';
import { scan } from './syntax/scanner.ts';

/** What a script declares at its top, in the order of the text. */
export type OutlineItem = {
  readonly name: string;
  readonly kind: 'function' | 'struct' | 'field' | 'method' | 'variable' | 'include';
  /** Its type, or its parameters and what it returns. */
  readonly detail: string;
  /** The whole declaration. */
  readonly start: number;
  readonly end: number;
  /** The name in it. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Members of a struct. */
  readonly children: readonly OutlineItem[];
};

/** What is declared at the top of a script: functions, structs with their members, variables, and what it includes. */
export function outline(source: string): readonly OutlineItem[] {
  const extents = new Extents(scan(source, '', new Problems()));
  return tolerantTree(source).items.flatMap((item) => itemsOf(item, source, extents));
}

const none: readonly OutlineItem[] = [];

function itemsOf(item: Item, source: string, extents: Extents): readonly OutlineItem[] {
  switch (item.kind) {
    case 'function':
      return [routine(item, 'function', source)];
    case 'struct':
      return [structItem(item, source, extents)];
    case 'variable': {
      const { start, end } = item.span;
      return [
        {
          ...named(item.name, 'variable'),
          detail: typeText(item.type, source),
          start,
          end: extents.past(end),
        },
      ];
    }
    case 'include': {
      const { start, end } = item.span;
      // The name without its quotes.
      const nameStart = Math.max(start, end - item.id.length - 1);
      const place = { start, end: extents.past(end), nameStart, nameEnd: Math.max(nameStart, end - 1) };
      return [{ name: item.id, kind: 'include', detail: '', ...place, children: none }];
    }
    default:
      return none;
  }
}

const named = ({ text, span }: Name, kind: OutlineItem['kind']) => ({
  name: text,
  kind,
  nameStart: span.start,
  nameEnd: span.end,
  children: none,
});

const typeText = ({ span }: TypeName, source: string): string => source.slice(span.start, span.end);

function routine(node: FunctionDeclaration, kind: 'function' | 'method', source: string): OutlineItem {
  const list = node.parameters.map(({ type, name }) => `${typeText(type, source)} ${name.text}`);
  const detail = `(${list.join(', ')}) ${typeText(node.type, source)}`;
  return { ...named(node.name, kind), detail, start: node.span.start, end: node.body.span.end };
}

function structItem(node: StructDeclaration, source: string, extents: Extents): OutlineItem {
  const fields = node.fields.map(({ name, type, span }) => ({
    ...named(name, 'field'),
    detail: typeText(type, source),
    start: span.start,
    end: span.end,
  }));
  const methods = node.methods.map((method) => routine(method, 'method', source));
  const children = [...fields, ...methods].sort((a, b) => a.start - b.start);
  return {
    ...named(node.name, 'struct'),
    detail: '',
    start: node.span.start,
    end: extents.of(node),
    children,
  };
}
