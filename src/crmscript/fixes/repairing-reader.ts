import type { CheckContext } from '../analysis/check-context.ts';
import type { Type } from '../analysis/types/types.ts';
import type { CheckObserver } from '../analysis/check-observer.ts';
import type { Reader } from '../check-source.ts';
import type { Span } from '../diagnostic.ts';
import type { Expression, Tree } from '../syntax/ast.ts';
import type { Problems } from '../syntax/problems.ts';
import { habits } from './habits/habits.ts';
import { Repair, type Judged } from './repair.ts';

/** What the checker found the expressions of a script to be, by their ranges. */
class Types implements CheckObserver {
  readonly #types = new Map<string, Type>();
  context: CheckContext | undefined;

  begin(context: CheckContext): void {
    this.context = context;
  }

  expression({ span: { file, start, end } }: Expression, { type }: { readonly type: Type }): void {
    const range = `${String(start)} ${String(end)} ${file}`;
    // Parentheses of a repair may have one range: the inner one is met first.
    if (!this.#types.has(range)) this.#types.set(range, type);
  }

  type(): void {
    // Only expressions are asked about.
  }

  declared(): void {
    // Only expressions are asked about.
  }

  at(file: string, { start, end }: Pick<Span, 'start' | 'end'>): Type | undefined {
    return this.#types.get(`${String(start)} ${String(end)} ${file}`);
  }
}

/** Reads what people write: what the grammar does not allow is repaired and read again, and it is said what was meant. */
export function repairingReader(): Reader {
  const types = new Types();
  const judged: Judged[] = [];
  return {
    observer: types,
    habits,
    parse(source: string, file: string, problems: Problems): Tree {
      const repair = new Repair(source, file, problems);
      const tree = repair.read();
      judged.push(...repair.judged);
      return tree;
    },
    finish(problems: Problems): void {
      const { context } = types;
      if (context === undefined) return;
      for (const { judge, code, span } of judged) {
        const { message, fix } = judge(context, (range) => types.at(span.file, range));
        problems.syntax(code, message, span, fix);
      }
    },
  };
}
