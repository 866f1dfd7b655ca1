import type { FolderFile } from '../../engine/definition.ts';
import type { OddCharacter, Overview, ScriptOverview } from '../../protocol/files-api.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { suspiciousScripts } from '../../scenario/suspicious.ts';

/** What is in a scenario, for whoever decides whether to open it. */
export function overviewOf(file: ScenarioFile, size: number): Overview {
  const { name, description = '', made = null, version, bookmarks = [], world, steps } = file;
  const types = steps.map(({ input }) => input.type);
  const count = (...wanted: string[]) => types.filter((type) => wanted.includes(type)).length;
  return {
    name,
    description,
    made,
    version,
    size,
    channels: (world.channels ?? []).map((channel) => channel.name),
    agents: (world.agents ?? []).map((agent) => agent.name),
    customers: count('customer.connects'),
    steps: steps.length,
    messages: count('customer.writes', 'agent.writes', 'customer.clicksOption'),
    mocks: (world.mocks ?? []).length,
    bookmarks: bookmarks.length,
    scripts: scriptsOf(file),
    hasHashes: steps.some(({ hash }) => hash !== undefined),
  };
}

/** Every script that may run: those of the world, and those that a step saves. */
function scriptsOf(file: ScenarioFile): readonly ScriptOverview[] {
  const odd = suspiciousScripts(file);
  const at = (path: string) => odd.find((script) => script.path === path);
  const found: ScriptOverview[] = [];
  const add = (folder: string, { id, name, source = '' }: Script, path: string) => {
    const { count = 0, characters = [] } = at(path) ?? {};
    found.push({ id, folder, name, source, oddCount: count, odd: characters.map(told) });
  };
  const addAll = ({ name, scripts = [] }: FolderFile, path: string) => {
    for (const [index, script] of scripts.entries())
      add(name, script, `${path}.scripts[${String(index)}].source`);
  };
  const folders = file.world.folders ?? [];
  for (const [index, folder] of folders.entries()) addAll(folder, `world.folders[${String(index)}]`);
  for (const [index, { input }] of file.steps.entries()) {
    const path = `steps[${String(index)}].input`;
    if (input.type === 'admin.savesScript') add('', input.script, `${path}.script.source`);
    if (input.type === 'admin.savesFolder') addAll(input.folder, `${path}.folder`);
  }
  return found;
}

type Script = NonNullable<FolderFile['scripts']>[number];

const told = ({ line, column, code, name }: OddCharacter): OddCharacter => ({ line, column, code, name });
