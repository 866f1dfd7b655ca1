import type { References } from '../../engine/references.ts';
import type { ShownValue } from '../../engine/step-observer.ts';
import type { EventDataValue } from '../api/event-data-value.ts';

type Parts = {
  readonly type: string;
  readonly text: string;
  readonly named: readonly (readonly [string, unknown])[];
};

const hasParts = (value: unknown): value is { parts(): Parts } =>
  typeof value === 'object' && value !== null && 'parts' in value;

/** What a script was called with, and what it has set, as a debugger unfolds it. */
export const shownEventData = (references: References, data: EventDataValue): ShownValue =>
  shown(references, data, data.parts());

function shown(references: References, object: object, { type, text, named }: Parts): ShownValue {
  const reference = references.of(object, ({ start = 0, count = named.length }) =>
    named.slice(start, start + count).map(([name, value]) => ({ name, ...seen(references, value) })),
  );
  return { type, value: text, named: named.length, reference };
}

function seen(references: References, value: unknown): ShownValue {
  if (hasParts(value)) return shown(references, value, value.parts());
  return typeof value === 'string'
    ? { type: 'String', value: JSON.stringify(value) }
    : { type: 'Bool', value: String(value) };
}
