import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { Inclusion } from '../javascript/join-source.ts';
import type { JoinedDiagnostic } from './joined-diagnostic.ts';
import { judge } from './judge.ts';
import { messageOf } from './messages.ts';
import type { Places } from './places.ts';
import type { ScriptProject } from './project.ts';
import { typeScriptProblems } from './typescript-problems.ts';

/** An include, and whether there is a script of that name in the other language. */
export type MissingInclude = Inclusion & { readonly isOtherLanguage: boolean };

/** More are no help to anybody. */
const mostTold = 500;

/** What an author should know about the script that a project has open, and about what it includes. */
export function checkOpen(
  project: ScriptProject,
  places: Places,
  missing: readonly MissingInclude[],
): readonly Diagnostic[] {
  const { checker, source } = project.program();
  const found = [...typeScriptProblems(project, missing.length > 0), ...judge(checker, source)];
  return [
    ...missing.map(unknownInclude),
    ...withoutRepetition(found)
      .slice(0, mostTold)
      .map((one) => diagnosticOf(one, places)),
  ].sort(
    (a, b) =>
      Number(a.span.file > b.span.file) - Number(a.span.file < b.span.file) || a.span.start - b.span.start,
  );
}

/** Where this project says something of a place, TypeScript need not say it too. */
function withoutRepetition(found: readonly JoinedDiagnostic[]): readonly JoinedDiagnostic[] {
  const said = new Set(found.filter(({ code }) => code !== 'typescript').map(({ start }) => start));
  return found.filter(
    ({ code, start, params }) => code !== 'typescript' || params['number'] !== 2801 || !said.has(start),
  );
}

const unknownInclude = ({ name, by, start, end, line, isOtherLanguage }: MissingInclude): Diagnostic => {
  const code = isOtherLanguage ? 'other-language' : 'unknown-include';
  const span = { file: by, start, end, line, column: 1 };
  return { severity: 'error', code, params: { name }, message: messageOf({ code, params: { name } }), span };
};

function diagnosticOf(
  { severity, runs, code, params, start, end, fix }: JoinedDiagnostic,
  places: Places,
): Diagnostic {
  const span = places.spanOf(start, end);
  const change = fix && places.spanOf(fix.start, fix.end);
  const isHere = change !== undefined && change.file === span.file;
  return {
    severity,
    ...(runs && { runs }),
    code,
    params,
    message: messageOf({ code, params }),
    span,
    ...(isHere && {
      fix: { label: fix?.label ?? '', text: fix?.text ?? '', start: change.start, end: change.end },
    }),
  };
}
