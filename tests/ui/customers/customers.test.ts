import { describe, expect, it } from 'vitest';
import { problemWords } from '../../../src/ui/customers/field.tsx';
import { problemsInForm } from '../../../src/engine/form-rule.ts';
import { readDraft } from '../../../src/ui/customers/form-draft.ts';
import { freeName, tileSessions } from '../../../src/ui/customers/tiles.ts';
import { worldAfter } from '../fake-engine.ts';
import { helpDesk } from '../world-file.ts';

const ada = { type: 'customer.connects', channel: 1, customer: { alias: 'Ada' } } as const;

const bea = { type: 'customer.connects', channel: 1, customer: { alias: 'Bea' } } as const;

describe('customers', () => {
  it('have a tile for each session, until they begin anew or are put away', async () => {
    const world = await worldAfter(helpDesk, [ada, { type: 'customer.leaves', session: 1 }, ada, bea]);

    expect(tileSessions(world, []).map(({ id }) => id)).toEqual([2, 3]);
    expect(tileSessions(world, [3]).map(({ id }) => id)).toEqual([2]);
  });

  it('get names that nobody else has', async () => {
    const world = await worldAfter(helpDesk, [ada, bea]);

    expect(freeName(world, 'Ada')).toBe('Ada 2');
    expect(freeName(world, 'Cy')).toBe('Cy');
  });

  it('are told in words what is wrong with a form, by the rule of the engine', () => {
    const asked = { fields: [], required: ['name', 'company'], consent: true, countries: ['Norge'] } as const;
    const fields = { email: 'ada@example', phone: '1'.repeat(33), country: 'Atlantis', company: 'A\nB' };

    expect(problemsInForm(asked, { fields, rating: 6 }).map(problemWords)).toEqual([
      'That does not look like an e-mail address',
      '33 characters are too long; the most is 32',
      'Choose one from the list',
      'This has to be one line',
      'Tick the box to go on',
      'Choose one to five stars',
    ]);
    expect(problemsInForm({ ...asked, fields: ['name'] }, { consent: true }).map(problemWords)).toEqual([
      'Fill in: Name',
    ]);
    expect(problemsInForm(asked, { fields: { phone: 'call me' }, consent: true }).map(problemWords)).toEqual([
      'That does not look like a phone number, such as +4722000000',
    ]);
  });

  it('find again what they typed into a form, and nothing else', () => {
    const start = { fields: { name: 'Ada' }, consent: false, rating: 0, transcript: false };

    expect(readDraft('', start)).toBe(start);
    expect(readDraft('[]', start).fields).toEqual({});
    expect(readDraft('{"fields":{"name":"Bo","x":1},"rating":"5","consent":true}', start)).toEqual({
      fields: { name: 'Bo' },
      consent: true,
      rating: 0,
      transcript: false,
    });
  });
});
