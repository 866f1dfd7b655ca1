import ts from 'typescript';
import type { Change, JoinedDiagnostic } from './joined-diagnostic.ts';
import { isMissedName } from './messages.ts';
import { notErasable } from './not-erasable.ts';
import type { ScriptProject } from './project.ts';
import { nodeAt } from './node-at.ts';
import { rewriteOf } from './rewrites.ts';

/** What a script in JavaScript need not say: the types of its parameters and the like. */
const isImplicitAny = (code: number): boolean =>
  code >= 7005 && code <= 7053 && ![7027, 7028, 7029, 7030].includes(code);

/** A name that nothing declares; the longer texts speak of packages and settings that nobody has here. */
const unknownNames = new Set([2304, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2867, 2868]);

/** Fixes that change one place, and what they are for. */
const fixable = new Set([1308, 2322, 2339, 2345, 2551, 2552, 2561, 2724, 2801, 2820, 2365, 2362, 2363]);
const goodFixes = new Set(['spelling', 'addMissingAwait', 'fixAwaitInSyncFunction']);

/** Of more problems than this no fix is looked for. */
const mostFixes = 30;
/** More are no help to anybody. */
const mostProblems = 200;

/** Advice that is worth a hint: `await` without effect. */
const advice = new Set([80007, 80008]);

/** What TypeScript itself says of the script. `isIncomplete`: an included script is missing, and so may be what it declares. */
export function typeScriptProblems(
  project: ScriptProject,
  isIncomplete: boolean,
): readonly JoinedDiagnostic[] {
  const { service, file } = project;
  const { source } = project.program();
  const syntax = service.getSyntacticDiagnostics(file);
  const broken = new Set(syntax.map((one) => lineOf(source, one.start)));
  const judged = [...service.getSemanticDiagnostics(file), ...adviceOn(project)].filter(
    (one) =>
      !isImplicitAny(one.code) &&
      one.code !== notErasable &&
      !(isIncomplete && unknownNames.has(one.code)) &&
      !broken.has(lineOf(source, one.start ?? 0)),
  );
  const found: JoinedDiagnostic[] = syntax.map((one) => ({ ...told(one, source), severity: 'error' }));
  for (const one of judged.slice(0, mostProblems)) {
    const fix = found.length < mostFixes && fixable.has(one.code) ? fixOf(project, one) : undefined;
    const severity = one.category === ts.DiagnosticCategory.Error ? 'error' : 'hint';
    found.push({
      ...told(one, source),
      severity,
      ...(severity === 'error' && { runs: true as const }),
      ...(fix && { fix }),
    });
  }
  return found;
}

const adviceOn = ({ service, file }: ScriptProject): readonly ts.DiagnosticWithLocation[] =>
  service.getSuggestionDiagnostics(file).filter(({ code }) => advice.has(code));

const lineOf = (source: ts.SourceFile, start: number): number =>
  source.getLineAndCharacterOfPosition(start).line;

function told(
  { start = 0, length = 0, code, messageText }: ts.Diagnostic,
  source: ts.SourceFile,
): Omit<JoinedDiagnostic, 'severity'> {
  const end = start + length;
  const name = source.text.slice(start, end);
  const place = { start, end };
  if (unknownNames.has(code) && isMissedName(name)) return { code: 'not-there', params: { name }, ...place };
  const [text = ''] = ts.flattenDiagnosticMessageText(messageText, '\n').split(' Do you need to ');
  // What is deeper in such a text repeats it for each part of a type.
  const lines = text.split('\n');
  const shown = lines.length > 1 ? `${lines[0] ?? ''} ${(lines.at(-1) ?? '').trim()}` : text;
  return { code: 'typescript', params: { number: code, text: shown }, ...place };
}

const format = ts.getDefaultFormatCodeSettings('\n');

function fixOf(
  project: ScriptProject,
  { start = 0, length = 0, code, messageText }: ts.Diagnostic,
): JoinedDiagnostic['fix'] {
  const { service, file } = project;
  const { source } = project.program();
  const renamed = code === 2339 || code === 2551 ? methodOfEventData(source, start) : undefined;
  if (renamed !== undefined) return { label: "Write it in SuperOffice's dialect", ...renamed };
  if (code === 2820) return meantText(source, start, messageText);
  const actions = service.getCodeFixesAtPosition(file, start, start + length, [code], format, {
    quotePreference: 'single',
  });
  const action = actions.find(
    ({ fixName, changes }) => goodFixes.has(fixName) && changes.every((one) => one.fileName === file),
  );
  const changes = action?.changes.flatMap(({ textChanges }) => textChanges) ?? [];
  if (action === undefined || changes.length === 0) return undefined;
  return { label: action.description, ...asOne(changes, source.text) };
}

/** `event.getInputValue("…")` where the event is `context.eventData`: its methods are those of CRMScript. */
function methodOfEventData(source: ts.SourceFile, start: number): Change | undefined {
  const name = nodeAt(source, start);
  const call = ts.findAncestor(name, ts.isCallExpression);
  const isCalled = call?.expression === name.parent && /^[gs]et[A-Z]/.test(name.getText(source));
  if (call === undefined || !isCalled) return undefined;
  return rewriteOf(call, source);
}

/** Several changes as one, with what stands between them. */
function asOne(changes: readonly ts.TextChange[], text: string): Change {
  const sorted = [...changes].sort((a, b) => a.span.start - b.span.start);
  const start = sorted[0]?.span.start ?? 0;
  let at = start;
  let made = '';
  for (const { span, newText } of sorted) {
    made += text.slice(at, span.start) + newText;
    at = span.start + span.length;
  }
  return { start, end: at, text: made };
}

/** A text that is nearly one of those that are meant, as the value of what a problem stands at. */
function meantText(
  source: ts.SourceFile,
  start: number,
  message: string | ts.DiagnosticMessageChain,
): JoinedDiagnostic['fix'] {
  const meant = /Did you mean '"([^"]+)"'/.exec(ts.flattenDiagnosticMessageText(message, '\n'))?.[1];
  const at = nodeAt(source, start);
  const value = ts.isPropertyAssignment(at.parent) ? at.parent.initializer : at;
  if (meant === undefined || !ts.isStringLiteralLike(value)) return undefined;
  const [from, to] = [value.getStart(source) + 1, value.getEnd() - 1];
  return { label: `Change to "${meant}"`, start: from, end: to, text: meant };
}
