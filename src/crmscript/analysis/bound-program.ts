import type { LinkedLibrary } from './link.ts';
import type { BoundStatement, Routine, Site } from './types/bound-tree.ts';
import type { FunctionSymbol } from './types/symbols.ts';
import type { StructType, Type } from './types/types.ts';

/** The functions and structs of a script, and the library that it was checked with. */
export type Names = {
  readonly library: LinkedLibrary;
  readonly functions: ReadonlyMap<string, FunctionSymbol[]>;
  readonly structs: ReadonlyMap<string, StructType>;
};

/** A whole script, checked and without errors. */
export type BoundProgram = {
  readonly body: readonly BoundStatement[];
  readonly main: Routine;
  readonly frameSize: number;
  readonly globals: readonly Type[];
  readonly structs: readonly StructType[];
  readonly functions: readonly FunctionSymbol[];
  /** Every place that counts as a statement, in the order of the text. */
  readonly sites: readonly Site[];
  /** What names mean, for expressions that are read later. */
  readonly names: Names;
};
