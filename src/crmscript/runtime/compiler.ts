import type { FunctionSymbol } from '../analysis/symbols.ts';
import type { Checked, CheckedProgram, Code } from '../analysis/tree.ts';
import type { Type } from '../analysis/types.ts';
import { compileExpression } from './compile-expression.ts';
import { makerOf, type Maker } from './default-value.ts';
import { compileStatement } from './execute-statement.ts';
import type { Eval, Exec, Run } from './run-state.ts';

/** A function of the script, ready to run. `body` is filled in after all functions are known. */
export type CompiledFunction = {
  readonly symbol: FunctionSymbol;
  body: Exec;
  size: number;
  /** What it returns when it ends without `return`. */
  readonly otherwise: Maker;
};

const unreachable: Exec = () => {
  throw new Error('A function was called before it was compiled.');
};

/** Turns checked trees into closures, once for each program. */
export class Compiler {
  readonly #functions = new Map<FunctionSymbol, CompiledFunction>();
  readonly #makers = new Map<string, Maker>();

  expression(code: Code): Eval {
    return compileExpression(this, code);
  }

  statement(checked: Checked): Exec {
    return compileStatement(this, checked);
  }

  /** The function; compiled on first mention. */
  function(symbol: FunctionSymbol): CompiledFunction {
    const known = this.#functions.get(symbol);
    if (known !== undefined) return known;
    const compiled: CompiledFunction = {
      symbol,
      body: unreachable,
      size: symbol.frameSize,
      otherwise: this.maker(symbol.returns),
    };
    this.#functions.set(symbol, compiled);
    if (symbol.body !== undefined) compiled.body = this.statement(symbol.body);
    return compiled;
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
