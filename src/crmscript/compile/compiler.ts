import type { FunctionSymbol } from '../analysis/types/symbols.ts';
import type { BoundStatement, BoundExpression, Site } from '../analysis/types/bound-tree.ts';
import type { BoundProgram } from '../analysis/bound-program.ts';
import type { Type } from '../analysis/types/types.ts';
import { compileExpression } from './compile-expression.ts';
import { countElements, countOperand, countTruth } from './compile-counting.ts';
import { makerOf, type Maker } from './default-value.ts';
import { compileStatement } from './execute-statement.ts';
import { recordExpression } from './record-expression.ts';
import { recordAside, recordList, recordStatement } from './record-statement.ts';
import type { BranchKind, Hits } from '../run/hits.ts';
import { completion, type Eval, type Exec, type Frame, type Run } from '../run/run-state.ts';

/** A function of the script, ready to run. `body` is filled in after all functions are known. */
export type CompiledFunction = {
  readonly symbol: FunctionSymbol;
  /** The first statement and the others: without a block around both, calls need less of the host's stack. */
  first: Exec;
  second: Exec;
  others: readonly Exec[];
  size: number;
  /** What it returns when it ends without `return`. */
  readonly otherwise: Maker;
};

const unreachable: Exec = () => {
  throw new Error('A function was called before it was compiled.');
};
const unmade: Maker = () => {
  throw new Error('A value was made before its type was compiled.');
};
const nothing: Exec = () => completion.normal;

/**
 * What needs more of the host's stack than one plain call, by measurement in a worker of Chromium: there a
 * plain call is a hundred bytes of the less than five hundred thousand that there are.
 */
const framesOf: Readonly<Partial<Record<BoundExpression['kind'] | BoundStatement['kind'], number>>> = {
  native: 4,
  concat: 4,
  element: 2,
  try: 2,
  foreach: 2,
};

/** What is noted of a program while it runs: nothing, where nobody asks for it. */
type Noted = {
  readonly hits?: Hits | undefined;
  readonly marks?: ReadonlySet<Site>;
  readonly records?: boolean;
};

/** Turns bound trees into closures, once for each program. */
export class Compiler {
  readonly #functions = new Map<FunctionSymbol, CompiledFunction>();
  readonly #makers = new Map<string, Maker>();

  /** Where it is counted what runs; undefined in a program that nobody counts, whose closures then are the plain ones. */
  readonly hits: Hits | undefined;
  /** The statements that somebody is told of; undefined where there are none. */
  readonly #marks: ReadonlySet<Site> | undefined;
  /** Whether it is recorded what values are made of. */
  readonly records: boolean;
  /** The statement that is being compiled, where operands are counted. */
  #site: Site | undefined;

  /** How many calls of the host are open where what is being compiled will run, counted from its function. */
  frames = 0;

  constructor({ hits, marks, records = false }: Noted = {}) {
    this.hits = hits;
    this.#marks = marks;
    this.records = records;
  }

  /** Whether what runs is noted one by one, so that nothing may be made into one with what stands around it. */
  isNoted(site: Site): boolean {
    return this.records || this.isMarked(site);
  }

  /** Whether somebody is told of a statement. */
  isMarked(site: Site): boolean {
    return this.#marks?.has(site) === true;
  }

  /** What a statement begins with once it has counted itself: where that is marked, somebody is told first. */
  at<T>(site: Site, begin: (run: Run, frame: Frame) => T): (run: Run, frame: Frame) => T {
    if (this.records) return recordStatement(site, begin);
    if (!this.isMarked(site)) return begin;
    return (run, frame) => {
      run.reached(site);
      return begin(run, frame);
    };
  }

  expression(code: BoundExpression): Eval {
    const evaluate = this.within(framesOf[code.kind] ?? 1, () => compileExpression(this, code));
    return this.records ? recordExpression(code, evaluate) : evaluate;
  }

  /** What is evaluated beside what stands around it. */
  aside(code: BoundExpression): Eval {
    const evaluate = this.expression(code);
    return this.records ? recordAside(evaluate) : evaluate;
  }

  statement(checked: BoundStatement): Exec {
    // A block around one statement is that statement.
    const isAlone = checked.kind === 'block' && checked.body.length === 1;
    const frames = isAlone ? 0 : (framesOf[checked.kind] ?? 1);
    this.hits?.know(checked);
    if ('site' in checked) this.#site = checked.site;
    return this.within(frames, () => compileStatement(this, checked));
  }

