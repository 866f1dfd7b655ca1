import type { PersonaFile, TraitsFile } from '../../engine/definition.ts';

/** How somebody behaves, as a file says it. */
export type Traits = TraitsFile;

/**
 * Who a puppet plays. Its lines are said in their order, one for each answer that it gets; the first is also what it asks in a form.
 * A line may hold choices: `{Hi|Hello}`.
 */
export type Persona = PersonaFile;

const ordinary: Traits = {
  speed: 40,
  typos: 2,
  piecemeal: false,
  patience: 180,
  reminders: 2,
  silent: false,
  angry: false,
  returns: 0,
  rating: 4,
};

/** A persona with what is not said of it as it is with most people. */
export const personaOf = (
  given: Omit<Persona, 'traits'> & { readonly traits?: Partial<Traits> },
): Persona => ({ ...given, traits: { ...ordinary, ...given.traits } });
