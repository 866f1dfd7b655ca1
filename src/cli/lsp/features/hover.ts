import type { Hover } from 'vscode-languageserver-protocol';
import { described } from '../description.ts';
import { askedAt, type Feature } from '../feature.ts';

export const hover: Feature = async (session, params): Promise<Hover | null> => {
  const { help, program, offset, places } = await askedAt(session, params);
  const found = help.assist(program, 'hover', offset)?.help;
  if (found?.kind !== 'hover') return null;
  return {
    contents: described(found.about, session.client.markdown.hover, fenceOf(program.language)),
    range: places.range(found.start, found.end),
  };
};

/** The name of a language as editors colour it in Markdown. */
export const fenceOf = (language: 'crmscript' | 'javascript'): string =>
  language === 'javascript' ? 'typescript' : language;
