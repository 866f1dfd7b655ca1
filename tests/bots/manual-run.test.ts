import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { InputOf } from '../../src/engine/inputs.ts';
import { step } from '../../src/engine/step.ts';
import { tables } from '../crmscript/tables.ts';

const runScript = createRunScript(tables);

/** Runs a script by hand in a workspace that holds nothing else. */
function runByHand(source: string, more: Partial<InputOf<'admin.runsScript'>> = {}) {
  const world = createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    folders: [{ name: 'Tools', scripts: [{ id: 7, name: 'My tool', includeName: 'lib-tool', source }] }],
  });
  const outcome = step(
    world,
    { step: 1, input: { type: 'admin.runsScript', script: 7, ...more } },
    runScript,
  );
  const events = outcome.kind === 'committed' ? outcome.events : [];
  const printed = events.map((event) => (event.type === 'script.printed' ? event.text : '')).join('');
  return { outcome, events, printed };
}

describe('a script that is run by hand', () => {
  it('prints, and says that it ran by hand', () => {
    const { events, printed } = runByHand('print("done");');

    expect(printed).toBe('done');
    expect(events[0]).toMatchObject({ type: 'script.started', script: 7, role: 'manual', cause: 0 });
    expect(events.at(-1)).toMatchObject({ type: 'script.finished', statements: 1 });
  });

  it('runs its self-test, because it is in development and is its own include (crm §15.3)', () => {
    const { printed } = runByHand(
      'if (getVariable("developmentMode") == "true" && getVariable("includeId") == "lib-tool") print("tested");',
    );

    expect(printed).toBe('tested');
  });

  it('has an empty EventData unless it is given values', () => {
    const source = `
      EventData ed = getEventData();
      print(ed.getInputValues().size().toString() + ed.getInputValue("chatMessage.message"));`;

    expect(runByHand(source).printed).toBe('0');
    expect(runByHand(source, { inputValues: { 'chatMessage.message': 'hi' } }).printed).toBe('1hi');
  });

  it('fails in an event, with its place, and the workspace goes on', () => {
    const { outcome, events } = runByHand('Integer zero = 0;\nprint((1 / zero).toString());');

    expect(outcome.kind).toBe('committed');
    expect(events.at(-1)).toMatchObject({ type: 'script.failed', script: 7, line: 2 });
  });

  it('is refused when there is no such script', () => {
    expect(runByHand('', { script: 8 }).outcome).toMatchObject({
      kind: 'refused',
      reason: { code: 'no-script', params: { script: 8 } },
    });
  });
});
