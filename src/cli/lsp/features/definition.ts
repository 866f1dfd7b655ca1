import type { Location } from 'vscode-languageserver-protocol';
import { fileOf, findScript } from '../../../engine/registration.ts';
import { mainScript } from '../../script-program.ts';
import { askedAt, type Feature } from '../feature.ts';

export const definition: Feature = async (session, params): Promise<Location | null> => {
  const { help, program, path, offset } = await askedAt(session, params);
  const found = help.assist(program, 'definition', offset);
  if (found?.help.kind !== 'definition') return null;
  const script = found.script === mainScript ? undefined : findScript(program.world.folders, found.script);
  const file = script === undefined ? path : program.fileOf(fileOf(script));
  const { line, column } = found.help;
  const places = session.places(file);
  const start = places.offset({ line: line - 1, character: 0 }) + column - 1;
  const name = /^[\w$]*/.exec(places.text.slice(start))?.[0] ?? '';
  return { uri: session.uri(file), range: places.range(start, start + name.length) };
};
