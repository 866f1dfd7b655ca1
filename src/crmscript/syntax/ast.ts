import type { Span } from '../diagnostic.ts';

type Node<Kind extends string, Fields = unknown> = Kind extends string
  ? { readonly kind: Kind; readonly span: Span } & Fields
  : never;

/** A name as it stands in the text. */
export type Name = { readonly text: string; readonly span: Span };

/** `String[5][]`: the name, and for each pair of brackets the size or none. */
export type TypeName = {
  readonly name: Name;
  readonly sizes: readonly (Expression | undefined)[];
  readonly span: Span;
};

export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '%=';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';
export type ComparisonOperator = '==' | '!=' | '<' | '>' | '<=' | '>=';
export type LogicalOperator = '&&' | '||';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicalOperator;

export type Expression =
  | Node<'integer' | 'long' | 'float' | 'string', { readonly text: string }>
  | Node<'bool', { readonly value: boolean }>
  | Node<'this'>
  | Node<'name', { readonly text: string }>
  | Node<'member', { readonly object: Expression; readonly name: Name }>
  | Node<'index', { readonly array: Expression; readonly index: Expression }>
  | Node<'call', { readonly callee: Name; readonly args: readonly Expression[] }>
  | Node<
      'methodCall',
      { readonly object: Expression; readonly name: Name; readonly args: readonly Expression[] }
    >
  | Node<'unary', { readonly operator: '!' | '-'; readonly operand: Expression }>
  | Node<'increment', { readonly operator: '++' | '--'; readonly target: Expression }>
  /** `first` and then each operator with its operand, all of one level, from left to right. */
  | Node<'chain', { readonly first: Expression; readonly rest: readonly Link[] }>
  | Node<
      'assignment',
      {
        readonly operator: AssignmentOperator;
        readonly operatorSpan: Span;
        readonly target: Expression;
        readonly value: Expression;
      }
    >;

export type Link = {
  readonly operator: BinaryOperator;
  /** Written with one bar, which is the same between two Bools, and else means nothing (rulings 41). */
  readonly bar?: true;
  readonly operatorSpan: Span;
  readonly operand: Expression;
};

export type VariableDeclaration = Node<
  'variable',
  { readonly type: TypeName; readonly name: Name; readonly value: Expression | undefined }
>;

/** `closeSpan` is the brace at the end. */
export type Block = Node<'block', { readonly body: readonly Item[]; readonly closeSpan: Span }>;

export type Statement =
  | Block
  | VariableDeclaration
  | Node<'expression', { readonly expression: Expression }>
  | Node<
      'if',
      {
        readonly branches: readonly {
          readonly condition: Expression;
          readonly body: Statement;
          readonly span: Span;
        }[];
        readonly otherwise: Statement | undefined;
      }
    >
  | Node<'while', { readonly condition: Expression; readonly body: Statement }>
  | Node<
      'for',
      {
        readonly start: VariableDeclaration | Expression | undefined;
        readonly condition: Expression;
        readonly update: Expression | undefined;
        readonly body: Statement;
      }
    >
  | Node<
      'foreach',
      { readonly type: TypeName; readonly name: Name; readonly list: Expression; readonly body: Statement }
    >
  | Node<'try', { readonly body: Block; readonly handler: Block }>
  | Node<'return', { readonly value: Expression | undefined }>
  | Node<'throw', { readonly value: Expression }>
  | Node<'break' | 'continue' | 'empty'>;

export type Parameter = { readonly type: TypeName; readonly name: Name };

export type FunctionDeclaration = Node<
  'function',
  {
    readonly type: TypeName;
    readonly name: Name;
    readonly parameters: readonly Parameter[];
    readonly body: Block;
  }
>;

export type Field = {
  readonly type: TypeName;
  readonly name: Name;
  readonly value: Expression | undefined;
  readonly span: Span;
};

export type StructDeclaration = Node<
  'struct',
  { readonly name: Name; readonly fields: readonly Field[]; readonly methods: readonly FunctionDeclaration[] }
>;

export type IncludeDirective = Node<'include', { readonly id: string }>;

/** What may stand at the top of a script; inside blocks declarations of functions and structs are refused. */
export type Item =
  | Statement
  | FunctionDeclaration
  | StructDeclaration
  | IncludeDirective
  | Node<'languageLevel', { readonly level: number; readonly levelSpan: Span }>;

/** One file, parsed. */
export type Tree = {
  readonly file: string;
  readonly source: string;
  readonly items: readonly Item[];
  readonly end: Span;
};
