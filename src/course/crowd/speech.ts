import { chanceOf } from './chance.ts';
import { spoken } from './grammar.ts';
import type { Persona } from './persona.ts';
import { typed } from './typing.ts';

/** What somebody might say in a conversation, message by message: by this seed, with these names in the place of `{name}` and `{agent}`. */
export const speechOf = (
  { id, lines, traits }: Persona,
  seed: number,
  names: Readonly<Record<string, string>>,
): readonly (readonly string[])[] =>
  lines.map((line, index) => {
    const chance = chanceOf(seed, id, index);
    return typed(spoken(line, chance, names), traits, chance);
  });
