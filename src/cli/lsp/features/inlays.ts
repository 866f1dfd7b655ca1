import { InlayHintKind, type InlayHint } from 'vscode-languageserver-protocol';
import { askedBy, type Feature } from '../feature.ts';
import { rangeOf, type Params } from '../given.ts';

/** The names of parameters before arguments. */
export const inlayHints: Feature = async (session, params): Promise<InlayHint[]> => {
  const range = rangeOf((params as Params)['range']);
  const { tools, program, places } = await askedBy(session, params);
  if (!session.settings.inlayHints) return [];
  const [from, to] = places.offsets(range);
  return tools.inlays(program, from, to).map(({ offset, text }) => ({
    position: places.position(offset),
    label: text,
    kind: InlayHintKind.Parameter,
    paddingRight: true,
  }));
};
