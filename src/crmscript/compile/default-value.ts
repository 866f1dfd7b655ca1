import type { Type } from '../analysis/types/types.ts';
import type { Compiler } from './compiler.ts';
import type { Run } from '../run/run-state.ts';
import { StructValue } from '../run/values.ts';

/** What an object takes at least: of what it is made, and what the host keeps beside it. */
export const ownedObject = 256;

/** What the host has open between a declaration and a field of a struct. */
const framesOfMaker = 6;

export type Maker = (run: Run) => unknown;

const nullValue: Maker = () => null;
const constants: Readonly<Record<string, Maker>> = {
  Integer: nullValue,
  Long: nullValue,
  Float: nullValue,
  String: nullValue,
  Bool: () => false,
  Byte: () => 0,
};

/** What `T x;` makes: declaring a variable creates the object (crm §0.3, §5.1). */
export function makerOf(compiler: Compiler, type: Type): Maker {
  if (type.kind === 'array') {
    return (run) => {
      run.allocate(16, run.at);
      return [];
    };
  }
  if (type.kind === 'struct') return structMaker(compiler, type);
  if (type.kind !== 'class') return nullValue;
  const { name, definition } = type;
  const constant = Object.hasOwn(constants, name) ? constants[name] : undefined;
  if (constant !== undefined) return constant;
  const { make } = definition.native;
  return (run) => {
    run.pending = 0;
    run.allocate(ownedObject, run.at);
    return make(run);
  };
}

function structMaker(compiler: Compiler, type: Extract<Type, { kind: 'struct' }>): Maker {
  // Made on first use: fields may be of structs that are declared further down.
  let makers: ((run: Run, frame: unknown[]) => unknown)[] | undefined;
  return (run) => {
    makers ??= type.fields.map((field) => {
      const { initial } = field;
      if (initial !== undefined) return compiler.within(framesOfMaker, () => compiler.aside(initial));
      const make = compiler.maker(field.type);
      return (state: Run) => make(state);
    });
    run.allocate(48 + 8 * makers.length, run.at);
    run.work(16);
    const frame: unknown[] = new Array(type.frameSize).fill(null);
    const fields: unknown[] = [];
    // Held, so that a measurement sees what has been built so far.
    run.held.push(fields);
    for (const make of makers) fields.push(make(run, frame));
    run.held.pop();
    return new StructValue(type, fields);
  };
}
