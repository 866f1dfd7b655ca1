import type { DetailsOf, ProblemCode } from '../problem-code.ts';
import type { SyntaxFault } from './syntax-fault.ts';
import { plainSpan, type Diagnostic, type Span } from '../diagnostic.ts';

type Fix = Diagnostic['fix'];
type Fault = Pick<SyntaxFault, 'code' | 'message' | 'span' | 'params'>;
type CollectedDiagnostic = { readonly diagnostic: Diagnostic; readonly judged: boolean };
type Suppressed = { readonly from: number; readonly to: number; readonly line: number };

/**
 * Collects what is wrong, in any order; `sorted` gives it in the order of the text. One mistake is one
 * message: where something could not be read, what the checker finds is suppressed.
 */
export class Problems {
  #list: CollectedDiagnostic[] = [];
  #errors = 0;
  /** How many errors were found while reading. */
  syntaxErrors = 0;
  /** Characters of all changes that are offered. */
  #offered = 0;
  readonly #suppressed = new Map<string, Suppressed[]>();
  /** Names that stand where something could not be read, and may have been declared there: nothing is said about them. */
  readonly poisoned = new Set<string>();
  /** A script that is included could not be found. */
  incomplete = false;

  /** Found while reading. */
  syntax<Code extends ProblemCode>(
    code: Code,
    message: string,
    span: Span,
    fix?: Fix,
    params?: DetailsOf<Code>,
  ): void {
    const more = { ...(fix && { fix }), ...(params && { params }) };
    this.syntaxErrors += 1;
    this.#add({ severity: 'error', code, message, span: plainSpan(span), ...more }, false);
  }

  /** What the grammar does not allow. */
  fault({ code, message, span, params }: Fault, fix?: Fix): void {
    this.syntaxErrors += 1;
    const more = { ...(fix && { fix }), ...(params && { params }) };
    this.#add({ severity: 'error', code, message, span: plainSpan(span), ...more }, false);
  }

  /** What was found elsewhere while reading. */
  add(diagnostic: Diagnostic): void {
    if (diagnostic.severity === 'error') this.syntaxErrors += 1;
    this.#add(diagnostic, false);
  }

  /** Found while checking what has been read. */
  error<Code extends ProblemCode>(
    code: Code,
    message: string,
    span: Span,
    fix?: Fix,
    params?: DetailsOf<Code>,
  ): void {
    if (code === 'unknown-include') this.incomplete = true;
    const more = { ...(fix && { fix }), ...(params && { params }) };
    this.#add({ severity: 'error', code, message, span: plainSpan(span), ...more }, true);
  }

  /** What SuperOffice refuses and Rehearsal runs (crm Q16). */
  rejected(code: string, message: string, span: Span): void {
    this.#add({ severity: 'error', runs: true, code, message, span: plainSpan(span) }, true);
  }

  warning(code: string, message: string, span: Span, fix?: Fix): void {
    this.#add({ severity: 'warning', code, message, span: plainSpan(span), ...(fix && { fix }) }, true);
  }

  hint(code: string, message: string, span: Span, fix?: Fix): void {
    this.#add({ severity: 'hint', code, message, span: plainSpan(span), ...(fix && { fix }) }, true);
  }

  /** Suppresses what the checker finds from here to there, and up to the end of the line `line`. */
  suppress(file: string, from: number, to: number, line: number): void {
    const known = this.#suppressed.get(file);
    if (known === undefined) this.#suppressed.set(file, [{ from, to, line }]);
    else known.push({ from, to, line });
  }

  /** Takes back what was found behind a place, which is read again. */
  forget(file: string, start: number): void {
    this.#list = this.#list.filter(({ diagnostic: { span } }) => span.file !== file || span.start < start);
    this.#errors = this.#list.filter(({ diagnostic }) => keepsFromRunning(diagnostic)).length;
  }

  /** How much has been found so far; `rewind` takes back what was found since. */
  get mark(): number {
    return this.#list.length;
  }

