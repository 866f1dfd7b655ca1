import type { NativeFunction } from '../../analysis/types/native.ts';
import { tableClasses, tableFunctions } from './table-names.ts';

/**
 * The signatures of everything in SuperOffice's library: public/crmscript-tables.json. They are large, so
 * they are loaded when a script names something in them, never before.
 */
export type Tables = {
  readonly classes: Readonly<Record<string, TableClass>>;
  readonly functions: readonly string[];
  /** By name, members in order; `Email=1` where the number is known and not the place. */
  readonly enums: Readonly<Record<string, string>>;
  /** What the embedder has in place of a method that needs a server; `absent` fails as such methods do. */
  readonly fixture?: (signature: string, absent: NativeFunction) => NativeFunction | undefined;
};

export type TableClass = {
  /** `Name:String Id:Integer`: each has a `GetName()` and a `SetName(String name)`. */
  readonly fields?: string;
  readonly methods?: readonly string[];
  /** Absent where there is one without parameters only. */
  readonly constructors?: readonly string[];
};

/** Gives the tables at once; whoever made it has loaded them before a script that needs them is compiled. */
export type TablesSource = () => Tables;

export const parseTables = (text: string): Tables => JSON.parse(text) as Tables;

/** Whether a name may be in the tables, told without them. */
export const mayBeInTables = (name: string): boolean =>
  name.startsWith('NS') || tableClasses.has(name) || tableFunctions.has(name);

/** The name in a signature. */
export const nameOf = (signature: string): string => /(\w+)\(/.exec(signature)?.[1] ?? '';
