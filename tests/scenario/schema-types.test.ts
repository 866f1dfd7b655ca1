import type * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Json, WorldFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';
import type { Expectation, ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import type { inputs } from '../../src/scenario/schema-inputs.ts';
import type { scenarioSchema } from '../../src/scenario/schema.ts';

/**
 * A type written out, every field with whether it may be left out: then types that differ in one field, even an
 * optional one, do not fit into each other.
 */
type Plain<T> = unknown extends T
  ? Json
  : string | number | boolean | null extends T
    ? Json
    : T extends readonly (infer U)[]
      ? readonly Plain<U>[]
      : T extends object
        ? string extends keyof T
          ? { readonly [key: string]: Plain<Exclude<T[keyof T], undefined>> }
          : {
              readonly [K in keyof T]-?: readonly [
                Partial<Pick<T, K>> extends Pick<T, K> ? 'optional' : 'required',
                Plain<Exclude<T[K], undefined>>,
              ];
            }
        : T;

type Same<A, B> = [Plain<A>, Plain<B>] extends [Plain<B>, Plain<A>] ? true : false;
type Fits<A, B> = [A] extends [B] ? true : false;

type FileOut = v.InferOutput<typeof scenarioSchema>;
type StepOut = FileOut['steps'][number];
type Bare = 'expect' | 'input';

/** The compiler is the judge: a field that only one side has makes one of these `false`, and `tsc` fails. */
const agreed = {
  world: true satisfies Same<FileOut['world'], WorldFile>,
  input: true satisfies Same<v.InferOutput<typeof inputs>, Input>,
  step: true satisfies Same<Omit<StepOut, Bare>, Omit<ScenarioStep, Bare>>,
  file: true satisfies Same<Omit<FileOut, 'steps' | 'world'>, Omit<ScenarioFile, 'steps' | 'world'>>,
  expectation: true satisfies Fits<NonNullable<StepOut['expect']>[number], Expectation>,
};

it('keeps the schema and the types of a scenario file in step', () => {
  expect(Object.values(agreed)).toEqual([true, true, true, true, true]);
});
