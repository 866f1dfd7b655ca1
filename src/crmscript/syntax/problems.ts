import { plainSpan, type Diagnostic, type Span } from '../diagnostic.ts';

type Fix = Diagnostic['fix'];
type Found = { readonly diagnostic: Diagnostic; readonly judged: boolean };
type Damage = { readonly from: number; readonly to: number; readonly line: number };

/**
 * Collects what is wrong, in any order; `sorted` gives it in the order of the text. One mistake is one
 * message: what the parser could not read is damaged, and nobody judges what stands there.
 */
export class Problems {
  #list: Found[] = [];
  #errors = 0;
  readonly #damage = new Map<string, Damage[]>();
  /** Names that stand in damaged places: they may have been declared there. */
  readonly doubted = new Set<string>();
  /** A script that is included could not be found. */
  incomplete = false;

  /** Found while reading. */
  syntax(code: string, message: string, span: Span, fix?: Fix): void {
    this.#add({ severity: 'error', code, message, span: plainSpan(span), ...(fix && { fix }) }, false);
  }

  /** Found while checking what has been read. */
  error(code: string, message: string, span: Span, fix?: Fix): void {
    if (code === 'unknown-include') this.incomplete = true;
    this.#add({ severity: 'error', code, message, span: plainSpan(span), ...(fix && { fix }) }, true);
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

  /** From here to there the text could not be read, up to the end of the line `line`. */
  damage(file: string, from: number, to: number, line: number): void {
    const known = this.#damage.get(file);
    if (known === undefined) this.#damage.set(file, [{ from, to, line }]);
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
    const broken = new Map([...this.#damage].map(([file, list]) => [file, merged(list)]));
    const seen = new Set<string>();
    return this.#list
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
  }

  #add(diagnostic: Diagnostic, judged: boolean): void {
    this.#list.push({ diagnostic, judged });
    if (keepsFromRunning(diagnostic)) this.#errors += 1;
  }
}

const keepsFromRunning = ({ severity, runs }: Diagnostic): boolean => severity === 'error' && runs !== true;

/** In order, and none inside another. */
function merged(list: readonly Damage[]): readonly Damage[] {
  const result: Damage[] = [];
  for (const next of [...list].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || next.from > last.to) result.push(next);
    else if (next.to > last.to) result[result.length - 1] = { ...next, from: last.from };
  }
  return result;
}

function isIn(list: readonly Damage[], { start, line }: Span): boolean {
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
