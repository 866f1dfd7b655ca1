import type { CrowdPlan, Personas } from '../../protocol/crowd-api.ts';

export type NumberName = 'customers' | 'perMinute' | 'capacity' | 'seed';

/** What numbers can be. */
export const ranges: Readonly<Record<NumberName, { readonly least: number; readonly most: number }>> = {
  customers: { least: 1, most: 500 },
  perMinute: { least: 1, most: 120 },
  capacity: { least: 1, most: 20 },
  seed: { least: 0, most: 2_147_483_647 },
};

/** What somebody chose, as it stands in the form. */
export type CrowdChoice = {
  readonly texts: Readonly<Record<NumberName, string>>;
  readonly curve: CrowdPlan['arrivals']['curve'];
  readonly channels: readonly number[];
  /** Numbers of the personas. */
  readonly personas: readonly number[];
  readonly agents: readonly number[];
  readonly speed: number;
};

export function numberIn(name: NumberName, text: string): number | null {
  const { least, most } = ranges[name];
  const value = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

/** What it means; null where something is no number that can be, or nothing is ticked where something has to be. */
export function planOf(choice: CrowdChoice, known: Personas): CrowdPlan | null {
  const { texts, curve, channels, agents } = choice;
  const customers = numberIn('customers', texts.customers);
  const perMinute = numberIn('perMinute', texts.perMinute);
  const capacity = numberIn('capacity', texts.capacity);
  const seed = numberIn('seed', texts.seed);
  const personas = known.customers.filter(({ id }) => choice.personas.includes(id));
  if (customers === null || perMinute === null || capacity === null || seed === null) return null;
  if (channels.length === 0 || personas.length === 0) return null;
  // A wave takes as long as all of them take at the mean.
  const arrivals = { perMinute, curve, minutes: Math.max(1, customers / perMinute) };
  return { seed, customers, arrivals, channels, personas, agents, agentPersona: known.agent, capacity };
}

/** A list with something in it, or without it where it was in. */
export const ticked = (list: readonly number[], one: number): readonly number[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
