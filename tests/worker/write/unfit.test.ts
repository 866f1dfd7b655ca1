import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/engine/inputs.ts';
import { createRules } from '../../../src/worker/write/rules.ts';
import { Machine } from '../../support/in-process-worker.ts';
import { standInEngine } from '../../support/stand-in-engine.ts';

const { unfit } = createRules();
const long = 'x'.repeat(300);

const unsayable: readonly (readonly [string, Input])[] = [
  ['a name that is too long', { type: 'admin.savesAgent', agent: { id: 1, name: long } }],
  ['an empty name', { type: 'admin.savesFolder', folder: { name: '' } }],
  ['a text that is too long', { type: 'customer.writes', session: 1, text: 'x'.repeat(40_000) }],
  [
    'a column that reaches a prototype',
    { type: 'admin.savesTable', table: 'a', rows: [JSON.parse('{"__proto__":1}')] },
  ],
  ['no agent', { type: 'agent.picksUpNext', agent: 0 }],
];

describe('an input that no file could say', () => {
  it.each(unsayable)('is refused and leaves nothing in the log: %s', async (_, input) => {
    const machine = new Machine();
    const tab = await machine.tab({ ports: { engine: { ...standInEngine, unfit } } });
    await machine.time.pass(5000);

    const answer = await tab.dispatch('a', input);

    expect(answer).toMatchObject({ kind: 'refused', reason: { code: 'input-not-kept' } });
    expect(await tab.log()).toEqual(tab.opened.events);
  });

  it('is none of those that people send', () => {
    expect(unfit({ type: 'customer.writes', session: 1, text: 'hi' })).toBe(null);
    expect(unfit({ type: 'clock.advances', by: 1 })).toBe(null);
  });
});
