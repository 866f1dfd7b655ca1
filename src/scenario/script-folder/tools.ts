import { limits } from '../limits.ts';
import { readJson } from '../read-json.ts';
import { isPassedOver, languageAt, partsOf, type Path } from './paths.ts';
import { readSpelt } from './spelling.ts';

/*
 * How the tools lay their folders out, and what their own files say of scripts (docs/script-folders.md says where that is
 * known from). A folder that is laid out in none of these ways is `plain`.
 */

/** Whose folder it is, by what lies in it. */
export type Layout =
  'plain' | 'superoffice-tools' | 'vscode-crmscript' | 'crmscript-fetcher' | 'expander-sync';

/** What a tool's own file says of a script. */
export type ScriptFacts = {
  readonly name?: string | undefined;
  readonly includeName?: string | undefined;
  /** Its number in the tenant. */
  readonly id?: number | undefined;
};

/** The folders in which a tool keeps scripts: what it keeps beside them belongs to screens and tables. */
const rootsOf: Readonly<Record<Layout, readonly string[]>> = {
  plain: [],
  'superoffice-tools': ['#Scripts'],
  'vscode-crmscript': ['src'],
  'crmscript-fetcher': ['Scripts', 'Triggers'],
  'expander-sync': ['ejscript'],
};

const body = '.body';

/** Whose folder this is, by the paths of its files. */
export function layoutOf(paths: readonly Path[]): Layout {
  const all = new Set(paths);
  const isScript = (path: Path, root: string): boolean =>
    path.startsWith(`${root}/`) && languageAt(path) !== undefined;
  if (paths.some((path) => isScript(path, '#Scripts'))) return 'superoffice-tools';
  if (all.has('meta.json') && paths.some((path) => isScript(path, 'src'))) return 'vscode-crmscript';
  if (paths.some((path) => isScript(path, 'ejscript') && partsOf(path).stem.endsWith(body)))
    return 'expander-sync';
  if (paths.some((path) => isScript(path, 'Scripts') && all.has(besideOf(path)))) return 'crmscript-fetcher';
  return 'plain';
}

/** The file beside a script in which a tool says what it is called. */
export function besideOf(path: Path): Path {
  const { above, stem } = partsOf(path);
  const name = stem.endsWith(body) ? stem.slice(0, -body.length) : stem;
  return [...above, `${name}.json`].join('/');
}

/**
 * Where a file stands as a script: the folders of scripts above it, and its name there; null where the tool keeps no
 * scripts. Programs of another kind, which have a package of their own, are none either.
 */
export function scriptPathOf(
  path: Path,
  layout: Layout,
  packages: readonly Path[],
): { readonly above: readonly string[]; readonly stem: string } | null {
  const { above, stem } = partsOf(path);
  if (above.some(isPassedOver) || stem.startsWith('.')) return null;
  if (languageAt(path) === 'javascript' && packages.some((place) => path.startsWith(place))) return null;
  const roots = rootsOf[layout];
  const [root, ...below] = above;
  if (roots.length > 0 && (root === undefined || !roots.includes(root))) return null;
  switch (layout) {
    case 'plain':
      return { above, stem };
    case 'expander-sync':
      // Each script lies in a folder of its own name.
      return stem.endsWith(body) ? { above: below.slice(0, -1), stem: stem.slice(0, -body.length) } : null;
    case 'crmscript-fetcher':
      return { above: root === 'Triggers' ? above : below, stem };
    case 'superoffice-tools':
    case 'vscode-crmscript':
      return { above: below, stem };
  }
}

/** Where a tool keeps the folder of scripts of this name. */
export const placedBy = (layout: Layout, above: readonly string[]): readonly string[] =>
  layout === 'plain' || (layout === 'crmscript-fetcher' && above[0] === 'Triggers')
    ? above
    : [...rootsOf[layout].slice(0, 1), ...above];

/** The files of its own in which a tool says something of its scripts, by their paths. */
export const factFiles = (layout: Layout, scripts: readonly Path[]): readonly Path[] => {
  switch (layout) {
    case 'plain':
      return [];
    case 'superoffice-tools':
      return [includeMapping];
    case 'vscode-crmscript':
      return ['meta.json'];
    case 'crmscript-fetcher':
    case 'expander-sync':
      return scripts.map(besideOf);
  }
};

/** Include names and the files that they mean. */
const includeMapping = '.superoffice/include-mapping.json';

/** What the tool's own files say of each script. */
export function factsOf(
  layout: Layout,
  scripts: readonly Path[],
  bytesOf: (path: Path) => Uint8Array | undefined,
): ReadonlyMap<Path, ScriptFacts> {
  const read = (path: Path): unknown => {
    const text = readSpelt(bytesOf(path) ?? new Uint8Array())?.text;
    const json = text === undefined || text === '' ? undefined : readJson(text);
    return json?.ok === true ? json.value : undefined;
  };
  switch (layout) {
    case 'plain':
      return new Map();
    case 'superoffice-tools':
      return new Map(
        Object.entries(asRecord(read(includeMapping))).flatMap(([includeName, path]) =>
          typeof path === 'string' ? [[path.replace(/^\.?\//, ''), { includeName: named(includeName) }]] : [],
        ),
      );
    case 'vscode-crmscript':
      return new Map(asList(read('meta.json')).flatMap((one) => metaOf(asRecord(one))));
    case 'crmscript-fetcher':
    case 'expander-sync':
      return new Map(
        scripts.map((path): [Path, ScriptFacts] => {
          const said = asRecord(read(besideOf(path)));
          return [
            path,
            {
              name: named(said['description']) ?? named(said['name']),
              includeName: named(said['include_id']),
              id: numbered(said['id']),
            },
          ];
        }),
      );
  }
}

/** `meta.json` lists scripts with the path of their folder and the name of their file. */
function metaOf(meta: Readonly<Record<string, unknown>>): readonly [Path, ScriptFacts][] {
  const file = meta['fileName'];
  const above = meta['path'];
  if (typeof file !== 'string' || typeof above !== 'string') return [];
  const path = ['src', ...above.split('/').filter((name) => name !== ''), file].join('/');
  return [
    [
      path,
      { name: named(meta['name']), includeName: named(meta['includeId']), id: numbered(meta['ejscriptId']) },
    ],
  ];
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const named = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.length <= limits.name ? value : undefined;
const numbered = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31 ? value : undefined;
