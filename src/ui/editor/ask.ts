import type { EditorState } from '@codemirror/state';
import type { Help, HelpKind } from '../../crmscript/complete.ts';
import type { ScriptHelp } from '../../protocol/help-api.ts';

/** Asks about a place in the text. */
export type Ask = (kind: HelpKind, source: string, offset: number) => Promise<ScriptHelp | null>;

export type Answered<Kind extends HelpKind> = Extract<Help, { readonly kind: Kind }>;

/** The answer of the kind that was asked for; null where there is nothing to say. */
export async function askFor<Kind extends HelpKind>(
  ask: Ask,
  kind: Kind,
  { doc }: EditorState,
  offset: number,
): Promise<{ readonly help: Answered<Kind>; readonly script: number } | null> {
  const answer = await ask(kind, doc.toString(), offset);
  if (answer?.help.kind !== kind) return null;
  return { help: answer.help as Answered<Kind>, script: answer.script };
}
