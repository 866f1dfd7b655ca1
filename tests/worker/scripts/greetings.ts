import { createWorld } from '../../../src/engine/create-world.ts';
import type { ScriptLanguage } from '../../../src/engine/definition.ts';
import type { World } from '../../../src/engine/world.ts';
import type { ScriptQuery, ScriptQueryResult } from '../../../src/protocol/script-query.ts';

/** What is asked about a script, whichever it is. */
type PartialQuery = ScriptQuery extends infer Each
  ? Each extends ScriptQuery
    ? Omit<Each, 'script' | 'source' | 'written'>
    : never
  : never;

type Sources = Readonly<Record<number, string>>;

/** Asks about one of the scripts, some of which may have other texts, saved or only written. */
type AskAbout = (
  script: number,
  asked: PartialQuery,
  texts?: Sources,
  written?: ScriptQuery['written'],
) => ScriptQueryResult | null;

/**
 * Three scripts in one language: 1 and 2 have one name and lie in two folders, 3 is included as `tools`. A fourth one is in the
 * other language and says `greet()`, too.
 */
export const greetings =
  (
    language: ScriptLanguage,
    usual: Sources,
    lookOver: (world: World, look: ScriptQuery) => ScriptQueryResult | null,
  ): AskAbout =>
  (script, asked, texts = {}, written = []) => {
    const sources: Sources = { ...usual, ...texts };
    const named = (id: number, name: string, includeName = '') => ({
      id,
      name,
      includeName,
      language,
      source: sources[id] ?? '',
    });
    const other = language === 'javascript' ? 'crmscript' : 'javascript';
    const world = createWorld({
      startsAt: '2026-03-02T09:00:00Z',
      folders: [
        { id: 1, name: 'One', scripts: [named(1, 'received')] },
        { id: 2, name: 'Two', scripts: [named(2, 'received'), named(3, 'Library of greetings', 'tools')] },
        {
          id: 3,
          name: 'Other',
          scripts: [{ id: 4, name: 'in another', language: other, source: 'greet();' }],
        },
      ],
    });
    return lookOver(world, { ...asked, script, source: sources[script] ?? '', written });
  };
