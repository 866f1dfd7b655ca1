import { computed, type ReadonlySignal } from '@preact/signals';
import type { Persona, Personas, Traits } from '../../protocol/crowd-api.ts';
import type { Store } from '../store/store.ts';

/** The place among the unsent texts of a workspace where people's own kinds of customers lie. */
const place = 'crowd.personas';

export const most = { personas: 30, lines: 30, characters: 500, name: 60 } as const;

export type NumberTrait = 'speed' | 'typos' | 'patience' | 'reminders' | 'returns' | 'rating';

/** What the traits that are numbers can be, and by how much a slider moves them. */
export const traitRanges: Readonly<Record<NumberTrait, { least: number; most: number; step: number }>> = {
  patience: { least: 10, most: 1200, step: 10 },
  reminders: { least: 0, most: 5, step: 1 },
  speed: { least: 10, most: 120, step: 5 },
  typos: { least: 0, most: 60, step: 5 },
  returns: { least: 0, most: 100, step: 10 },
  rating: { least: 0, most: 5, step: 1 },
};

type Keeps = Pick<Store, 'draft' | 'keepDraft'>;

/** Whom puppets can play in a workspace: those that people made of the built-in ones, as soon as they have changed one. */
export function ownPersonas({ draft, keepDraft }: Keeps) {
  const own: ReadonlySignal<Personas | null> = computed(() => readPersonas(draft(place)));
  const write = (personas: Personas | null) => {
    keepDraft(place, personas === null ? '' : JSON.stringify(personas));
  };
  return {
    /** Null where nobody has changed any. */
    own,
    /** Keeps one in the place of that with its number, or as a new one. */
    save: (all: Personas, persona: Persona) => {
      if (persona.id === all.agent.id) write({ ...all, agent: persona });
      else {
        const isThere = all.customers.some(({ id }) => id === persona.id);
        const customers = isThere
          ? all.customers.map((one) => (one.id === persona.id ? persona : one))
          : [...all.customers, persona].slice(0, most.personas);
        write({ ...all, customers });
      }
    },
    remove: (all: Personas, id: number) => {
      write({ ...all, customers: all.customers.filter((one) => one.id !== id) });
    },
    /** The built-in ones are there again, as they came. */
    reset: () => {
      write(null);
    },
  };
}

/** A number that no other one has. */
export const freeId = ({ customers, agent }: Personas): number =>
  Math.max(agent.id, ...customers.map(({ id }) => id)) + 1;

/** What lies on disk may be of another build: what is not understood is nothing. */
export function readPersonas(text: string): Personas | null {
  try {
    const found: unknown = text === '' ? null : JSON.parse(text);
    if (typeof found !== 'object' || found === null) return null;
    const { customers, agent } = found as { readonly customers?: unknown; readonly agent?: unknown };
    if (!Array.isArray(customers) || !isPersona(agent)) return null;
    const good = customers.filter(isPersona).slice(0, most.personas);
    return good.length === 0 ? null : { customers: good, agent };
  } catch {
    return null;
  }
}

function isPersona(one: unknown): one is Persona {
  if (typeof one !== 'object' || one === null) return false;
  const { id, name, lines, traits } = one as Partial<Record<keyof Persona, unknown>>;
  return (
    Number.isSafeInteger(id) &&
    typeof name === 'string' &&
    Array.isArray(lines) &&
    lines.length <= most.lines &&
    lines.every((line) => typeof line === 'string' && line.length <= most.characters) &&
    isTraits(traits)
  );
}

function isTraits(traits: unknown): traits is Traits {
  if (typeof traits !== 'object' || traits === null) return false;
  const given = traits as Partial<Record<keyof Traits, unknown>>;
  const isSwitch = (name: 'piecemeal' | 'silent' | 'angry') => typeof given[name] === 'boolean';
  return (
    isSwitch('piecemeal') &&
    isSwitch('silent') &&
    isSwitch('angry') &&
    (Object.keys(traitRanges) as NumberTrait[]).every((name) => {
      const value = given[name];
      return typeof value === 'number' && value >= 0 && value <= 10_000;
    })
  );
}
