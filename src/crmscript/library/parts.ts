import type { NativeClass, NativeFunction } from '../analysis/types/native.ts';
import type { TablesSource } from './superoffice/tables.ts';

/** Functions and classes that belong together. */
export type LibraryPart = {
  readonly functions?: readonly NativeFunction[];
  readonly classes?: readonly NativeClass[];
  readonly enums?: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

export type Library = {
  readonly functions: readonly NativeFunction[];
  readonly classes: readonly NativeClass[];
  readonly arrayMethods: readonly NativeFunction[];
  readonly structMethods: readonly NativeFunction[];
  readonly enums: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What SuperOffice has besides, which compiles and fails when it runs. */
  readonly tables?: TablesSource;
};
