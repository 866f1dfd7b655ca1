import type { RecordedEvent } from '../engine/events.ts';
import type { Played } from './junit.ts';

type Use = { runs: number; statements: number; failures: number; readonly lines: Set<number> };

/**
 * How much of each script the scenarios used: how often it ran, how many statements it ran, and on which
 * of its lines it acted - wrote, printed, called - as the events say it.
 */
export function coverageLines(played: readonly Played[]): string[] {
  return played.flatMap(({ file, scenario, result }) => {
    const uses = usesOf(result.events);
    const scripts = (scenario.world.folders ?? []).flatMap(({ name, scripts = [] }) =>
      scripts.map((script) => `  ${name} / ${script.name}: ${useText(uses.get(script.id))}`),
    );
    return [`coverage of ${file}`, ...(scripts.length === 0 ? ['  no scripts'] : scripts)];
  });
}

function usesOf(events: readonly RecordedEvent[]): ReadonlyMap<number, Use> {
  const uses = new Map<number, Use>();
  const useOf = (script: number): Use => {
    const use = uses.get(script) ?? { runs: 0, statements: 0, failures: 0, lines: new Set<number>() };
    uses.set(script, use);
    return use;
  };
  for (const event of events) {
    if (event.by !== undefined) useOf(event.by.script).lines.add(event.by.line);
    if (event.type === 'script.started') useOf(event.script).runs++;
    if (event.type === 'script.finished' || event.type === 'script.failed') {
      useOf(event.script).statements += event.statements;
    }
    if (event.type === 'script.failed') useOf(event.script).failures++;
  }
  return uses;
}

function useText(use: Use | undefined): string {
  if (use === undefined || use.runs === 0) return 'never ran';
  const parts = [
    `${String(use.runs)} ${use.runs === 1 ? 'run' : 'runs'}`,
    `${String(use.statements)} statements`,
  ];
  if (use.failures > 0) parts.push(`${String(use.failures)} failed`);
  const lines = [...use.lines].sort((a, b) => a - b);
  if (lines.length > 0) parts.push(`acted on ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`);
  return parts.join(', ');
}
