import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { runSource } from '../../run-source.ts';

/** A Map as crm §10.5 has it, in the plainest way: a sorted list and a place in it. */
class Model {
  pairs: [string, string][] = [];
  at = 0;

  insert(key: string, value: string): void {
    this.pairs = [...this.pairs.filter(([other]) => other !== key), [key, value]];
    this.pairs.sort(([a], [b]) => (a < b ? -1 : 1));
    this.at = 0;
  }

  remove(key: string): void {
    const before = this.pairs.slice(0, this.at).some(([other]) => other === key);
    this.pairs = this.pairs.filter(([other]) => other !== key);
    if (before) this.at -= 1;
  }

  next(): void {
    this.at = Math.min(this.at + 1, this.pairs.length);
  }

  get state(): string {
    const [key, value] = this.pairs[this.at] ?? ['', ''];
    return `${key}=${value} ${String(this.at >= this.pairs.length)} ${String(this.pairs.length)}`;
  }
}

type Act = { readonly statement: string; readonly apply: (model: Model) => void };

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'å', 'B', '');
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(key, fc.constantFrom('1', '2')).map(([name, value]): Act => ({
    statement: `m.insert("${name}", "${value}");`,
    apply: (model) => {
      model.insert(name, value);
    },
  })),
  key.map((name): Act => ({
    statement: `m.remove("${name}");`,
    apply: (model) => {
      model.remove(name);
    },
  })),
  fc.constant<Act>({
    statement: 'm.next();',
    apply: (model) => {
      model.next();
    },
  }),
  fc.constant<Act>({
    statement: 'm.first();',
    apply: (model) => {
      model.at = 0;
    },
  }),
  fc.constant<Act>({
    statement: 'm.clear();',
    apply: (model) => {
      model.pairs = [];
      model.at = 0;
    },
  }),
);

it('a Map walks its pairs in order, whatever is inserted and removed on the way', () => {
  const shown =
    'printLine(m.getKey() + "=" + m.getVal() + " " + m.eof().toString() + " " + m.size().toString());';
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const model = new Model();
      const expected = acts.map(({ apply }) => {
        apply(model);
        return model.state;
      });

      const { output } = runSource(
        `Map m; ${acts.map(({ statement }) => `${statement} ${shown}`).join('\n')}`,
      );

      expect(output).toBe(expected.map((line) => `${line}\n`).join(''));
    }),
    { numRuns: 200 },
  );
});
