import ts from 'typescript';
import type { Inlay } from '../../crmscript/inlays.ts';
import type { Token, TokenType } from '../../crmscript/tokens.ts';
import type { FileRange } from '../../crmscript/references.ts';
import type { Places } from './places.ts';
import type { ScriptProject } from './project.ts';

/** TypeScript's own numbers of what a name is, in its order. */
const types: readonly TokenType[] = [
  'type',
  'enum',
  'type',
  'type',
  'type',
  'type',
  'parameter',
  'variable',
  'enumMember',
  'property',
  'function',
  'method',
];
const bits = { declaration: 1 << 0, defaultLibrary: 1 << 4 };

/** The names of a script with what they are. What is a word, a text or a number editors see without help. */
export function tokensOf(opened: Opened, places: Places, own: string): readonly Token[] {
  const { service, file } = opened;
  const length = opened.program().source.text.length;
  const { spans } = service.getEncodedSemanticClassifications(
    file,
    { start: 0, length },
    ts.SemanticClassificationFormat.TwentyTwenty,
  );
  const found: Token[] = [];
  for (let at = 0; at + 2 < spans.length; at += 3) {
    const [start = 0, size = 0, kind = 0] = spans.slice(at, at + 3);
    const type = types[(kind >> 8) - 1];
    const span = places.spanOf(start, start + size);
    if (type === undefined || span.file !== own || span.end <= span.start) continue;
    const modifiers = (['declaration', 'defaultLibrary'] as const).filter((one) => (kind & bits[one]) !== 0);
    found.push({ start: span.start, end: span.end, type, modifiers });
  }
  return withoutOverlaps(found);
}

const withoutOverlaps = (tokens: readonly Token[]): readonly Token[] =>
  tokens
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start }, index, all) => index === 0 || start >= (all[index - 1]?.end ?? 0));

/** The names of parameters before arguments that do not say it themselves. */
export function inlaysOf(opened: Opened, places: Places, own: string): readonly Inlay[] {
  const { service, file } = opened;
  const span = { start: 0, length: opened.program().source.text.length };
  return service
    .provideInlayHints(file, span, {
      includeInlayParameterNameHints: 'literals',
      includeInlayParameterNameHintsWhenArgumentMatchesName: false,
    })
    .flatMap(({ position, text, kind }) => {
      const at = places.spanOf(position, position);
      return kind === ts.InlayHintKind.Parameter && at.file === own ? [{ offset: at.start, text }] : [];
    })
    .sort((a, b) => a.offset - b.offset);
}

/** Where the name at a place in the joined text is used, in the texts of which that was made; null where it means nothing. */
export function usesOf({ service, file }: Opened, places: Places, offset: number): Uses | null {
  const found = service.findReferences(file, offset) ?? [];
  const entries = found.flatMap(({ references }) => references);
  const own = entries.filter(({ fileName }) => fileName === file);
  const [first] = found;
  if (first === undefined || own.length === 0) return null;
  const all = own.map(({ textSpan }) => placeOf(places, textSpan));
  const { definition } = first;
  const declared = definition.fileName === file ? placeOf(places, definition.textSpan) : undefined;
  return {
    name: nameOf(definition),
    isOwn: entries.length === own.length,
    places: all,
    // It is told of as one of the places, or not at all.
    declaration: all.find((one) => one.file === declared?.file && one.start === declared.start),
  };
}

export type Uses = {
  readonly name: string;
  /** It is declared in scripts, and by nothing that they find. */
  readonly isOwn: boolean;
  readonly places: readonly FileRange[];
  readonly declaration: FileRange | undefined;
};

export type Opened = Pick<ScriptProject, 'service' | 'file' | 'program'>;

/** Of `const ada: Person` the name is the part that is a name. */
const nameOf = ({ name, displayParts }: ts.ReferencedSymbolDefinitionInfo): string =>
  displayParts.find(({ kind }) => /[nN]ame$/.test(kind) && kind !== 'keyword')?.text ?? name;

export function placeOf(places: Places, { start, length }: ts.TextSpan): FileRange {
  const span = places.spanOf(start, start + length);
  return { file: span.file, start: span.start, end: span.end };
}
