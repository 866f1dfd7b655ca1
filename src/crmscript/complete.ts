import type { CompileOptions } from './compile.ts';
import { callAround, endsIf, positionOf } from './editing/around.ts';
import type { Completion, Completions } from './editing/completion.ts';
import { describeNative, describeOwn, type Description } from './editing/describe.ts';
import { choiceItems, explained, literalAt, valuesOfVariable } from './editing/explain.ts';
import { directiveItems, inItem } from './editing/keyword-items.ts';
import { lookUpAt, lookUpFrom, type LookupResult } from './editing/look-up.ts';
import { declarationOf, declaredAt, describe } from './editing/meanings.ts';
import { memberItems } from './editing/member-items.ts';
import { nameItems } from './editing/name-items.ts';
import { cursorAt, type Cursor } from './editing/cursor.ts';
import type { Meaning } from './editing/lookup.ts';
import { ranked, wantedTypes } from './editing/wanted-type.ts';
import type { Reference } from './reference.ts';

export type { Completion, Completions } from './editing/completion.ts';
export type { Description, Note } from './editing/describe.ts';

/** A script as it is being written. It may be as broken as it likes. */
export type EditedScript = CompileOptions & {
  readonly source: string;
  /** The names that `#include "` can be followed by. */
  readonly includeNames?: readonly string[];
  /** What the embedder says of its library: what functions do, and what values mean. */
  readonly reference?: Reference;
};

/**
 * What can be written at an offset (crm §15.3): members after a point; else what can be seen from there, types
 * and words of the language; where the values are known that an argument can have, or what something is compared with, those
 * with what they mean. What gives a value of the type that is wanted there comes first. Null inside comments and other texts.
 */
export function complete(script: EditedScript, offset: number): Completions | null {
  const found = itemsAt(script, cursorAt(script.source, offset));
  if (found === undefined || found.items.length === 0) return null;
  const explain = (one: Description) => explained(one, script.reference);
  const items = found.items.map((item) =>
    item.about === undefined ? item : { ...item, about: item.about.map(explain) },
  );
  return { from: found.from, items };
}

function itemsAt(script: EditedScript, place: Cursor): Completions | undefined {
  if (place.kind === 'comment') return undefined;
  if (place.kind === 'text') return includeItems(script, place) ?? choiceItems(script, place);
  const position = positionOf(script.source, place);
  const { start: from } = place;
  if (position === 'nothing')
    return /\d/.test(script.source.charAt(from)) ? choiceItems(script, place) : undefined;
  if (position === 'directive') return { from, items: directiveItems };
  if (position === 'in') return { from, items: [inItem] };
  const look = lookUpFrom(script.source, place, position, script);
  if (position === 'member')
    return { from, items: ranked(memberItems(look), wantedTypes(script, place, look)) };
  const names = nameItems(look, script.library, position, endsIf(place));
  if (position !== 'expression') return { from, items: names };
  const items = [...choiceItems(script, place).items, ...names];
  return { from, items: ranked(items, wantedTypes(script, place, look)) };
}

function includeItems({ includeNames = [] }: EditedScript, place: Cursor): Completions | undefined {
  if (place.tokens[place.before - 1]?.kind !== 'directive') return undefined;
  const items = includeNames.map((label): Completion => ({ label, kind: 'text', distance: 0 }));
  return { from: place.start, items };
}

/** What is known about the name, number or text at an offset, for the range where it stands. */
export type Hover = { readonly start: number; readonly end: number; readonly about: readonly Description[] };

/**
 * Signatures with what they do and what is to be minded, types, and where something is declared with the comment above it; what
 * numbers and texts mean where they are written out.
 */
export function hover(script: EditedScript, offset: number): Hover | null {
  const place = cursorAt(script.source, offset);
  const literal = literalAt(script, place);
  if (literal !== undefined) return literal;
  const found = meaningAt(script, offset);
  if (found === undefined) return null;
  const about = describe(found.meaning, found.look).map((one) => told(script, place, found.meaning, one));
  return about.length === 0 ? null : { start: found.start, end: found.end, about };
}

