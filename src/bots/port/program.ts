import { checkedTree, type Tree } from '../../crmscript/bound-tree.ts';
import type { CompileOptions, SourceFile } from '../../crmscript/compile.ts';
import type { Facts } from './facts.ts';
import { helperTexts, type HelperName } from './helpers.ts';
import type { Notes } from './notes.ts';
import { Porter } from './porter.ts';
import { portItems } from './statement.ts';
import { Writer } from './writer.ts';

/** What was made of a program: the text of each of its files, and the helpers that each calls. */
export type PortedProgram = {
  readonly texts: ReadonlyMap<string, string>;
  readonly helpers: ReadonlyMap<string, ReadonlySet<HelperName>>;
};

/**
 * Writes a script and what it includes, each as a text of its own, without helpers. Facts grow with what is seen: as long
 * as they do, it has to be written again.
 */
export function portProgram(
  { file, source }: SourceFile,
  options: Omit<CompileOptions, 'file'>,
  facts: Facts,
  notes: Notes,
  includeName: (name: string) => string = (name) => name,
): PortedProgram {
  const tree = checkedTree(source, { ...options, file });
  const { trees } = tree;
  const errors = tree.diagnostics.filter(({ severity, runs }) => severity === 'error' && runs !== true);
  const [first] = errors;
  if (first !== undefined && tree.hasErrors) {
    notes.add(first.span, 'port-errors', { errors: errors.length });
    return { texts: new Map(), helpers: new Map() };
  }
  const usesHttp = trees.some(({ source: text }) => /\bHTTP\b/.test(text));
  const p = new Porter(tree, facts, notes, usesHttp, includeName);
  const texts = new Map<string, string>();
  // What is included declares what the script itself uses.
  for (const one of [...trees].reverse()) texts.set(one.file, portFile(p, one, facts));
  return { texts, helpers: p.helpers };
}

function portFile(p: Porter, tree: Tree, facts: Facts): string {
  p.file = tree.file;
  const key = `${tree.file} whole`;
  const w = new Writer(tree.source);
  const write = (): void => {
    portItems(p, w, tree.items);
    w.upTo(tree.source.length);
  };
  // A return at the top of a script ends it; in a module only a function can be left.
  if (!facts.has('returnsAtTop', key)) write();
  else {
    w.line('async function main(): Promise<void> {');
    w.inside(write);
    w.line('}');
    w.space();
    w.line('await main();');
  }
  return w.lines.join('\n').trim();
}

/** The text of a script with the helpers that it calls: classes before it, functions behind it. */
export function withHelpers(text: string, names: Iterable<string>): string {
  const { classes, functions } = helperTexts(names);
  const includes = /^(?:\/\/\/<include [^\n]*\n)+/.exec(`${text}\n`)?.[0] ?? '';
  const rest = text.slice(includes.length).trim();
  return `${[includes.trim(), classes, rest, functions].filter((part) => part !== '').join('\n\n')}\n`;
}
