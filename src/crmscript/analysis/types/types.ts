import type { Span } from '../../diagnostic.ts';
import type { LinkedClass } from './linked.ts';
import type { FunctionSymbol } from './symbols.ts';
import type { BoundExpression } from './bound-tree.ts';

export type FieldSymbol = {
  readonly name: string;
  readonly type: Type;
  readonly index: number;
  /** What the field is set to when a struct is made; absent for the default of its type. */
  initial: BoundExpression | undefined;
  readonly span: Span;
};

export type StructType = {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: FieldSymbol[];
  readonly byName: Map<string, FieldSymbol>;
  readonly methods: Map<string, FunctionSymbol[]>;
  /** Place in the order of the text, by which use before declaration is told. */
  readonly order: number;
  /** Slots that field initialisers need. */
  frameSize: number;
};
export type ArrayType = { readonly kind: 'array'; readonly name: string; readonly element: Type };
export type ClassType = { readonly kind: 'class'; readonly name: string; readonly definition: LinkedClass };
export type SpecialType = { readonly kind: 'void' | 'generic' | 'unknown'; readonly name: string };

/** A type of CRMScript. Two types are the same when their names are. */
export type Type = StructType | ArrayType | ClassType | SpecialType;

export const voidType: SpecialType = { kind: 'void', name: 'Void' };
export const genericType: SpecialType = { kind: 'generic', name: 'Generic' };
/** Stands where a mistake has been reported, so that nothing more is said about it. */
export const unknownType: SpecialType = { kind: 'unknown', name: '?' };

const arrays = new WeakMap<Type, ArrayType>();

export function arrayOf(element: Type): ArrayType {
  const known = arrays.get(element);
  if (known !== undefined) return known;
  const type: ArrayType = { kind: 'array', name: `${element.name}[]`, element };
  arrays.set(element, type);
  return type;
}

export const isSame = (a: Type, b: Type): boolean => a === b || a.name === b.name;
export const isUnknown = (type: Type): boolean => {
  if (type.kind === 'array') return isUnknown(type.element);
  return type.kind === 'unknown';
};

const numberRank: ReadonlyMap<string, number> = new Map([
  ['Integer', 1],
  ['Long', 2],
  ['Float', 3],
]);
/** 1 Integer, 2 Long, 3 Float; 0 is no number. */
export const rankOf = (type: Type): number => (type.kind === 'class' ? (numberRank.get(type.name) ?? 0) : 0);

/**
 * What it costs to take a `from` where a `to` is wanted (crm §5.3, Q12): 0 is the same type, then the
 * widenings in the order in which overloads prefer them. `undefined`: it cannot be taken.
 */
export function conversionCost(from: Type, to: Type): number | undefined {
  if (isSame(from, to) || isUnknown(from) || isUnknown(to)) return 0;
  const rank = rankOf(from);
  const wanted = rankOf(to);
  if (rank > 0 && wanted > rank) return wanted - rank;
  if (rank === 1 && to.name === 'Byte') return 4;
  if (to.kind === 'generic' && from.kind !== 'void') return 10;
  return undefined;
}
