import { linesOfJson } from '../../../../src/cli/lines-of-json.ts';

/** A step of a scenario that expects something: which it is, from 1, what it is called, and its line, from 1. */
export type OutlinedStep = { readonly index: number; readonly title: string; readonly line: number };

/** What a tree of tests shows of a scenario. */
export type ScenarioOutline = { readonly name: string; readonly steps: readonly OutlinedStep[] };

/** Whether a text is a scenario, by what it says of itself near its beginning. */
export const isScenario = (text: string): boolean =>
  /"format"\s*:\s*"rehearsal-scenario"/.test(text.slice(0, 4_096));

/** The steps of a scenario that expect something; undefined for a text that is none, or is being written. */
export function outlineOf(text: string): ScenarioOutline | undefined {
  if (!isScenario(text)) return undefined;
  const parsed = read(text);
  if (parsed === undefined) return undefined;
  const { name, steps } = parsed;
  const lineOf = linesOfJson(text);
  const expecting = (Array.isArray(steps) ? steps : []).flatMap((step: unknown, index) => {
    const { input, expect } = object(step);
    if (!Array.isArray(expect) || expect.length === 0) return [];
    const { type, text: said } = object(input);
    const title = [type, said].filter((part) => typeof part === 'string').join(' “');
    const line = lineOf(`steps[${String(index)}]`);
    return [{ index: index + 1, title: `step ${String(index + 1)}: ${closed(short(title))}`, line }];
  });
  return { name: typeof name === 'string' ? name : 'Scenario', steps: expecting };
}

function read(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return object(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const closed = (title: string): string => (title.includes('“') ? `${title}”` : title);