/** With what the embedder's reference adds. */
function told(script: EditedScript, place: Cursor, meaning: Meaning, about: Description): Description {
  if (meaning.kind === 'member') {
    const doc = script.reference?.member(meaning.enumeration, meaning.name);
    return doc === undefined ? about : { ...about, doc };
  }
  if (meaning.kind !== 'variable') return explained(about, script.reference);
  const values = valuesOfVariable(script, place);
  return values === undefined ? about : { ...about, values };
}

function meaningAt(script: EditedScript, offset: number) {
  const { kind, start, end } = cursorAt(script.source, offset);
  if (kind !== 'code' || start === end) return undefined;
  const look = lookUpAt(script.source, start, script);
  const meaning = look.lookup.meaning ?? declaredAt(look, script.file, start);
  return meaning && { look, meaning, start, end };
}

/** The overloads of the call around the cursor. */
export type SignatureHelp = {
  /** Where the name of what is called begins. */
  readonly start: number;
  readonly signatures: readonly Description[];
  /** The one that is meant, as far as that is known, and the argument that the cursor is in. */
  readonly active: number;
  readonly argument: number;
};

export function signatureHelp(script: EditedScript, offset: number): SignatureHelp | null {
  const place = cursorAt(script.source, offset);
  const call = callAround(place);
  if (call === undefined || place.kind === 'comment') return null;
  const { start } = call.name;
  const calls = callsAt(script, place, call.index);
  if (calls === undefined) return null;
  const { look, meaning } = calls;
  const all = [...meaning.own, ...meaning.natives];
  const fits = all.findIndex(({ parameters }) => parameters.length > call.argument);
  const chosen = all.findIndex((one) => one === meaning.chosen);
  const active =
    chosen >= 0 && (all[chosen]?.parameters.length ?? 0) > call.argument ? chosen : Math.max(0, fits);
  const { sources } = look.checked;
  const signatures = [
    ...meaning.own.map((symbol) => describeOwn(symbol, sources)),
    ...meaning.natives.map((native) => explained(describeNative(native), script.reference)),
  ];
  return { start, signatures, active, argument: call.argument };
}

type Calls = { readonly look: LookupResult; readonly meaning: Extract<Meaning, { kind: 'function' }> };

/** What is called by the name at a token; where the rest of the statement hides it, the statement is cut off. */
function callsAt(script: EditedScript, { tokens, offset }: Cursor, index: number): Calls | undefined {
  const start = tokens[index]?.start ?? 0;
  const cut = `${script.source.slice(0, offset)});${script.source.slice(offset)}`;
  for (const source of [script.source, cut]) {
    const look = lookUpAt(source, start, script);
    const { meaning } = look.lookup;
    if (meaning?.kind === 'function') return { look, meaning };
  }
  return undefined;
}

/** Where the name at an offset, or the script that is included there, comes from. */
export type Definition = { readonly file: string; readonly line: number; readonly column: number };

export function definition(script: EditedScript, offset: number): Definition | null {
  const place = cursorAt(script.source, offset);
  const opens = place.tokens[place.before - 1];
  if (place.kind === 'text' && opens?.kind === 'directive') {
    const text = place.tokens[place.before]?.text ?? '';
    const found = script.includes?.(text);
    return typeof found !== 'object' ? null : { file: found.file, line: 1, column: 1 };
  }
  const found = meaningAt(script, offset);
  const span = found && declarationOf(found.meaning, found.look.checked);
  return span === undefined ? null : { file: span.file, line: span.line, column: span.column };
}

/** What an editor can ask about a place. */
export type HelpKind = 'completions' | 'hover' | 'signature' | 'definition';

export type Help =
  | ({ readonly kind: 'completions' } & Completions)
  | ({ readonly kind: 'hover' } & Hover)
  | ({ readonly kind: 'signature' } & SignatureHelp)
  | ({ readonly kind: 'definition' } & Definition);

/** One of the four, by its name: what crosses a wire. */
export function help(script: EditedScript, kind: HelpKind, offset: number): Help | null {
  switch (kind) {
    case 'completions':
      return tagged(kind, complete(script, offset));
    case 'hover':
      return tagged(kind, hover(script, offset));
    case 'signature':
      return tagged(kind, signatureHelp(script, offset));
    case 'definition':
      return tagged(kind, definition(script, offset));
  }
}

const tagged = <Kind, Answer>(
  kind: Kind,
  answer: Answer | null,
): (Answer & { readonly kind: Kind }) | null => (answer === null ? null : { ...answer, kind });