  /** A condition that stands at a place. */
  condition(site: Site, kind: BranchKind, code: BoundExpression): Eval {
    this.#site = site;
    const evaluate = this.expression(code);
    return this.hits === undefined ? evaluate : countTruth(evaluate, this.hits.branch(site, kind, code));
  }

  /** The array of a `foreach`. */
  list(site: Site, code: BoundExpression): Eval {
    this.#site = site;
    const evaluate = this.expression(code);
    if (this.records) return recordList(evaluate);
    return this.hits === undefined
      ? evaluate
      : countElements(evaluate, this.hits.branch(site, 'foreach', code));
  }

  /** The operands of `&&` or `||`. */
  operands(code: Extract<BoundExpression, { kind: 'logical' }>): readonly Eval[] {
    const operands = code.operands.map((operand) => this.expression(operand));
    if (this.hits === undefined || this.#site === undefined) return operands;
    const ways = this.hits.operands(this.#site, code);
    return operands.map((operand, way) => countOperand(operand, ways, way));
  }

  /** What is compiled on the way belongs to other statements, or to none. */
  #elsewhere(work: () => void): void {
    const site = this.#site;
    this.#site = undefined;
    work();
    this.#site = site;
  }

  /** Compiles what will run inside so many more calls of the host. */
  within<T>(frames: number, work: () => T): T {
    this.frames += frames;
    const result = work();
    this.frames -= frames;
    return result;
  }

  /** The function; compiled on first mention. */
  function(symbol: FunctionSymbol): CompiledFunction {
    const known = this.#functions.get(symbol);
    if (known !== undefined) return known;
    const compiled: CompiledFunction = {
      symbol,
      first: unreachable,
      second: nothing,
      others: [],
      size: symbol.frameSize,
      otherwise: this.maker(symbol.returns),
    };
    this.#functions.set(symbol, compiled);
    const { body } = symbol;
    if (body !== undefined) {
      this.#elsewhere(() => {
        this.#compileBody(compiled, body);
      });
    }
    return compiled;
  }

  #compileBody(compiled: CompiledFunction, body: BoundStatement): void {
    const { frames } = this;
    this.frames = 0;
    const [first, second, ...others] = body.kind === 'block' ? body.body : [body];
    compiled.first = first === undefined ? nothing : this.statement(first);
    compiled.second = second === undefined ? nothing : this.statement(second);
    compiled.others = others.map((statement) => this.statement(statement));
    this.frames = frames;
  }

  maker(type: Type): Maker {
    const known = this.#makers.get(type.name);
    if (known !== undefined) return known;
    let made: Maker = unmade;
    this.#elsewhere(() => {
      made = makerOf(this, type);
    });
    this.#makers.set(type.name, made);
    return made;
  }
}

/**
 * A program, compiled when it is first run: nothing in it belongs to a run, so it can run any number of times. Under a debugger
 * another one runs in its place, and a host runs the closures of one program faster than those of two.
 */
export class CompiledProgram {
  readonly compiler: Compiler;
  readonly checked: BoundProgram;
  #body: Exec | undefined;
  #globals: readonly Maker[] | undefined;

  constructor(checked: BoundProgram, noted: Noted = {}) {
    this.compiler = new Compiler(noted);
    this.checked = checked;
    if (noted.hits === undefined) return;
    // What never runs is counted, too.
    this.#compile();
    for (const symbol of checked.functions) this.compiler.function(symbol);
    for (const { methods } of checked.structs) {
      for (const symbol of [...methods.values()].flat()) this.compiler.function(symbol);
    }
  }

  get body(): Exec {
    return this.#body ?? this.#compile();
  }

  get globals(): readonly Maker[] {
    return (this.#globals ??= this.checked.globals.map((type) => this.compiler.maker(type)));
  }

  #compile(): Exec {
    return (this.#body = this.compiler.statement({ kind: 'block', body: this.checked.body }));
  }

  prepare(run: Run): unknown[] {
    for (const make of this.globals) run.globals.push(make(run));
    const frame: unknown[] = new Array(this.checked.frameSize).fill(null);
    run.stack[0] = frame;
    return frame;
  }
}