  /** As far as it was found before a place in the text, if one is given. */
  rewind(mark: number, before = Infinity): void {
    const found = this.#list.splice(mark);
    for (const one of found) {
      // Nothing is read behind what is nested too deep, so nothing else would be said.
      if (one.diagnostic.span.start >= before || one.diagnostic.code === 'too-deep') this.#list.push(one);
      else if (keepsFromRunning(one.diagnostic)) this.#errors -= 1;
    }
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** By file in the order given, then by place. Of what was found at one place the first that keeps it from running stands. */
  sorted(files: readonly string[]): readonly Diagnostic[] {
    const rank = new Map(files.map((file, index) => [file, index]));
    const broken = new Map([...this.#suppressed].map(([file, list]) => [file, merged(list)]));
    const seen = new Set<string>();
    const more = Math.max(0, this.#list.length - mostKept);
    const shown = this.#list
      .slice(0, mostKept)
      .filter(({ diagnostic: { span }, judged }) => !judged || !isIn(broken.get(span.file) ?? [], span))
      .map(({ diagnostic }) => diagnostic)
      .filter((diagnostic) => {
        const { span, message } = diagnostic;
        const place = `${span.file}:${String(span.start)}:${keepsFromRunning(diagnostic) ? '' : message}`;
        return !seen.has(place) && seen.add(place);
      })
      .sort(
        (a, b) =>
          (rank.get(a.span.file) ?? 0) - (rank.get(b.span.file) ?? 0) ||
          a.span.start - b.span.start ||
          a.span.end - b.span.end,
      );
    const last = shown.at(-1) ?? this.#list[0]?.diagnostic;
    return more === 0 || last === undefined ? shown : [...shown, this.#others(more, last.span)];
  }

  #others(more: number, span: Span): Diagnostic {
    const count = more.toLocaleString('en-US');
    const message = `There are ${count} more problems than are shown. Mend these first.`;
    return { severity: this.hasErrors ? 'error' : 'hint', code: 'too-many-problems', message, span };
  }

  #add(diagnostic: Diagnostic, judged: boolean): void {
    const refused = keepsFromRunning(diagnostic);
    if (this.#list.length >= mostKept) this.#list.push(refused ? anotherError : anotherHint);
    else this.#list.push({ diagnostic: this.#short(diagnostic), judged });
    if (refused) this.#errors += 1;
  }

  /** What is quoted may be all of a long line, for each of its mistakes: there is an end to that. */
  #short(diagnostic: Diagnostic): Diagnostic {
    const { fix, ...plain } = diagnostic;
    this.#offered += fix?.text.length ?? 0;
    const message = shortened(diagnostic.message, longestMessage);
    if (fix === undefined) return { ...plain, message };
    if (this.#offered > mostOffered && fix.text.length > longestMessage) return { ...plain, message };
    return { ...plain, message, fix: { ...fix, label: shortened(fix.label, longestLabel) } };
  }
}

const nowhere: Span = { file: '', start: 0, end: 0, line: 1, column: 1 };
const another = (severity: 'error' | 'hint'): CollectedDiagnostic => ({
  diagnostic: { severity, code: 'too-many-problems', message: '', span: nowhere },
  judged: false,
});

/** So many problems of a script are kept; of the others it is said how many there are. */
const mostKept = 2000;
const anotherError = another('error');
const anotherHint = another('hint');

const longestMessage = 1000;
const longestLabel = 200;
const mostOffered = 1024 * 1024;

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most)}…`;

const keepsFromRunning = ({ severity, runs }: Diagnostic): boolean => severity === 'error' && runs !== true;

/** In order, and none inside another. */
function merged(list: readonly Suppressed[]): readonly Suppressed[] {
  const result: Suppressed[] = [];
  for (const next of [...list].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || next.from > last.to) result.push(next);
    else if (next.to > last.to) result[result.length - 1] = { ...next, from: last.from };
  }
  return result;
}

function isIn(list: readonly Suppressed[], { start, line }: Span): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found = list[low - 1];
  return found !== undefined && (start < found.to || line === found.line);
}
