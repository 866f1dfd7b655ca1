import type { Span } from '../../diagnostic.ts';
import type { ArithmeticOperator, ComparisonOperator, LogicalOperator } from '../../syntax/ast.ts';
import type { LinkedFunction } from './linked.ts';
import type { FunctionSymbol, Variable } from './symbols.ts';
import type { Type } from './types.ts';

/** A block, or a loop with its body, from a statement up to and without another, in the order of the text. */
export type BlockRange = { readonly from: number; readonly to: number };

/** What a stack frame belongs to: a function, a method, or the top of the script. `blocks` come inner ones first. */
export type Routine = {
  readonly name: string;
  readonly variables: Variable[];
  readonly blocks: BlockRange[];
};

/** A place in the text that runs: where errors, calls and stops are. `order` counts statements in text order. */
export type Site = { readonly span: Span; readonly order: number; readonly routine: Routine };

type Typed<Kind extends string, Fields = unknown> = Kind extends string
  ? { readonly kind: Kind; readonly type: Type } & Fields
  : never;

/** Where a value can be put. */
export type LValue =
  | Typed<'local', { readonly slot: number }>
  | Typed<'global', { readonly slot: number }>
  | Typed<'field', { readonly object: BoundExpression; readonly index: number; readonly name: string }>
  | Typed<
      'element',
      { readonly array: BoundExpression; readonly index: BoundExpression; readonly site: Site }
    >;

/** A checked expression: every name resolved, every type known, every conversion spelled out. */
export type BoundExpression =
  | LValue
  | Typed<'constant', { readonly value: unknown }>
  | Typed<
      'arithmetic',
      {
        readonly operator: ArithmeticOperator;
        readonly left: BoundExpression;
        readonly right: BoundExpression;
        readonly site: Site;
      }
    >
  | Typed<'concat', { readonly parts: BoundExpression[]; readonly site: Site }>
  | Typed<
      'compare',
      {
        readonly operator: ComparisonOperator;
        readonly operands: Type;
        readonly left: BoundExpression;
        readonly right: BoundExpression;
        readonly site: Site;
      }
    >
  | Typed<'logical', { readonly operator: LogicalOperator; readonly operands: BoundExpression[] }>
  | Typed<'not' | 'negate', { readonly operand: BoundExpression }>
  | Typed<'assign', { readonly target: LValue; readonly value: BoundExpression; readonly site: Site }>
  | Typed<
      'update',
      {
        readonly target: LValue;
        readonly operator: ArithmeticOperator;
        readonly value: BoundExpression;
        readonly site: Site;
      }
    >
  | Typed<'increment', { readonly target: LValue; readonly delta: 1 | -1; readonly site: Site }>
  | Typed<'convert', { readonly operand: BoundExpression }>
  | Typed<
      'call',
      {
        readonly callee: FunctionSymbol;
        /** The struct on which a method is called. */
        readonly receiver: BoundExpression | undefined;
        readonly args: readonly BoundExpression[];
        readonly site: Site;
      }
    >
  | Typed<
      'native',
      {
        readonly callee: LinkedFunction;
        readonly receiver: BoundExpression | undefined;
        readonly args: readonly BoundExpression[];
        readonly site: Site;
      }
    >
  /** Stands for what was reported as wrong; never runs. */
  | Typed<'nothing'>;

type CountedNode<Kind extends string, Fields = unknown> = Kind extends string
  ? { readonly kind: Kind; readonly site: Site } & Fields
  : never;

/** A variable of a frame or of the script. */
export type Slot = { readonly global: boolean; readonly slot: number; readonly type: Type };

/** A checked statement. Everything with a `site` of its own counts as one statement when it runs. */
export type BoundStatement =
  | { readonly kind: 'block'; readonly body: readonly BoundStatement[] }
  | CountedNode<'empty' | 'break' | 'continue'>
  | CountedNode<'expression', { readonly code: BoundExpression }>
  | CountedNode<
      'declare',
      {
        readonly variable: Slot;
        readonly value: BoundExpression | undefined;
        readonly sizes: readonly BoundExpression[];
      }
    >
  | {
      readonly kind: 'if';
      readonly branches: readonly {
        readonly site: Site;
        readonly condition: BoundExpression;
        readonly body: BoundStatement;
      }[];
      readonly otherwise: BoundStatement | undefined;
    }
  | CountedNode<'while', { readonly condition: BoundExpression; readonly body: BoundStatement }>
  | {
      readonly kind: 'for';
      readonly start: BoundStatement | undefined;
      readonly condition: { readonly site: Site; readonly code: BoundExpression };
      readonly update: { readonly site: Site; readonly code: BoundExpression } | undefined;
      readonly body: BoundStatement;
    }
  | CountedNode<
      'foreach',
      {
        readonly variable: Slot;
        readonly list: BoundExpression;
        readonly listSite: Site;
        readonly body: BoundStatement;
      }
    >
  | CountedNode<
      'try',
      {
        readonly body: BoundStatement;
        readonly error: Slot;
        readonly location: Slot;
        readonly handler: BoundStatement;
      }
    >
  | CountedNode<'return', { readonly value: BoundExpression | undefined }>
  | CountedNode<'throw', { readonly value: BoundExpression }>;

/** Whether something can be put there. */
export const isLValue = (code: BoundExpression): code is LValue =>
  code.kind === 'local' || code.kind === 'global' || code.kind === 'field' || code.kind === 'element';
