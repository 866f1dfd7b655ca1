import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { countScripts } from '../../src/bots/count-scripts.ts';
import { statusNames, type SessionStatus } from '../../src/engine/numbers.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { coverageOf, mergeCoverage, noCoverage, type Coverage } from '../../src/testing/coverage.ts';
import { diagramOf } from '../../src/testing/measure-coverage.ts';
import { tables } from '../crmscript/tables.ts';

const folder = fileURLToPath(new URL('../acceptance/', import.meta.url));

/** What each acceptance scenario makes use of, by its file without ending. */
function acceptance(): ReadonlyMap<string, Coverage> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files.map((file) => {
      const read = parseScenario(readFileSync(`${folder}${file}`, 'utf8'));
      if (!read.ok) throw new Error(`${file} cannot be read.`);
      const { world: start } = read.scenario;
      const { runScript, hits } = countScripts(tables);
      const { events, world } = replay(read.scenario, runScript);
      return [file.replace('.json', ''), coverageOf({ start, events, world, hits: hits(world.folders) })];
    }),
  );
}

/** docs/transitions.md: which ways of the session diagram the acceptance scenarios take. */
export async function transitionsPage(): Promise<string> {
  const each = acceptance();
  const { known, others } = diagramOf([...each.values()].reduce(mergeCoverage, noCoverage).transitions);
  const takenBy = (from: SessionStatus | null, to: SessionStatus): string => {
    const names = [...each].flatMap(([name, { transitions }]) =>
      transitions.some((one) => one.from === from && one.to === to) ? [name] : [],
    );
    return names.length > 3
      ? `${names.slice(0, 3).join(', ')} and ${String(names.length - 3)} more`
      : names.join(', ');
  };
  const row = (from: SessionStatus | null, to: SessionStatus, rules: string, hits: number): string =>
    `| ${nameOf(from)} | ${nameOf(to)} | ${rules} | ${hits === 0 ? 'never' : String(hits)} | ${takenBy(from, to)} |`;
  const taken = known.filter(({ hits }) => hits > 0).length;
  const page = `# Transitions

Which ways of the session diagram ([spec/chat-domain.md](spec/chat-domain.md) §2.3) the acceptance scenarios in \`tests/acceptance\` take: ${String(taken)} of
${String(known.length)}. Made by \`npm run reference\`; a test holds it to what they do.

| from | to | rules | taken | by |
| --- | --- | --- | --- | --- |
${known.map(({ from, to, rules, hits }) => row(from, to, rules.join(', '), hits)).join('\n')}

A script that sets a status or starts a conversation over goes ways that the diagram does not have (T25, T30):

| from | to | rules | taken | by |
| --- | --- | --- | --- | --- |
${others.map(({ from, to, hits }) => row(from, to, 'T25, T30', hits)).join('\n')}
`;
  return prettier.format(page, { parser: 'markdown', printWidth: 160 });
}

const nameOf = (status: SessionStatus | null): string =>
  status === null ? 'new' : `${String(status)} ${statusNames[status] ?? ''}`;
