import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  portScripts,
  sharedName,
  type Port,
  type ScriptToPort,
} from '../../../src/bots/port/port-scripts.ts';
import { library } from '../../crmscript/run-source.ts';

/** The programs of tests/programs, and what comes of them when they are ported. */

const folder = fileURLToPath(new URL('../../programs/', import.meta.url));

export const programs: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.crmscript') && !/(^|\/)parts\//.test(name))
  .sort();

export type Ported = {
  readonly name: string;
  readonly source: string;
  readonly port: Port;
  /** The script with all that it includes, each once; undefined where it was not ported. */
  readonly text: string | undefined;
};

/** A program and what it includes. */
function scriptsOf(name: string): readonly ScriptToPort[] {
  const scripts: ScriptToPort[] = [{ name: 'main', source: readFileSync(join(folder, name), 'utf8') }];
  for (const { source } of scripts) {
    for (const [, id = ''] of source.matchAll(/#include\s+["']([^"']+)/g)) {
      const file = join(folder, dirname(name), 'parts', `${id}.crmscript`);
      const isNew = !scripts.some((script) => script.name.toLowerCase() === id.toLowerCase());
      if (isNew && existsSync(file)) scripts.push({ name: id, source: readFileSync(file, 'utf8') });
    }
  }
  return scripts;
}

export function portedProgram(name: string): Ported {
  const scripts = scriptsOf(name);
  const port = portScripts(scripts, { library });
  const isWhole = port.scripts.every(({ source }) => source !== undefined);
  return {
    name,
    source: scripts[0]?.source ?? '',
    port,
    text: isWhole ? joinedText(port, 'main') : undefined,
  };
}

/** A ported script with what it includes in its place. */
export function joinedText(port: Port, name: string, seen = new Set<string>()): string {
  const key = name.toLowerCase();
  if (seen.has(key)) return '';
  seen.add(key);
  const own = port.scripts.find((script) => script.name.toLowerCase() === key)?.source;
  const text = name === sharedName ? port.shared : own;
  return (text ?? '').replaceAll(/^[ ]*\/\/\/<include includeId="([^"]+)">.*$/gm, (_line, id: string) =>
    joinedText(port, id, seen),
  );
}
