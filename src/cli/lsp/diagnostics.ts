import { basename, extname } from 'node:path';
import { CancellationToken, DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-protocol';
import type { Diagnostic as ScriptDiagnostic } from '../../crmscript/diagnostic.ts';
import { locationOf } from './feature.ts';
import type { ScriptRequest, Session } from './session.ts';

/** What the client is shown of a script, and what mends it. */
export type PublishedDiagnostic = {
  readonly diagnostic: Diagnostic;
  readonly found: Pick<ScriptDiagnostic, 'span'> & { readonly fix?: ScriptDiagnostic['fix'] | undefined };
};

/** Errors of the script itself, and, where somebody wants them, warnings and hints. */
export async function shownOf(
  session: Session,
  asked: ScriptRequest,
): Promise<readonly PublishedDiagnostic[]> {
  const own = (await foundIn(session, asked))
    .filter(({ severity }) => severity === 'error' || session.settings.hints)
    .map((one) => {
      const { span, code, severity, message, rule } = one;
      const diagnostic: Diagnostic = {
        range: asked.places.range(span.start, Math.max(span.start, span.end)),
        severity: severities[severity],
        code: rule === undefined ? code : `${code} (${rule})`,
        source: 'rehearsal',
        message,
      };
      return { diagnostic, found: one };
    });
  return [...own, ...includedErrors(session, asked)];
}

/** An included script that has errors keeps this one from running: each is told once, where it comes in, with its first error. */
function includedErrors(
  session: Session,
  { path, program, help, places, tools }: ScriptRequest,
): readonly PublishedDiagnostic[] {
  const first = new Map<string, ScriptDiagnostic>();
  for (const one of help.check(program)) {
    const { file } = one.span;
    if (file !== path && keepsFromRunning(one) && !first.has(file)) first.set(file, one);
  }
  if (first.size === 0) return [];
  const directives = tools.outline(program).filter(({ kind }) => kind === 'include');
  return [...first].flatMap(([file, error]): PublishedDiagnostic[] => {
    const at = directives.find(({ name }) => program.fileOf(name) === file) ?? directives[0];
    if (at === undefined) return [];
    const { span, message } = error;
    const text = `“${basename(file, extname(file))}” has an error in line ${String(span.line)}: ${message}`;
    const diagnostic: Diagnostic = {
      range: places.range(at.nameStart, at.nameEnd),
      severity: DiagnosticSeverity.Error,
      code: 'included-error',
      source: 'rehearsal',
      message: text,
      ...(session.client.relatedPlaces && {
        relatedInformation: [{ location: locationOf(session, span), message }],
      }),
    };
    const { start, end } = { start: at.nameStart, end: at.nameEnd };
    return [{ diagnostic, found: { ...error, span: { ...span, file: path, start, end }, fix: undefined } }];
  });
}

const keepsFromRunning = ({ severity, runs }: ScriptDiagnostic): boolean =>
  severity === 'error' && runs !== true;

/** Of more programs it is not asked what a script would mean there. */
const mostPrograms = 3;

/**
 * What is wrong with a script. One that others include may use what only they declare, so where it uses what it does not know, it is looked at
 * as a part of them, and the program counts in which it has the fewest errors.
 */
async function foundIn(
  session: Session,
  { path, program, help }: ScriptRequest,
): Promise<readonly ScriptDiagnostic[]> {
  const inFile = (all: readonly ScriptDiagnostic[]) => all.filter(({ span }) => span.file === path);
  const own = inFile(help.check(program));
  if (!own.some(mayBeElsewhere)) return own;
  const roots = await session.includeGraph.rootsOf(path, CancellationToken.None);
  let best: readonly ScriptDiagnostic[] | undefined;
  for (const root of roots.filter((one) => one !== path).slice(0, mostPrograms)) {
    const above = await session.program(root);
    if (above === undefined) continue;
    const found = inFile(help.check(above));
    if (best === undefined || errorsIn(found) < errorsIn(best)) best = found;
    if (errorsIn(best) === 0) break;
  }
  return best ?? own;
}

const errorsIn = (all: readonly ScriptDiagnostic[]): number =>
  all.filter(({ severity }) => severity === 'error').length;

/** A name that nobody knows here. */
const mayBeElsewhere = ({ severity, code }: ScriptDiagnostic): boolean =>
  severity === 'error' && code !== 'unknown-include' && /^(?:unknown-|not-there$|typescript$)/.test(code);

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
} as const;
