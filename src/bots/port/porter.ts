import type {
  CheckedTree,
  Expression,
  FunctionSymbol,
  Item,
  StructType,
  Type,
  Variable,
} from '../../crmscript/bound-tree.ts';
import type { Span } from '../../crmscript/diagnostic.ts';
import { keyOf, type Facts, type FactKind } from './facts.ts';
import type { HelperName } from './helpers.ts';
import { Names } from './names.ts';
import type { Notes, PortCode, PortCodes } from './notes.ts';
import { piece, quoted, type Piece } from './piece.ts';
import type { Search } from './plan-search.ts';
import { typeText } from './types.ts';
import type { Writer } from './writer.ts';

/** A counter of a loop and what it stays below: a number, or the length of what is called so. */
export type Bound = { readonly variable: Variable; readonly below: number | string };

/** What is known while one program is written: a script and what it includes. */
export class Porter {
  readonly tree: CheckedTree;
  readonly facts: Facts;
  readonly notes: Notes;
  readonly names: Names;
  /** What the texts that were written need beside them, by file. */
  readonly helpers = new Map<string, Set<HelperName>>();
  /** The program sends and reads its texts with HTTP, where they are UTF-8 without anybody's doing. */
  readonly usesHttp: boolean;
  /** What the port of an included script is called. */
  readonly includeName: (name: string) => string;
  /** The file that is being written. */
  file = '';
  /** The function that is being written; undefined at the top. */
  routine: FunctionSymbol | undefined;
  owner: StructType | undefined;
  /** The expression that is a statement by itself: nobody asks for its value. */
  alone: Expression | undefined;
  /** The column at which the line begins. */
  column = 0;
  readonly bounds: Bound[] = [];
  /** The names of the parameters of the function that is being written. */
  parameters: ReadonlySet<string> = new Set();
  /** How many places were found that have no counterpart. */
  missed = 0;
  /** Builders of JSON that are a plain object in the port, and how far their text is indented. */
  readonly objects = new Map<Variable, string>();
  /** Requests that are a plain fetch in the port. */
  readonly answers = new Set<Variable>();
  /** Searches that are one call of the archive. */
  readonly searches = new Map<Variable, Search>();
  /** The rows at which loops through searches are. */
  readonly rows: { readonly search: string; readonly row: string }[] = [];
  /** What has to be written before an item: the request whose answer it reads. */
  readonly requests = new Map<Item, (w: Writer) => void>();
  /** The variable over which a walk through a Map goes, and what its key and value are called. */
  readonly walks: {
    readonly map: string;
    readonly key: string;
    readonly value: string;
    readonly used: { key: boolean; value: boolean };
  }[] = [];

  constructor(
    tree: CheckedTree,
    facts: Facts,
    notes: Notes,
    usesHttp: boolean,
    includeName: (name: string) => string,
  ) {
    this.tree = tree;
    this.facts = facts;
    this.notes = notes;
    this.names = new Names(tree);
    this.usesHttp = usesHttp;
    this.includeName = includeName;
  }

  /** The text calls a helper, which then stands beside it. */
  need(name: HelperName): string {
    const own = this.helpers.get(this.file) ?? new Set();
    own.add(name);
    this.helpers.set(this.file, own);
    return name;
  }

  note<Code extends PortCode>(span: Span, code: Code, params: PortCodes[Code]): void {
    this.notes.add(span, code, params);
  }

  /** A place that has no counterpart: listed, and it throws when it is reached. */
  missing<Code extends PortCode>(span: Span, code: Code, params: PortCodes[Code]): Piece {
    this.note(span, code, params);
    this.missed++;
    const what = 'what' in params ? params.what : code;
    return {
      ...piece(`${this.need('notPorted')}(${quoted(`${what}, line ${String(span.line)}`)})`),
      isPlain: true,
    };
  }

  /** What is written waits, so the function that it stands in does. */
  awaits(): void {
    if (this.routine !== undefined) this.facts.add('async', this.keyOfRoutine(this.routine));
  }

  keyOfRoutine({ declaration }: FunctionSymbol): string {
    return keyOf(declaration.name.span);
  }

  keyOfVariable(variable: Variable | undefined): string | undefined {
    const name = variable && this.tree.declarationOf(variable);
    return name && keyOf(name.span);
  }

  /** The variable that an expression is, by name. */
  variableIn(node: Expression | undefined): Variable | undefined {
    return node?.kind === 'name' ? this.tree.variableOf(node) : undefined;
  }

  is(kind: FactKind, variable: Variable | undefined): boolean {
    const key = this.keyOfVariable(variable);
    return key !== undefined && this.facts.has(kind, key);
  }

  mark(kind: FactKind, variable: Variable | undefined): void {
    const key = this.keyOfVariable(variable);
    if (key !== undefined) this.facts.add(kind, key);
  }

  typeOf(node: Expression): Type | undefined {
    return this.tree.codeOf(node)?.type;
  }

  typeText(type: Type, asText = false): string {
    if (type.name === 'JSONBuilder') this.need('JsonBuilder');
    if (type.name === 'HTTP') this.need('Http');
    return typeText(type, (name) => this.names.struct(name), asText);
  }

  textOf({ file, start, end }: Span): string {
    return this.tree.trees.find((tree) => tree.file === file)?.source.slice(start, end) ?? '';
  }
}
