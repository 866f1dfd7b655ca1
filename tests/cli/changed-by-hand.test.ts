import { expect, it } from 'vitest';
import { eventLine } from '../../src/scenario/event-line.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { atLine, room, texts, viewed, waits, writes } from '../support/debug-room.ts';
import { until } from '../support/fake-time.ts';
import { cli, folderWith } from './shell.ts';

it('replays steps that were changed, stopped and answered by hand to the same events, out of the file', async () => {
  const { tab } = await room();
  const { service } = tab;
  // In a trigger that runs inside the bot's message: out of it, back to the bot, and another answer.
  await service.saveBreakpoints('room', [atLine(3, 4)]);
  const changed = writes(tab, 'changed', 'Hello');
  await until(() => waits(tab)?.place?.statement === 4);
  await service.goOn('room', 'continue');
  await until(() => (waits(tab)?.place?.statement ?? 4) > 4);
  viewed(await service.debug('room', { kind: 'waiting' }));
  await service.debugMove('room', { command: 'stepOutScope' });
  await service.debugMove('room', { command: 'backOver' });
  viewed(await service.debugMove('room', { command: 'backOver' }));
  viewed(await service.debugSet('room', 0, 'heard', '"something else"'));
  await service.goOn('room', 'commit');
  await changed;
  // Stopped in the middle.
  await service.saveBreakpoints('room', [atLine(2, 8)]);
  const stopped = writes(tab, 'stopped', 'Stop');
  await until(() => waits(tab)?.place?.line === 8);
  await service.goOn('room', 'stop');
  await stopped;
  // Answered.
  await service.saveBreakpoints('room', []);
  await service.saveAsksForAnswers('room', true);
  await tab.dispatch('calls', {
    type: 'admin.savesScript',
    folder: 'Echo',
    script: {
      id: 2,
      name: 'bot message received',
      source: 'HTTP h;\naddChatMessage(1, String(h.get("https://tips.test/")), 1, "Robot", 0, "");',
    },
  });
  const answered = writes(tab, 'answered', 'Tip?');
  await until(() => waits(tab)?.why === 'http');
  const answer = { method: 'GET', url: 'https://tips.test/', status: 200, body: 'Sleep' };
  await service.goOn('room', 'continue', { answers: [answer] });
  await answered;

  const file = await service.scenario('room');
  if ('problem' in file) throw new Error(file.problem.reason.code);
  const folder = folderWith({ 'by-hand.json': writeScenario(file) });
  const events = (await tab.log()).map((event) => `${eventLine(event)}\n`).join('');

  expect(await texts(tab)).toEqual(['Hello!', 'You said something else!', 'Stop!', 'Tip?!', 'Sleep!']);
  expect(
    file.steps.map(({ edits, stoppedAt, answers }) => [edits?.length, stoppedAt, answers?.length]),
  ).toEqual([
    [undefined, undefined, undefined],
    [1, undefined, undefined],
    [undefined, 9, undefined],
    [undefined, undefined, undefined],
    [undefined, undefined, 1],
  ]);
  expect(cli(folder, 'replay', 'by-hand.json', '--events')).toEqual({ code: 0, out: events, err: '' });
  expect(cli(folder, 'replay', 'by-hand.json').out).toContain('identical 5 of 5 steps');
});
