import { kindOf } from './schema-expect.ts';
import { world as worldSchema } from './schema-world.ts';
import { scenarioSchema } from './schema.ts';
import type { WorldFile } from '../engine/definition.ts';
import type { ScenarioFile } from './format.ts';

/** As much of a schema as its order of fields needs. */
export type Shape = {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly key?: unknown;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
};

/**
 * A scenario as text, the same for the same scenario: fields in the order of the schema, two spaces,
 * `\n`, an end of line at the end. Importing it and writing it again gives the same bytes.
 */
export const writeScenario = (scenario: ScenarioFile): string => writeAs(scenarioSchema, scenario);

/** A file of another format in the same way: as its schema has it. */
export const writeAs = (schema: Shape, file: object): string =>
  `${JSON.stringify(ordered(schema, file), null, 2)}\n`;

/** The same on one line, as a link holds it. */
export const writeShort = (scenario: object): string => JSON.stringify(ordered(scenarioSchema, scenario));

/** A world alone, as canonical text. */
export const writeWorld = (world: WorldFile): string => writeAs(worldSchema, world);

function ordered(shape: Shape | undefined, value: unknown): unknown {
  if (shape === undefined || typeof value !== 'object' || value === null) return value;
  switch (shape.type) {
    case 'optional':
      return ordered(shape.wrapped, value);
    case 'array':
      return Array.isArray(value) ? value.map((item) => ordered(shape.item, item)) : value;
    case 'record':
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, ordered(shape.value, item)]),
      );
    case 'strict_object':
    case 'object_with_rest':
      return orderedFields(shape.entries ?? {}, value);
    case 'variant':
    case 'union':
      return ordered(chosen(shape, value), value);
    default:
      return value;
  }
}

/** Known fields first, in the schema's order; what may stand beside them keeps its own. */
function orderedFields(entries: Readonly<Record<string, Shape>>, value: object): object {
  const fields = new Map(Object.entries(value).filter(([, item]) => item !== undefined));
  const known = Object.keys(entries).filter((key) => fields.has(key));
  const others = [...fields.keys()].filter((key) => !Object.hasOwn(entries, key));
  return Object.fromEntries(
    [...known, ...others].map((key) => [key, ordered(entries[key], fields.get(key))] as const),
  );
}

/** Which of its alternatives a value is: an input by its type, an expectation by its kind, one thing or a list of such. */
function chosen(shape: Shape, value: object): Shape | undefined {
  const options = (shape.options ?? []) as readonly Shape[];
  if (shape.type === 'variant' && 'type' in value)
    return options.find((option) => option.entries?.['type']?.literal === value.type);
  if (Array.isArray(value)) return options.find(({ type }) => type === 'array');
  const one = options.find(({ type }) => type === 'union');
  if (one !== undefined) return one;
  // Each kind of expectation has the field that tells it from the others first.
  const kinds = Object.fromEntries(
    options.map((option) => [Object.keys(option.entries ?? {})[0] ?? '', option] as const),
  );
  return kinds[kindOf(value, kinds) ?? ''];
}
