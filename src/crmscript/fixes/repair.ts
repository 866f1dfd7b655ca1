import type { Span } from '../diagnostic.ts';
import type { ProblemCode } from '../problem-code.ts';
import type { Tree } from '../syntax/ast.ts';
import type { Cursor } from '../syntax/cursor.ts';
import { parseTokens } from '../syntax/parse.ts';
import { Problems } from '../syntax/problems.ts';
import { skipped } from '../syntax/recover.ts';
import { EditedText, type Edit } from './edited-text.ts';
import { scan } from './mending-scanner.ts';
import { FaultSite, SourceTokens } from './fault-site.ts';
import type { Answer, Fault, Judge } from './rule.ts';
import { answerTo, answerToWord } from './rules.ts';

/** So often a file is read, and so many characters more, which counts for short ones: then it stands as it is. */
const mostReads = 2;
const mostCharacters = 8_000;
const mostRepairs = 100;
/** So many faults are looked into after that, for what is said about them. */
const mostAnswers = 100;

/** What is said once types are known. */
export type Judged = { readonly judge: Judge; readonly code: ProblemCode; readonly span: Span };

type Pending = {
  readonly site: FaultSite;
  readonly fault: Fault;
  readonly answer: Answer;
  /** What is wrong there has been said of a character or a text. */
  readonly isSaid: boolean;
};

/** Where reading goes on behind it as if nothing were. */
const harmless: ReadonlySet<ProblemCode> = new Set([
  'missing-semicolon',
  'unclosed-block',
  'stray-brace',
  'misplaced',
  'number-method',
]);

const isOfBraces: ReadonlySet<ProblemCode> = new Set(['unclosed-block', 'stray-brace', 'stray-keyword']);

/** Reads a file in which the grammar does not allow something: rules edit it, and it is read again, until there is none that knows more. */
export class Repair {
  readonly #text: EditedText;
  readonly #file: string;
  readonly #problems: Problems;
  /** Where statements begin of which something has been said. */
  readonly #reported = new Set<number>();
  /** Faults whose repair was refused, by the place and the code. */
  readonly #refused = new Set<string>();
  #pending: Pending[] = [];
  #reads = 0;
  #repairs = 0;
  #wasEdited = false;
  /** Where the last edit of this time ends, and how deep the statement stands that it belongs to. */
  #edited: { readonly end: number; readonly column: number } | undefined;
  readonly judged: Judged[] = [];

  constructor(source: string, file: string, problems: Problems) {
    this.#text = new EditedText(source);
    this.#file = file;
    this.#problems = problems;
  }

  read(): Tree {
    for (;;) {
      const tree = this.#tryToRead();
      if (tree !== undefined) return tree;
    }
  }

