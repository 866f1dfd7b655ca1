import type { Reader } from '../check-source.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { coded } from '../codes.ts';
import { Problems } from '../syntax/problems.ts';
import { scan } from '../syntax/scanner.ts';
import type { EditedTexts } from './edited-texts.ts';
import { lineOf } from '../lines.ts';
import { namesOf, type NamesOfProgram, type NameUse, type ProgramSymbol } from './names-of.ts';
import type { ProgramText } from './programs.ts';
import { refused, type RenameRefused } from './rename-reason.ts';

type Names = { readonly from: string; readonly to: string };

/** Why a program does not mean the same after edits: each of its names, and each of its errors, must be what it was. */
export function changedMeaning(
  program: ProgramText,
  texts: EditedTexts,
  names: Names,
  reader: Reader,
): RenameRefused | undefined {
  const unseen = unseenName(program, names);
  if (unseen !== undefined) return unseen;
  const edited = texts.script(program.script);
  const after = namesOf(edited.source, edited, reader);
  return newError(program.names, after, texts, names) ?? otherMeaning(program, after, texts);
}

/** A name that stands where the grammar, or the checker, gave up: what it means is not known. */
function unseenName({ names: { uses, checked }, files }: ProgramText, { from, to }: Names) {
  if (!checked.problems.hasErrors) return undefined;
  for (const [file, source] of files) {
    const known = new Set(uses.get(file)?.map(({ start }) => start));
    const found = scan(source, file, new Problems()).find(
      ({ kind, text, start }) => kind === 'name' && (text === from || text === to) && !known.has(start),
    );
    if (found !== undefined)
      return refused(coded('rename-errors', { name: found.text, file, line: lineOf(source, found.start) }));
  }
  return undefined;
}

const errorsOf = ({ checked: { problems, sources } }: NamesOfProgram): readonly Diagnostic[] =>
  problems
    .sorted([...sources.keys()])
    .filter(({ severity, code }) => severity === 'error' || code === 'redefined-function');

/** An error that was not there before. Where there are others, it may be another one that stands in its place. */
function newError(
  before: NamesOfProgram,
  after: NamesOfProgram,
  texts: EditedTexts,
  { to }: Names,
): RenameRefused | undefined {
  const known = new Set(
    errorsOf(before).map(
      ({ code, span: { file, start } }) => `${code} ${String(texts.moved(file, start))} ${file}`,
    ),
  );
  const found = errorsOf(after).find(
    ({ code, span: { file, start } }) => !known.has(`${code} ${String(start)} ${file}`),
  );
  if (found === undefined) return undefined;
  const { code, span } = found;
  if (code === 'reserved') return refused(coded('rename-reserved', { name: to }));
  const { file, line } = span;
  const taken = code === 'duplicate' || code === 'redefined-function' || code === 'too-many-overloads';
  const at = { name: to, file, line };
  return refused(taken ? coded('rename-taken', at) : coded('rename-changes', at));
}

/** A name that means something else, or nothing any more, or now something. */
function otherMeaning(
  { names: before, files }: ProgramText,
  after: NamesOfProgram,
  texts: EditedTexts,
): RenameRefused | undefined {
  const refuse = ({ file, start, end }: NameUse, source = '') =>
    refused(coded('rename-changes', { name: source.slice(start, end), file, line: lineOf(source, start) }));
  for (const file of new Set([...before.uses.keys(), ...after.uses.keys()])) {
    const uses = before.uses.get(file) ?? [];
    const others = new Map((after.uses.get(file) ?? []).map((use) => [use.start, use]));
    for (const use of uses) {
      const start = texts.moved(file, use.start);
      const other = others.get(start);
      if (other === undefined || !isSame(use.thing, other.thing, texts)) return refuse(use, files.get(file));
      others.delete(start);
    }
    const [further] = others.values();
    if (further !== undefined) return refuse(further, after.checked.sources.get(file));
  }
  return undefined;
}

function isSame(before: ProgramSymbol, after: ProgramSymbol, texts: EditedTexts): boolean {
  const [from, to] = [before.declaration ?? before.first, after.declaration ?? after.first];
  if (from === undefined || to === undefined) return before.key === after.key;
  return (
    before.kind === after.kind && from.file === to.file && texts.moved(from.file, from.start) === to.start
  );
}
