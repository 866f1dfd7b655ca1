import ts from 'typescript';
import { noNameThere, type PlacedEdit, type RenameRefused } from '../../crmscript/rename.ts';
import { coded as codedByLanguage, type CodedText } from '../../crmscript/codes.ts';
import { coded } from '../codes.ts';
import { placeOf, usesOf, type Opened } from './names.ts';
import type { Places } from './places.ts';

const refused = (reason: CodedText): RenameRefused => ({ kind: 'refused', reason });

export type RenamedName = {
  readonly kind: 'name';
  readonly start: number;
  readonly end: number;
  readonly name: string;
};

/** The name that would be renamed at a place in the joined text, or why it cannot be. */
export function renamableAt(opened: Opened, places: Places, offset: number): RenamedName | RenameRefused {
  const { service, file } = opened;
  const info = service.getRenameInfo(file, offset, {});
  const uses = usesOf(opened, places, offset);
  if (!info.canRename) return uses === null ? noNameThere : refused(libraryName(uses.name));
  const name = opened
    .program()
    .source.text.slice(info.triggerSpan.start, info.triggerSpan.start + info.triggerSpan.length);
  if (uses?.isOwn !== true) return refused(libraryName(name));
  const { start, end } = placeOf(places, info.triggerSpan);
  return { kind: 'name', start, end, name };
}

const libraryName = (name: string): CodedText => coded('rename-not-own', { name });

/** Why a text cannot be a name; undefined where it can. */
export function illegalName(name: string): RenameRefused | undefined {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, name);
  const kind = scanner.scan();
  const isWhole = name !== '' && scanner.getTokenEnd() === name.length;
  if (isWhole && (kind === ts.SyntaxKind.Identifier || kind > ts.SyntaxKind.LastFutureReservedWord))
    return undefined;
  const isWord =
    isWhole && kind >= ts.SyntaxKind.FirstReservedWord && kind <= ts.SyntaxKind.LastFutureReservedWord;
  return refused(
    isWord ? codedByLanguage('rename-reserved', { name }) : codedByLanguage('rename-not-a-name', { name }),
  );
}

/** A change of the joined text. */
export type JoinedEdit = { readonly start: number; readonly end: number; readonly text: string };

/** The edits of the joined text that give the name at a place another one. */
export function joinedEdits({ service, file }: Opened, offset: number, name: string): readonly JoinedEdit[] {
  const found = service.findRenameLocations(file, offset, false, false, {
    providePrefixAndSuffixTextForRename: true,
  });
  return (found ?? [])
    .filter(({ fileName }) => fileName === file)
    .map(({ textSpan: { start, length }, prefixText = '', suffixText = '' }) => ({
      start,
      end: start + length,
      text: `${prefixText}${name}${suffixText}`,
    }))
    .sort((a, b) => a.start - b.start);
}

export const placed = (places: Places, { start, end, text }: JoinedEdit): PlacedEdit => ({
  ...placeOf(places, { start, length: end - start }),
  text,
});

/** The joined text after edits, and where a place of it has gone to. */
export function edited(text: string, edits: readonly JoinedEdit[]) {
  let made = '';
  let at = 0;
  for (const edit of edits) {
    made += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  const moved = (offset: number): number =>
    edits.reduce(
      (sum, edit) => (edit.end <= offset ? sum + edit.text.length - (edit.end - edit.start) : sum),
      offset,
    );
  return { text: made + text.slice(at), moved };
}

/** The places of the joined text at which the same is meant, in their order, and how many errors there are. */
export function meaningAt({ service, file }: Opened, offset: number) {
  const found = service.getReferencesAtPosition(file, offset) ?? [];
  const errors = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)].filter(
    ({ category }) => category === ts.DiagnosticCategory.Error,
  );
  return {
    starts: found
      .flatMap(({ fileName, textSpan }) => (fileName === file ? [textSpan.start] : []))
      .sort((a, b) => a - b),
    errors: errors.length,
  };
}
