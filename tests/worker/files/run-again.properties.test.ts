import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { WorldFile } from '../../../src/engine/definition.ts';
import type { EventOf, RecordedEvent } from '../../../src/engine/events.ts';
import { fold } from '../../../src/engine/fold.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import type { RecordedAnswer } from '../../../src/engine/step-request.ts';
import { step } from '../../../src/engine/step.ts';
import { nextTimer } from '../../../src/engine/timers.ts';
import type { ScenarioFile, ScenarioStep } from '../../../src/scenario/format.ts';
import { playFile } from '../../../src/worker/files/play-file.ts';
import { runAgain } from '../../../src/worker/files/run-again.ts';
import type { Engine } from '../../../src/worker/ports.ts';
import { inputs, worlds } from '../../engine/arbitrary.ts';
import { runTinyScript } from '../../engine/tiny-scripts.ts';

/** `npm test` runs the quick form; `npm run test:again` the long one. */
const runs = Number(process.env['REHEARSAL_AGAIN'] ?? 300);

const engine: Engine = {
  createWorld,
  fold,
  step: (world, request) => step(world, request, runTinyScript),
  nextTimer,
};
const load = () => Promise.resolve('');

type Call = EventOf<'http.called'>;

const unmocked = (events: readonly RecordedEvent[]): readonly Call[] =>
  events.filter((event): event is Call => event.type === 'http.called' && event.answeredBy !== 'mock');

const urls = ['https://a.test/1', 'https://a.test/2', 'https://b.test/1'];
const calling = (maxLength: number) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom('post 1 hello', 'get https://a.test/1', 'get https://b.test/1'),
        fc
          .tuple(fc.constantFrom(...urls), fc.constantFrom('one', 'two', 'last'))
          .map(([url, text]) => `send ${url} ${text}`),
      ),
      { maxLength },
    )
    .map((lines) => lines.join('\n'));
const mocks = fc
  .subarray([...urls, 'https://a.test/*'])
  .map((all) => all.map((url) => ({ request: { url, method: 'POST' }, responses: [{ body: 'mocked' }] })));
// What a trigger says runs it again, to a depth of ten: two calls in each would be a thousand.
const setups = fc.record({ created: calling(4), received: calling(4), trigger: calling(1), mocks });

const withSetup = (
  world: WorldFile,
  {
    created,
    received,
    trigger,
    mocks: these,
  }: { created: string; received: string; trigger: string; mocks: WorldFile['mocks'] },
): WorldFile => {
  const texts: Readonly<Record<number, string>> = { 2: created, 4: received, 5: trigger };
  return {
    ...world,
    mocks: these,
    folders: (world.folders ?? []).map((folder) => ({
      ...folder,
      scripts: (folder.scripts ?? []).map((script) => ({
        ...script,
        source: texts[script.id] ?? script.source ?? '',
      })),
    })),
  };
};

/** A trigger that calls makes its own next message: so many answers to a step tell all that more would. */
const mostAnswers = 12;

/** The conversation in which every call that no mock answers got an answer of its own, as often as `answered` says so. */
function recorded(world: WorldFile, said: readonly Input[], answered: readonly boolean[]) {
  let state = createWorld(world);
  let count = 0;
  const events: (readonly RecordedEvent[])[] = [];
  const steps = said.map((input, index): ScenarioStep => {
    const answers: RecordedAnswer[] = [];
    for (;;) {
      const outcome = step(state, { step: index + 1, input, answers }, runTinyScript);
      if (outcome.kind !== 'committed' && outcome.kind !== 'refused') throw new Error(outcome.kind);
      const next = unmocked(outcome.events)[answers.length];
      if (
        next === undefined ||
        answers.length === mostAnswers ||
        answered[count % answered.length] === false
      ) {
        count += 1;
        state = outcome.world;
        events.push(outcome.events);
        return answers.length === 0 ? { input } : { input, answers };
      }
      count += 1;
      const { method, url } = next;
      answers.push({ method, url, status: 200, body: `answer ${String(count)}` });
    }
  });
  const file: ScenarioFile = { format: 'rehearsal-scenario', version: 1, name: 'Any', world, steps };
  return { file, events };
}

const histories = fc.record({
  world: worlds,
  before: setups,
  after: setups,
  said: fc.array(inputs, { minLength: 2, maxLength: 10 }),
  answered: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
});

const same = (one: Call, other: Call) =>
  one.method === other.method && one.url === other.url && one.sent === other.sent;

describe(
  'a conversation that is run again with other scripts and mocks',
  { timeout: 120_000 + runs * 300 },
  () => {
    it('gives each call the answer that the same call got in its step, once, and no other call any', async () => {
      let given = 0;
      let none = 0;
      await fc.assert(
        fc.asyncProperty(histories, async ({ world, before, after, said, answered }) => {
          const arrival: Input = { type: 'customer.connects', channel: 1 };
          const was = recorded(withSetup(world, before), [arrival, ...said], answered);

          const { again } = await runAgain(engine, load, {
            was: was.file,
            now: { setting: withSetup(world, after) },
          });

          again.steps.forEach(({ events }, index) => {
            const answers = was.file.steps[index]?.answers ?? [];
            const left = unmocked(was.events[index] ?? [])
              .slice(0, answers.length)
              .map((call, n) => ({ call, body: answers[n]?.body }));
            for (const call of unmocked(events)) {
              const own = left.findIndex((one) => same(one.call, call));
              if (call.answeredBy === 'nobody') {
                none += 1;
                expect(own).toBe(-1);
              } else {
                given += 1;
                expect(left[own]?.body).toBe(call.body);
                left.splice(own, 1);
              }
            }
          });
          // What is kept of it plays the same.
          const kept = {
            ...was.file,
            world: again.world,
            steps: again.steps.map(({ input, at, answers }) => ({ input, at, answers })),
          };
          const played = await playFile(engine, load, kept);
          expect(played.steps.map(({ events }) => events)).toEqual(again.steps.map(({ events }) => events));
        }),
        { numRuns: runs },
      );
      // Some fifty in three hundred conversations: enough to say that the case was met, however chance falls.
      expect(given).toBeGreaterThan(runs / 30);
      expect(none).toBeGreaterThan(runs / 10);
    });
  },
);
