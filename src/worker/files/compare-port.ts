import type { FolderFile, ScriptFile } from '../../engine/definition.ts';
import type { Input } from '../../engine/inputs.ts';
import type { Compared } from '../../protocol/compared.ts';
import type { CompareRequest, PortedScript } from '../../protocol/port.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import type { Engine, LoadFile } from '../ports.ts';
import { compareSteps } from './compare-steps.ts';
import { playFile } from './play-file.ts';

type Text = { readonly source: string; readonly language: 'crmscript' | 'javascript' };

/** Plays a conversation to a bot and to its port, and tells where people would see something else. */
export async function comparePort(
  engine: Engine,
  load: LoadFile,
  { conversation, originals, port }: CompareRequest,
): Promise<Compared> {
  const before = new Map(
    originals.map(({ script, source }): [number, Text] => [script, { source, language: 'crmscript' }]),
  );
  const ported = port.flatMap(({ of, ...script }) => (of === undefined ? [] : [[of, script] as const]));
  const after = new Map(
    ported.map(([of, script]): [number, Text] => [
      of,
      { source: joined(script, port), language: 'javascript' },
    ]),
  );
  const was = await playFile(engine, load, withTexts(conversation, before));
  const now = await playFile(engine, load, withTexts(conversation, after));
  return compareSteps(was.steps, now.steps, conversation.steps.length);
}

/** A ported script with what it includes of the port in its place, each once: the compared world needs no more scripts. */
function joined(
  { source }: Pick<PortedScript, 'source'>,
  port: readonly PortedScript[],
  seen = new Set<string>(),
): string {
  return source.replaceAll(/^[ ]*\/\/\/<include includeId="([^"]+)">.*$/gm, (line, id: string) => {
    const wanted = id.toLowerCase();
    const found = port.find(
      ({ name, includeName }) => (includeName === '' ? name : includeName).toLowerCase() === wanted,
    );
    if (found === undefined) return line;
    if (seen.has(wanted)) return '';
    seen.add(wanted);
    return joined(found, port, seen);
  });
}

/** The conversation with other texts for its scripts, wherever they come from: its world, or what was saved in it. */
function withTexts(file: ScenarioFile, texts: ReadonlyMap<number, Text>): ScenarioFile {
  const script = (one: ScriptFile): ScriptFile => {
    const text = texts.get(one.id);
    return text === undefined ? one : { ...one, ...text };
  };
  const folder = (one: FolderFile): FolderFile => ({ ...one, scripts: (one.scripts ?? []).map(script) });
  const input = (one: Input): Input => {
    if (one.type === 'admin.savesScript') return { ...one, script: script(one.script) };
    return one.type === 'admin.savesFolder' && one.folder.scripts !== undefined
      ? { ...one, folder: folder(one.folder) }
      : one;
  };
  return {
    ...file,
    world: { ...file.world, folders: (file.world.folders ?? []).map(folder) },
    steps: file.steps.map((step) => ({ ...step, input: input(step.input) })),
  };
}
