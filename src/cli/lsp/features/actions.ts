import { CodeActionKind, type CodeAction, type TextEdit } from 'vscode-languageserver-protocol';
import { askedBy, type Feature } from '../feature.ts';
import { rangeOf, type Params } from '../given.ts';
import { shownOf, type PublishedDiagnostic } from '../diagnostics.ts';
import type { ScriptRequest, Session } from '../session.ts';
import { editOf } from './rename.ts';

type Fix = NonNullable<PublishedDiagnostic['found']['fix']>;

/** What mends what is wrong within a range, and all that can be mended at once. */
export const codeActions: Feature = async (session, params): Promise<CodeAction[]> => {
  const range = rangeOf((params as Params)['range']);
  const asked = await askedBy(session, params);
  if (!session.client.codeActions) return [];
  const { context } = params as { readonly context?: Params };
  const isWanted = wantedKinds(context?.['only']);
  const shown = await shownOf(session, asked);
  const [from, to] = asked.places.offsets(range);
  const here = shown.filter(
    ({ found: { span } }) => span.start <= to && Math.max(span.start, span.end) >= from,
  );
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix))
    actions.push(...here.flatMap((one) => quickFix(session, asked, one)));
  if (isWanted(CodeActionKind.SourceFixAll)) actions.push(...fixAll(session, asked, shown));
  return actions;
};

/** `quickfix.x` is a kind of `quickfix`; who names none wants what mends something, and what mends everything only when asked. */
function wantedKinds(only: unknown): (kind: string) => boolean {
  if (!Array.isArray(only)) return (kind) => kind === CodeActionKind.QuickFix;
  const wanted: readonly unknown[] = only;
  return (kind) =>
    wanted.some(
      (one) => typeof one === 'string' && (one === '' || kind === one || kind.startsWith(`${one}.`)),
    );
}

function quickFix(
  session: Session,
  asked: ScriptRequest,
  { found, diagnostic }: PublishedDiagnostic,
): CodeAction[] {
  const { fix } = found;
  if (fix === undefined) return [];
  return [
    {
      title: fix.label,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(session.client.preferredActions && { isPreferred: true }),
      edit: editOf(session, new Map([[asked.path, [textEdit(asked, fix)]]])),
    },
  ];
}

/** Of fixes that touch each other the first is taken; the others are offered again, if they are still needed then. */
function fixAll(session: Session, asked: ScriptRequest, shown: readonly PublishedDiagnostic[]): CodeAction[] {
  const fixes: Fix[] = [];
  for (const fix of shown.flatMap(({ found }) => found.fix ?? []).sort((a, b) => a.start - b.start)) {
    const last = fixes.at(-1);
    if (last === undefined || fix.start > last.end) fixes.push(fix);
  }
  if (fixes.length === 0) return [];
  const edits = fixes.map((fix) => textEdit(asked, fix));
  const title =
    fixes.length === 1 ? 'Mend the one thing that can be mended' : `Mend ${String(fixes.length)} things`;
  return [
    { title, kind: CodeActionKind.SourceFixAll, edit: editOf(session, new Map([[asked.path, edits]])) },
  ];
}

const textEdit = ({ places }: ScriptRequest, { start, end, text }: Fix): TextEdit => ({
  range: places.range(start, end),
  newText: text,
});
