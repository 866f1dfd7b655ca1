import { judge, type Baseline } from './baseline.ts';
import type { Figure } from './figures.ts';
import type { LoadedFile } from './first-load.ts';
import type { Machine } from './machine.ts';

/** The figures as text for a terminal, group by group. */
export function tableOf(figures: readonly Figure[], baseline: Baseline): string {
  const rows = figures.map((figure) => [
    figure.name,
    figure.value,
    figure.ratio === null ? '' : shown(figure.ratio),
    baseline[figure.id] === undefined ? '' : shown(baseline[figure.id]?.ratio ?? 0),
    markOf(figure, baseline),
    figure.against,
  ]);
  const head = ['', 'value', 'ratio', 'baseline', '', 'ratio to'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column > 0 && column < 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const lines = [line(head)];
  for (const [index, { group }] of figures.entries()) {
    if (group !== figures[index - 1]?.group) lines.push('', group);
    lines.push(line(rows[index] ?? []));
  }
  return lines.join('\n');
}

const shown = (ratio: number): string => (ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3));

function markOf(figure: Figure, baseline: Baseline): string {
  const verdict = judge(figure, baseline);
  return verdict === 'same' || verdict === 'none' ? '' : verdict;
}

export const filesOf = (files: readonly LoadedFile[]): string =>
  files.map(({ file, kilobytes }) => `  ${kilobytes.toFixed(1).padStart(7)} kB  ${file}`).join('\n');

export function machineLines({ load, ...facts }: Machine): string {
  const { processor, processors, memory, system, node, browser, commit } = facts;
  return [
    `${String(processors)} × ${processor}, ${memory}, ${system}`,
    `Node ${node}, ${browser}, commit ${commit}`,
    `load ${load[0].toFixed(1)} before, ${load[1].toFixed(1)} after (above ${String(processors)}: others were at work too)`,
  ].join('\n');
}
