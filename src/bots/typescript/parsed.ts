import ts from 'typescript';
import type { Fold } from '../../crmscript/folds.ts';
import type { OutlineItem } from '../../crmscript/outline.ts';
import { directivesIn } from '../javascript/directives.ts';
import { withCommentsForDirectives } from './format.ts';

/*
 * What the text of a script alone says, without what it includes: nothing is checked for it, and it is there however broken the text is.
 */

type Range = { readonly start: number; readonly end: number };

/** One script after the other, as TypeScript's language service reads it when it is asked for nothing but its syntax. */
export class ParsedScripts {
  readonly #service: ts.LanguageService;
  #text = '';
  #version = 0;

  constructor() {
    this.#service = ts.createLanguageService(
      {
        getCompilationSettings: () => ({ noLib: true, allowJs: true }),
        getScriptFileNames: () => [file],
        getScriptVersion: () => String(this.#version),
        getScriptSnapshot: () => ts.ScriptSnapshot.fromString(this.#text),
        getCurrentDirectory: () => '',
        getDefaultLibFileName: () => '',
        fileExists: (name) => name === file,
        readFile: () => undefined,
      },
      undefined,
      true,
    );
  }

  /** What a script declares, with what its functions and classes hold. */
  outline(source: string): readonly OutlineItem[] {
    const text = this.#open(source);
    const included = directivesIn(source).map(({ name, start, end, nameStart }): OutlineItem => {
      const place = { start, end, nameStart, nameEnd: nameStart + name.length };
      return { name, kind: 'include', detail: '', ...place, children: [] };
    });
    const declared = (this.#service.getNavigationTree(file).childItems ?? []).flatMap((one) =>
      itemOf(one, text),
    );
    return [...included, ...declared].sort((a, b) => a.start - b.start);
  }

  folds(source: string): readonly Fold[] {
    const text = this.#open(source);
    return this.#service.getOutliningSpans(file).flatMap(({ textSpan, kind }): Fold[] => {
      const [start, end] = [textSpan.start, textSpan.start + textSpan.length];
      if (!text.slice(start, end).includes('\n')) return [];
      if (kind === ts.OutliningSpanKind.Comment)
        return [{ start: endOfLine(text, start), end, kind: 'comment' }];
      if (kind === ts.OutliningSpanKind.Region)
        return [{ start: endOfLine(text, start), end, kind: 'region' }];
      if (kind === ts.OutliningSpanKind.Imports)
        return [{ start: endOfLine(text, start), end, kind: 'includes' }];
      return [{ start: bracketFrom(text, start) + 1, end: end - 1, kind: 'block' }];
    });
  }

  /** Ranges around an offset, the innermost first, the whole text last. */
  selections(source: string, offset: number): readonly Range[] {
    this.#open(source);
    const found: Range[] = [];
    const first = this.#service.getSmartSelectionRange(file, Math.min(offset, source.length));
    for (let one: ts.SelectionRange | undefined = first; one !== undefined; one = one.parent)
      found.push({ start: one.textSpan.start, end: one.textSpan.start + one.textSpan.length });
    const last = found.at(-1);
    return last?.start === 0 && last.end === source.length
      ? found
      : [...found, { start: 0, end: source.length }];
  }

  #open(source: string): string {
    const text = withCommentsForDirectives(source);
    if (text !== this.#text) {
      this.#text = text;
      this.#version += 1;
    }
    return text;
  }
}

const file = 'script.ts';

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/** Of `if (a) {` what folds is told of with the blank before the bracket. */
function bracketFrom(text: string, start: number): number {
  let at = start;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
}

const kinds: ReadonlyMap<string, OutlineItem['kind']> = new Map<string, OutlineItem['kind']>([
  [ts.ScriptElementKind.functionElement, 'function'],
  [ts.ScriptElementKind.localFunctionElement, 'function'],
  [ts.ScriptElementKind.classElement, 'struct'],
  [ts.ScriptElementKind.interfaceElement, 'struct'],
  [ts.ScriptElementKind.typeElement, 'struct'],
  [ts.ScriptElementKind.enumElement, 'struct'],
  [ts.ScriptElementKind.memberFunctionElement, 'method'],
  [ts.ScriptElementKind.constructorImplementationElement, 'method'],
  [ts.ScriptElementKind.memberVariableElement, 'field'],
  [ts.ScriptElementKind.memberGetAccessorElement, 'field'],
  [ts.ScriptElementKind.memberSetAccessorElement, 'field'],
  [ts.ScriptElementKind.enumMemberElement, 'field'],
  [ts.ScriptElementKind.variableElement, 'variable'],
  [ts.ScriptElementKind.letElement, 'variable'],
  [ts.ScriptElementKind.constElement, 'variable'],
]);

function itemOf(tree: ts.NavigationTree, text: string): readonly OutlineItem[] {
  const kind = kinds.get(tree.kind);
  const children = (tree.childItems ?? [])
    .flatMap((one) => itemOf(one, text))
    .sort((a, b) => a.start - b.start);
  const [span] = tree.spans;
  if (kind === undefined || span === undefined) return children;
  const [start, end] = [span.start, span.start + span.length];
  const nameStart = tree.nameSpan?.start ?? start;
  const nameEnd = nameStart + (tree.nameSpan?.length ?? 0);
  return [{ name: tree.text, kind, detail: '', start, end, nameStart, nameEnd, children }];
}
