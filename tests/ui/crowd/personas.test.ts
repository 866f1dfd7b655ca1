import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { customers, helpful } from '../../../src/course/crowd/personas.ts';
import { speechOf } from '../../../src/course/crowd/speech.ts';
import { freeId, most, ownPersonas, readPersonas } from '../../../src/ui/crowd/kept-personas.ts';

const builtIn = { customers, agent: helpful };
const [patient, angry] = customers;
if (patient === undefined || angry === undefined) throw new Error('There are no kinds of customers.');

/** What keeps texts by their places, as the store does. */
function keeper() {
  const texts = signal<Readonly<Record<string, string>>>({});
  return {
    draft: (place: string) => texts.value[place] ?? '',
    keepDraft: (place: string, text: string) => {
      texts.value = { ...texts.value, [place]: text };
    },
  };
}

describe('people’s own kinds of customers', () => {
  it('are the built-in ones until somebody changes one, and again when that is taken back', () => {
    const keeps = keeper();
    const personas = ownPersonas(keeps);
    expect(personas.own.value).toBeNull();

    personas.save(builtIn, { ...patient, name: 'Very patient' });

    expect(ownPersonas(keeps).own.value?.customers.map(({ name }) => name)).toEqual([
      'Very patient',
      ...customers.slice(1).map(({ name }) => name),
    ]);
    personas.reset();
    expect(personas.own.value).toBeNull();
    expect(keeps.draft('crowd.personas')).toBe('');
  });

  it('can be more, fewer, and somebody else at the desk', () => {
    const personas = ownPersonas(keeper());
    const id = freeId(builtIn);

    personas.save(builtIn, { ...patient, id, name: 'New' });
    personas.remove(personas.own.value ?? builtIn, angry.id);
    personas.save(personas.own.value ?? builtIn, { ...helpful, name: 'Short' });

    const own = personas.own.value;
    expect(own?.customers.map((one) => one.id)).toEqual([
      ...customers.filter((one) => one !== angry).map((one) => one.id),
      id,
    ]);
    expect(own?.agent.name).toBe('Short');
    expect(customers.map((one) => one.id).concat(helpful.id)).not.toContain(id);
  });

  it('are nothing where what lies on disk is not understood', () => {
    const broken = [
      '{',
      'null',
      '[]',
      JSON.stringify({ customers: [], agent: helpful }),
      JSON.stringify({ customers: [{ ...patient, lines: 'Hi' }], agent: helpful }),
      JSON.stringify({
        customers: [{ ...patient, traits: { ...patient.traits, speed: '40' } }],
        agent: helpful,
      }),
      JSON.stringify({
        customers: [{ ...patient, lines: ['x'.repeat(most.characters + 1)] }],
        agent: helpful,
      }),
      JSON.stringify({ customers, agent: 3 }),
    ];
    for (const text of broken) expect(readPersonas(text), text.slice(0, 60)).toBeNull();
    expect(readPersonas(JSON.stringify(builtIn))).toEqual(builtIn);
  });
});

describe('what somebody would say', () => {
  const names = { name: 'Ada', agent: 'Kari' };

  it('is the same with the same seed, and follows from how they are', () => {
    expect(speechOf(patient, 1, names)).toEqual(speechOf(patient, 1, names));
    expect(speechOf(patient, 1, names)).toHaveLength(patient.lines.length);
    for (const [text = ''] of speechOf(angry, 1, names)) expect(text).toMatch(/^[^a-z]+!!$/);
    const pieces = customers.find(({ traits }) => traits.piecemeal);
    expect(pieces && speechOf(pieces, 1, names)[0]?.length).toBeGreaterThan(1);
    expect(speechOf(helpful, 1, names)[0]?.[0]).toContain('Ada, I am Kari');
  });

  it('is something else with another seed, sooner or later', () => {
    const all = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(speechOf(patient, seed, names)));

    expect(new Set(all).size).toBeGreaterThan(1);
  });
});
