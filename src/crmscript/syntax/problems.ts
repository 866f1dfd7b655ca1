import type { Diagnostic, Span } from '../diagnostic.ts';

/** Collects what is wrong, in any order; `sorted` gives it in the order of the text. */
export class Problems {
  readonly #list: Diagnostic[] = [];

  error(code: string, message: string, span: Span, fix?: Diagnostic['fix']): void {
    this.#add('error', code, message, span, fix);
  }

  /** What SuperOffice refuses and Rehearsal runs (crm Q16). */
  rejected(code: string, message: string, { file, start, end, line, column }: Span): void {
    const span = { file, start, end, line, column };
    this.#list.push({ severity: 'error', runs: true, code, message, span });
  }

  warning(code: string, message: string, span: Span, fix?: Diagnostic['fix']): void {
    this.#add('warning', code, message, span, fix);
  }

  hint(code: string, message: string, span: Span, fix?: Diagnostic['fix']): void {
    this.#add('hint', code, message, span, fix);
  }

  get hasErrors(): boolean {
    return this.#list.some(({ severity, runs }) => severity === 'error' && runs !== true);
  }

  /** By file in the order given, then by place; what was found twice stands once. */
  sorted(files: readonly string[]): readonly Diagnostic[] {
    const rank = new Map(files.map((file, index) => [file, index]));
    const seen = new Set<string>();
    return this.#list
      .filter((problem) => {
        const key = `${problem.span.file}:${String(problem.span.start)}:${problem.message}`;
        return !seen.has(key) && seen.add(key);
      })
      .sort(
        (a, b) =>
          (rank.get(a.span.file) ?? 0) - (rank.get(b.span.file) ?? 0) ||
          a.span.start - b.span.start ||
          a.span.end - b.span.end,
      );
  }

  #add(
    severity: Diagnostic['severity'],
    code: string,
    message: string,
    { file, start, end, line, column }: Span,
    fix: Diagnostic['fix'],
  ): void {
    const span = { file, start, end, line, column };
    this.#list.push(fix ? { severity, code, message, span, fix } : { severity, code, message, span });
  }
}
