import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-protocol';
import type { Diagnostic as Found } from '../../crmscript/diagnostic.ts';
import type { Asked, Session } from './session.ts';

/** What the client is shown of a script, and what mends it. */
export type Shown = { readonly diagnostic: Diagnostic; readonly found: Found };

/** Errors of the script itself, and, where somebody wants them, warnings and hints. */
export function shownOf(session: Session, { path, desk, help, places }: Asked): readonly Shown[] {
  return help
    .check(desk)
    .filter(({ severity, span }) => span.file === path && (severity === 'error' || session.settings.hints))
    .map((found) => {
      const { span, code, severity, message, rule } = found;
      const diagnostic: Diagnostic = {
        range: places.range(span.start, Math.max(span.start, span.end)),
        severity: severities[severity],
        code: rule === undefined ? code : `${code} (${rule})`,
        source: 'rehearsal',
        message,
      };
      return { diagnostic, found };
    });
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
} as const;
