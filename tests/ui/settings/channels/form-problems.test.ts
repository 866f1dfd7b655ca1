import { describe, expect, it } from 'vitest';
import { channelFrom } from '../../../../src/engine/defaults.ts';
import { createWorld } from '../../../../src/engine/create-world.ts';
import { withValueAt } from '../../../../src/engine/setting-kinds.ts';
import type { Channel } from '../../../../src/engine/definition.ts';
import { channelProblems } from '../../../../src/ui/settings/channels/channel-problems.ts';

const world = createWorld({
  startsAt: '2026-03-02T09:00:00Z',
  agents: [{ id: 1, name: 'Kari Nord' }],
  channels: [
    { id: 1, name: 'Help desk', members: [{ agent: 1 }] },
    { id: 2, name: 'Web shop' },
  ],
  folders: [{ name: 'Eko', scripts: [{ id: 1, name: 'bot register' }] }],
  faq: {
    folders: [
      { id: 1, name: 'Shop' },
      { id: 2, parent: 1, name: 'Delivery' },
      { id: 3, name: 'Empty' },
    ],
    entries: [{ id: 1, folder: 2, title: 'How long', access: 4, status: 'published' }],
  },
});
const helpDesk = channelFrom({ id: 1, name: 'Help desk', members: [{ agent: 1 }] });
const told = (channel: Channel) =>
  channelProblems(channel, world).map(
    ({ path, isWarning }) => `${path}${isWarning === true ? ' (warning)' : ''}`,
  );
const having = (...changes: readonly (readonly [path: string, value: unknown])[]) =>
  changes.reduce((channel, [path, value]) => withValueAt(channel, path, value), helpDesk);

describe('the form of a channel', () => {
  it('finds nothing wrong with a channel as the product makes it, with somebody who answers', () => {
    expect(told(helpDesk)).toEqual([]);
  });

  it.each([
    ['an empty name', 'name', '  '],
    ['the name of another channel', 'name', 'Web shop'],
    ['a text that is too long', 'layout.header', 'x'.repeat(256)],
    ['several lines where there is one', 'properties.badgeHeader', 'Ask\nus'],
    ['what is no number', 'properties.warningNewChat', 'soon'],
    ['a number below 0', 'properties.warningNewChat', '-1'],
    ['a number beyond a week', 'properties.warningNewChat', 10_081],
    ['a colour that is none', 'layout.color', 'green'],
    ['a size that nobody can read', 'layout.fontSize', '4'],
  ])('refuses %s', (_, path, value) => {
    expect(told(having([path, value]))).toEqual([path]);
  });

  it('refuses hours that end before they begin, on days that are open', () => {
    const hours = 'properties.openingHours';
    const late = [`${hours}.days.tue.start`, '17:00'] as const;
    const on = [`${hours}.enabled`, true] as const;
    const wrong = having(on, [`${hours}.days.mon.start`, ''], [`${hours}.timeZone`, 'Mars/Base']);

    expect(told(wrong)).toEqual([`${hours}.timeZone`, `${hours}.days.mon.start`]);
    expect(told(having(late))).toEqual([]);
    expect(told(having(late, [`${hours}.enabled`, true]))).toEqual([`${hours}.days.tue.stop`]);
    expect(told(having(late, [`${hours}.enabled`, true], [`${hours}.days.tue.enabled`, false]))).toEqual([]);
  });

  it('refuses a bot without a folder, and warns of a folder that is none', () => {
    expect(told(having(['bot.enabled', true]))).toEqual(['bot.folder']);
    expect(told(having(['bot.enabled', true], ['bot.folder', 'Gone']))).toEqual(['bot.folder (warning)']);
    expect(told(having(['bot.enabled', true], ['bot.folder', 'Eko']))).toEqual([]);
  });

  it('warns where the FAQ step would be skipped', () => {
    const asks = ['preChatForm.faqEnabled', true] as const;
    const folder = (id: number) => ['preChatForm.faqFolder', id] as const;

    expect(told(having(asks))).toEqual([]);
    expect(told(having(asks, folder(1)))).toEqual([]);
    expect(told(having(asks, folder(3)))).toEqual(['preChatForm.faqFolder (warning)']);
    expect(told(having(asks, folder(9)))).toEqual(['preChatForm.faqFolder (warning)']);
  });

  it('warns of a channel on which nobody answers, never opens, or never offers its form', () => {
    expect(told(having(['members', []]))).toEqual(['members (warning)']);
    expect(told(having(['members', [{ agent: 1, canRespond: false }]]))).toEqual(['members (warning)']);
    expect(told(having(['offlineForm.fromQueue.enabled', true]))).toEqual([
      'offlineForm.fromQueue.enabled (warning)',
    ]);
  });
});