  /** The tree; undefined where the text was edited in the meantime. */
  #tryToRead(): Tree | undefined {
    const { source, text } = this.#text;
    const found = new Problems();
    const file = new SourceTokens(this.#text.placed(scan(text, this.#file, found).tokens), source);
    const scanned = found.sorted([this.#file]).map((one) => this.#text.placedProblem(one));
    const lost = scanned.filter(({ code }) => code === 'unterminated-string').map(({ span }) => span.line);
    const lostLines = new Set(lost);
    this.#reads += 1;
    this.#pending = [];
    this.#edited = undefined;
    this.#wasEdited = false;
    if (this.#repairWords(file)) return undefined;
    const tree = parseTokens(file.tokens, source, (fault, cursor) => {
      if (this.#isToBeRead(file, fault, cursor)) return;
      const site = new FaultSite(file, cursor.position, cursor.statementStart);
      this.#meet(site, fault, lostLines);
    });
    if (this.#mustReadAgain()) return undefined;
    for (const one of scanned) this.#problems.add(one);
    for (const one of this.#pending) this.#giveUp(one);
    return tree;
  }

  #mustReadAgain(): boolean {
    return this.#wasEdited;
  }

  get #mayRepair(): boolean {
    const { length } = this.#text.source;
    return this.#repairs < mostRepairs && this.#reads <= mostReads + mostCharacters / Math.max(1, length);
  }

  /** Behind an edit only a statement that begins a line, no deeper than the one with the edit, is sure to be what it seems. */
  #isToBeRead({ tokens }: SourceTokens, { code }: Fault, { statementStart }: Cursor): boolean {
    if (this.#edited === undefined) return false;
    const token = tokens[statementStart];
    const startsLine = tokens[statementStart - 1]?.line !== token?.line;
    const { column, end } = this.#edited;
    const isSure = token !== undefined && startsLine && token.column <= column && token.start >= end;
    return !isSure || isOfBraces.has(code);
  }

  /** Words that mean something only elsewhere are repaired first: most of them look like names. */
  #repairWords(file: SourceTokens): boolean {
    const { tokens, source } = file;
    let behind = -1;
    for (let index = 0; index < tokens.length && this.#mayRepair; index++) {
      const token = tokens[index];
      if ((token?.kind !== 'name' && token?.kind !== 'string') || token.start < behind) continue;
      const placeOf = (): FaultSite => FaultSite.inStatement(file, index);
      const answer = answerToWord(placeOf, token, { next: tokens[index + 1], source });
      if (answer === undefined) continue;
      const fault = {
        code: 'not-crmscript',
        message: '',
        span: token,
        params: undefined,
        purpose: undefined,
      } as const;
      const edits = this.#repair(placeOf(), fault, answer);
      if (edits !== undefined) behind = Math.max(behind, 0, ...edits.map(({ end }) => end));
    }
    return behind >= 0;
  }

  #meet(site: FaultSite, fault: Fault, lostLines: ReadonlySet<number>): void {
    const isSaid = site.token.kind === 'bad' || lostLines.has(fault.span.line);
    const isAsked = !isSaid && this.#pending.length < mostAnswers;
    const answer = (isAsked && answerTo(site, fault)) || {};
    const edits = this.#repair(site, fault, answer);
    if (edits === undefined) {
      this.#pending.push({ site, fault, answer, isSaid });
      return;
    }
    this.#wasEdited = true;
    // The grammar goes on as if the semicolon were there, so what stands behind it is what it seems.
    if (fault.code === 'missing-semicolon' && answer.code === undefined) return;
    // Where braces are wrong nothing is.
    const end = isOfBraces.has(fault.code)
      ? Infinity
      : Math.max(site.token.end, ...edits.map((edit) => edit.end));
    this.#edited = { end, column: site.indentOf(site.first) };
  }

  /** Edits the text as an answer has it, with its message; undefined where it cannot. */
  #repair(site: FaultSite, fault: Fault, answer: Answer): readonly Edit[] | undefined {
    const edits = answer.repair ?? (answer.fix && [answer.fix]);
    if (edits === undefined || edits.length === 0 || !this.#mayRepair) return undefined;
    const key = `${String(site.token.start)} ${site.token.text} ${fault.code}`;
    if (this.#refused.has(key)) return undefined;
    if (!this.#text.add(edits)) {
      this.#refused.add(key);
      return undefined;
    }
    this.#repairs += 1;
    this.#report(site, fault, answer, edits);
    return edits;
  }

  /** There is no repair: the grammar has skipped what it could not read. */
  #giveUp({ site, fault, answer, isSaid }: Pending): void {
    if (!isSaid) this.#report(site, fault, answer, []);
    if (isSaid || !harmless.has(fault.code))
      this.#suppress(site, skipped(site.tokens, site.index, site.first));
  }

  #report(site: FaultSite, fault: Fault, answer: Answer, edits: readonly Edit[]): void {
    const { start } = site.at(site.first);
    const isSaid = this.#reported.has(start) && answer.isOfItsOwn !== true;
    if (!isSaid && answer.isSilent !== true) this.#say(fault, answer);
    // What nothing was said of yet does not keep the next fault of the statement from being told.
    if (answer.isOfItsOwn !== true && answer.isSilent !== true) {
      this.#reported.add(start);
      // Where its first word is taken away, the statement begins with the next one.
      for (const edit of edits) if (edit.start <= start) this.#reported.add(site.startBehind(edit.end));
    }
    for (const name of answer.poisons ?? []) this.#problems.poisoned.add(name);
    if (answer.mayDeclare === true) this.#problems.incomplete = true;
    if (isSaid || answer.isGuess === true) this.#suppress(site, site.pastHead(site.index));
  }

  #say(fault: Fault, answer: Answer): void {
    const { code = fault.code, message = fault.message, span = fault.span, fix } = answer;
    if (answer.judge !== undefined) this.judged.push({ judge: answer.judge, code, span });
    else if (answer.message !== undefined) this.#problems.syntax(code, message, span, fix);
    else this.#problems.fault({ code, message, span, params: fault.params }, fix);
  }

  /** Nothing is judged from the beginning of the statement to a token, nor what is named there. */
  #suppress(site: FaultSite, past: number): void {
    const from = site.at(site.first);
    // What stands in braces behind it is a statement of its own, also on the same line.
    const line = site.is('{', past) ? 0 : site.at(past - 1).line;
    this.#problems.suppress(this.#file, from.start, site.at(past).start, line);
    for (let index = site.first; index < past; index++) {
      const { kind, text } = site.at(index);
      if (kind === 'name') this.#problems.poisoned.add(text);
    }
  }
}
