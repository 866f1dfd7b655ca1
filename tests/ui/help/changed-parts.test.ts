import { describe, expect, it } from 'vitest';
import { worldFromJson, type WorldJson } from '../../../src/engine/world-json.ts';
import { fieldChoices } from '../../../src/bots/reference/field-choices.ts';
import { changedParts } from '../../../src/ui/help/changed-parts.ts';
import { after, connects, worldWith, writes } from '../../engine/given.ts';

const rows = Array.from({ length: 500 }, (_, index) => ({ id: index + 1, title: `Row ${String(index)}` }));
const quiet = worldWith({}, { tables: { ticket: rows } });
const talking = after(quiet, connects, writes('hello'));

describe('what the worker for help is told of a world', () => {
  it('is enough to know its tables and their columns, however many rows they have', () => {
    const parts = changedParts(talking, null);

    expect(fieldChoices(worldFromJson(parts as WorldJson), '')).toEqual(fieldChoices(talking, ''));
    expect(parts.tables?.['ticket']).toHaveLength(20);
  });

  it('leaves out what did not change: scripts and tables do not cross for a message', () => {
    const parts = changedParts(talking, quiet);

    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['sessions', 'messages']));
    for (const name of ['folders', 'tables', 'channels', 'contacts']) expect(parts).not.toHaveProperty(name);
    expect(changedParts(talking, talking)).toEqual({});
  });
});
