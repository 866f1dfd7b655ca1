import type { Location } from 'vscode-languageserver-protocol';
import { fileOf, findScript } from '../../../engine/registration.ts';
import { mainScript } from '../../includes.ts';
import { askedAt, type Feature } from '../feature.ts';

export const definition: Feature = async (session, params): Promise<Location | null> => {
  const { help, desk, path, offset } = await askedAt(session, params);
  const found = help.assist(desk, 'definition', offset);
  if (found?.help.kind !== 'definition') return null;
  const script = found.script === mainScript ? undefined : findScript(desk.world.folders, found.script);
  const file = script === undefined ? path : desk.fileOf(fileOf(script));
  const { line, column } = found.help;
  const places = session.places(file);
  const start = places.offset({ line: line - 1, character: 0 }) + column - 1;
  const name = /^[\w$]*/.exec(places.text.slice(start))?.[0] ?? '';
  return { uri: session.uri(file), range: places.range(start, start + name.length) };
};
