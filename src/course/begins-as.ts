import type { ScenarioFile, ScenarioStep } from '../scenario/format.ts';
import { parseDuration, parseInstant } from '../scenario/time.ts';
import { withoutDefaults } from '../scenario/without-defaults.ts';
import { writeShort, writeWorld } from '../scenario/write.ts';

/**
 * Whether a conversation begins as a lesson does: in the world of its seed, with the first `start` steps of it. Null when it does;
 * else `world`, or the place of the first step that is another one, from 0. What is said in more words or fewer is the same.
 */
export function beginsAs(file: ScenarioFile, seed: ScenarioFile, start: number): 'world' | number | null {
  const opening = (one: ScenarioFile) => withoutDefaults({ ...one, steps: one.steps.slice(0, start) });
  const [given, wanted] = [opening(file), opening(seed)];
  if (writeWorld(given.world) !== writeWorld(wanted.world)) return 'world';
  const differs = wanted.steps.findIndex((step, index) => stepKey(given.steps[index]) !== stepKey(step));
  return differs < 0 ? null : differs;
}

/** What a step does and when, in one form. */
function stepKey(step: ScenarioStep | undefined): string {
  if (step === undefined) return '';
  const { note: _note, expect: _expect, at, ...rest } = step;
  return `${atKey(at)} ${writeShort({ steps: [rest] })}`;
}

function atKey(at = '+0ms'): string {
  const time = at.startsWith('+') ? parseDuration(at.slice(1)) : parseInstant(at);
  return `${at.startsWith('+') ? '+' : ''}${String(time)}`;
}
