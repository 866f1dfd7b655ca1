import ts from 'typescript';
import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { FormatOptions, FormattedEdits } from '../../crmscript/format.ts';
import { directivesIn } from '../javascript/directives.ts';
import { messageOf } from './messages.ts';

const file = 'script.ts';

/** A part of a text, by UTF-16 offsets. */
export type FormatRange = { readonly start: number; readonly end: number };

/**
 * The edits that format a script in JavaScript or TypeScript, in TypeScript's own style with two blanks a level. A text that cannot be read is refused with its first mistake.
 */
export function formatTypeScript(
  source: string,
  { indent = '  ' }: FormatOptions = {},
  range?: FormatRange,
): FormattedEdits {
  const text = withCommentsForDirectives(source);
  const service = ts.createLanguageService(hostOf(text));
  const [mistake] = service.getSyntacticDiagnostics(file);
  if (mistake !== undefined) return { kind: 'refused', error: diagnosticOf(source, mistake) };
  const isTab = indent.startsWith('\t');
  const settings: ts.FormatCodeSettings = {
    ...ts.getDefaultFormatCodeSettings(/\r\n|\n|\r/.exec(source)?.[0] ?? '\n'),
    indentSize: isTab ? 4 : indent.length,
    tabSize: 4,
    convertTabsToSpaces: !isTab,
  };
  const changes =
    range === undefined
      ? service.getFormattingEditsForDocument(file, settings)
      : service.getFormattingEditsForRange(file, range.start, range.end, settings);
  const edits = changes
    .map(({ span, newText }) => ({ start: span.start, end: span.start + span.length, text: newText }))
    .toSorted((a, b) => a.start - b.start);
  return { kind: 'edits', edits };
}

/** The source as TypeScript can read it, sign for sign: what is said of places in it holds of the source. */
export function withCommentsForDirectives(source: string): string {
  let text = '';
  let at = 0;
  for (const { start, end } of directivesIn(source)) {
    const sign = source.indexOf('#', start);
    if (sign < 0 || sign >= end) continue;
    text += `${source.slice(at, sign)}//`;
    at = sign + 2;
  }
  return text + source.slice(at);
}

function hostOf(text: string): ts.LanguageServiceHost {
  const snapshot = ts.ScriptSnapshot.fromString(text);
  return {
    getCompilationSettings: () => ({ target: ts.ScriptTarget.ES2022, noLib: true }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => (name === file ? snapshot : undefined),
    getCurrentDirectory: () => '',
    getDefaultLibFileName: () => '',
    fileExists: (name) => name === file,
    readFile: (name) => (name === file ? text : undefined),
  };
}

function diagnosticOf(source: string, mistake: ts.DiagnosticWithLocation): Diagnostic {
  const { start, length, messageText, code } = mistake;
  const before = source.slice(0, start).split(/\r\n|\n|\r/);
  const column = (before.at(-1)?.length ?? 0) + 1;
  const params = { number: code, text: ts.flattenDiagnosticMessageText(messageText, ' ') };
  return {
    severity: 'error',
    code: 'typescript',
    params,
    message: messageOf({ code: 'typescript', params }),
    span: { file: '', start, end: start + length, line: before.length, column },
  };
}
