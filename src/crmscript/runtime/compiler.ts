import type { FunctionSymbol } from '../analysis/symbols.ts';
import type { Checked, CheckedProgram, Code } from '../analysis/tree.ts';
import type { Type } from '../analysis/types.ts';
import { compileExpression } from './compile-expression.ts';
import { makerOf, type Maker } from './default-value.ts';
import { compileStatement } from './execute-statement.ts';
import { completion, type Eval, type Exec, type Run } from './run-state.ts';

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
const nothing: Exec = () => completion.normal;

/**
 * What needs more of the host's stack than one plain call, by measurement in a worker of Chromium: there a
 * plain call is a hundred bytes of the less than five hundred thousand that there are.
 */
const framesOf: Readonly<Partial<Record<Code['kind'] | Checked['kind'], number>>> = {
  native: 4,
  concat: 4,
  element: 2,
  try: 2,
  foreach: 2,
};

/** Turns checked trees into closures, once for each program. */
export class Compiler {
  readonly #functions = new Map<FunctionSymbol, CompiledFunction>();
  readonly #makers = new Map<string, Maker>();

  /** How many calls of the host are open where what is being compiled will run, counted from its function. */
  frames = 0;

  expression(code: Code): Eval {
    return this.within(framesOf[code.kind] ?? 1, () => compileExpression(this, code));
  }

  statement(checked: Checked): Exec {
    // A block around one statement is that statement.
    const isAlone = checked.kind === 'block' && checked.body.length === 1;
    const frames = isAlone ? 0 : (framesOf[checked.kind] ?? 1);
    return this.within(frames, () => compileStatement(this, checked));
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
    if (symbol.body !== undefined) this.#compileBody(compiled, symbol.body);
    return compiled;
  }

  #compileBody(compiled: CompiledFunction, body: Checked): void {
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
    const made = makerOf(this, type);
    this.#makers.set(type.name, made);
    return made;
  }
}

/** A program, compiled: nothing in it belongs to a run, so it can run any number of times. */
export class CompiledProgram {
  readonly compiler = new Compiler();
  readonly checked: CheckedProgram;
  readonly body: Exec;
  readonly globals: readonly Maker[];

  constructor(checked: CheckedProgram) {
    this.checked = checked;
    this.body = this.compiler.statement({ kind: 'block', body: checked.body });
    this.globals = checked.globals.map((type) => this.compiler.maker(type));
  }

  prepare(run: Run): unknown[] {
    for (const make of this.globals) run.globals.push(make(run));
    const frame: unknown[] = new Array(this.checked.frameSize).fill(null);
    run.stack[0] = frame;
    return frame;
  }
}
