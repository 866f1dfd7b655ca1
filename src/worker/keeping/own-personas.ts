import type { PersonaFile, WorldFile } from '../../engine/definition.ts';
import { personasPlace } from '../../storage/lasting-drafts.ts';

/** The starting world with the kinds of customers that people made of those that it had; they are part of no step. */
export function withOwnPersonas(world: WorldFile, drafts: Readonly<Record<string, string>>): WorldFile {
  const own = personasIn(drafts[personasPlace] ?? '');
  return own === null ? world : { ...world, personas: own };
}

/** Null for none, and for what this build does not know: it wrote it itself. */
function personasIn(text: string): readonly PersonaFile[] | null {
  try {
    const found = JSON.parse(text) as {
      readonly customers?: readonly PersonaFile[];
      readonly agent?: PersonaFile;
    };
    return found.customers === undefined || found.agent === undefined
      ? null
      : [...found.customers, found.agent];
  } catch {
    return null;
  }
}
