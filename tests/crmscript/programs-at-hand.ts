import type { EditedScript } from '../../src/crmscript/complete.ts';
import { library } from './run-source.ts';

/** Texts of scripts by their names, in which a `|` is where the cursor stands; `roots` are those that are run. */
export function programs(texts: Readonly<Record<string, string>>, roots = ['main']) {
  const sources = new Map(Object.entries(texts).map(([file, text]) => [file, text.replace('|', '')]));
  const [file = '', marked = ''] = Object.entries(texts).find(([, text]) => text.includes('|')) ?? [];
  const scripts = roots.map((root): EditedScript => ({
    file: root,
    source: sources.get(root) ?? '',
    library,
    includes: (id) => {
      const source = sources.get(id);
      return source === undefined ? undefined : { file: id, source };
    },
  }));
  return { scripts, sources, at: { file, offset: marked.indexOf('|') } };
}

/** A script without includes, and the place of the `|` in it. */
export function edited(marked: string): { readonly script: EditedScript; readonly offset: number } {
  const { scripts, at } = programs({ main: marked.includes('|') ? marked : `${marked}|` });
  return { script: scripts[0] as EditedScript, offset: at.offset };
}
