import type { EditedScript } from './complete.ts';
import { commentsOf } from './editing/comments.ts';
import { namesOf, type ProgramSymbol } from './editing/names-of.ts';
import { Problems } from './syntax/problems.ts';
import { scan } from './syntax/scanner.ts';
import type { Token as SourceToken } from './syntax/token.ts';

/** What a piece of the text is, for its colour. The names are those of the language server protocol. */
export type TokenType =
  | 'keyword'
  | 'type'
  | 'struct'
  | 'function'
  | 'method'
  | 'variable'
  | 'parameter'
  | 'property'
  | 'enum'
  | 'enumMember'
  | 'number'
  | 'string'
  | 'comment'
  | 'operator'
  | 'macro';

/** `defaultLibrary` is not declared in a script, `global` is a variable that all functions see. */
export type TokenModifier = 'declaration' | 'defaultLibrary' | 'global';

export type Token = {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
};

/**
 * Every piece of a script that has a meaning, in the order of the text, none overlapping: all but brackets, points, commas and
 * semicolons. A name is what the checker found it to be; where it found nothing, what it looks like. A text or comment may
 * run over several lines.
 */
export function tokens(script: EditedScript): readonly Token[] {
  const { source, file } = script;
  const known = new Map(
    namesOf(source, script)
      .uses.get(file)
      ?.map((use) => [use.start, use]),
  );
  const all = scan(source, file, new Problems());
  const found = all.flatMap((token, index): readonly Token[] => {
    if (!isWritten(source, token)) return [];
    const { start, end } = token;
    if (token.kind !== 'name') {
      const type = typeOf(token);
      return type === undefined ? [] : [{ start, end, type, modifiers: [] }];
    }
    const thing = known.get(start)?.thing;
    if (thing === undefined) return [{ start, end, type: likeness(all, index), modifiers: [] }];
    return [{ start, end, type: typeOfThing(thing), modifiers: modifiersOf(thing, { file, start }) }];
  });
  const comments = commentsOf(source, all).map(({ start, end }): Token => ({
    start,
    end,
    type: 'comment',
    modifiers: [],
  }));
  return [...found, ...comments].sort((a, b) => a.start - b.start);
}

/** What prints the text of a page stands nowhere, and neither does the end. */
const isWritten = (source: string, { kind, text, start, end }: SourceToken): boolean =>
  end > start &&
  (kind !== 'name' || source.startsWith(text, start)) &&
  (kind !== 'operator' || end - start === text.length) &&
  (kind !== 'string' || /["']/.test(source.charAt(start)));

function typeOf({ kind, text }: SourceToken): TokenType | undefined {
  switch (kind) {
    case 'keyword':
      return 'keyword';
    case 'integer':
    case 'long':
    case 'float':
      return 'number';
    case 'string':
      return 'string';
    case 'directive':
      return 'macro';
    case 'operator':
    case 'foreign':
      return /^[.,;()[\]{}]$/.test(text) ? undefined : 'operator';
    default:
      return undefined;
  }
}

const libraryTypes: Readonly<Record<NonNullable<ProgramSymbol['of']>, TokenType>> = {
  type: 'type',
  function: 'function',
  method: 'method',
  property: 'property',
  enum: 'enum',
  enumMember: 'enumMember',
  variable: 'variable',
};

function typeOfThing({ kind, of }: ProgramSymbol): TokenType {
  if (kind === 'library') return libraryTypes[of ?? 'variable'];
  return kind === 'field' ? 'property' : kind;
}

function modifiersOf(
  thing: ProgramSymbol,
  at: { readonly file: string; readonly start: number },
): TokenModifier[] {
  const { declaration, kind, global } = thing;
  const modifiers: TokenModifier[] = [];
  if (declaration?.start === at.start && declaration.file === at.file) modifiers.push('declaration');
  if (kind === 'library') modifiers.push('defaultLibrary');
  if (global === true) modifiers.push('global');
  return modifiers;
}

/** What a name looks like that means nothing. */
function likeness(all: readonly SourceToken[], index: number): TokenType {
  const [before, after] = [all[index - 1]?.text, all[index + 1]];
  if (after?.text === '(' && after.kind === 'operator') return before === '.' ? 'method' : 'function';
  if (before === '.') return 'property';
  return after?.kind === 'name' ? 'type' : 'variable';
}
