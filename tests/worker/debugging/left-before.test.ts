import { expect, it } from 'vitest';
import type { OriginChain } from '../../../src/debug/origin.ts';
import type { Debuggee } from '../../../src/debug/debuggee.ts';
import { originOf } from '../../../src/debug/origin.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { MemoryLog } from '../../../src/storage/memory-log.ts';
import { stepsBefore } from '../../../src/worker/debugging/left-before.ts';
import { playFile } from '../../../src/worker/files/play-file.ts';
import { pastStep } from '../../../src/worker/past/past-step.ts';
import { realEngine } from '../../../src/worker/real-engine.ts';

/** A bot that remembers what was written before. */
const remembers = `EventData ed = getEventData();
String before = getSessionVariable("said");
String text = ed.getInputValue("chatMessage.message");
setSessionVariable("said", text);
addChatMessage(1, "Before: " + before, 1, "Echo", 0, "");`;

it('finds the step before that left what is in a variable between scripts', async () => {
  const parsed = parseScenario(
    JSON.stringify({
      format: 'rehearsal-scenario',
      version: 1,
      name: 'Memory',
      world: {
        startsAt: '2024-01-01T10:00:00Z',
        channels: [
          {
            id: 1,
            name: 'Support',
            bot: { enabled: true, folder: 'Echo', name: 'Echo' },
            preChatForm: { enabled: false },
          },
        ],
        folders: [
          {
            id: 1,
            name: 'Echo',
            scripts: [
              { id: 1, name: 'bot register', source: '' },
              { id: 2, name: 'bot message received', source: remembers },
            ],
          },
        ],
      },
      steps: [
        { type: 'customer.connects', channel: 1 },
        { type: 'customer.writes', session: 1, text: 'one' },
        { type: 'customer.types', session: 1, typing: true },
        { type: 'customer.writes', session: 1, text: 'two' },
      ].map((input) => ({ input })),
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const loadFile = () => Promise.resolve('{}');
  const engine = realEngine();
  const { steps } = await playFile(engine, loadFile, parsed.scenario);
  const log = new MemoryLog();
  await log.create({ id: 'w', name: 'Memory', createdAt: 0 }, parsed.scenario.world, steps);
  const past = await pastStep(engine, log, 'w', 4, loadFile);
  const debuggee: Debuggee = (observer, hand) => {
    if (past === null) throw new Error('There is no step 4.');
    return past.runner.run(observer, hand);
  };

  const chain = originOf(debuggee, { type: 'customer.writes', session: 1, text: 'two' }, 5, 'before');

  expect(chain).toMatchObject({ end: 'variable' });
  const { links } = chain as OriginChain;
  expect(await stepsBefore(log, 'w', 4, chain as OriginChain)).toMatchObject({
    [links.length - 1]: { step: 2 },
  });
  expect(await stepsBefore(log, 'w', 2, chain as OriginChain)).toEqual({});
});
