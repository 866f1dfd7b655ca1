import { describe, expect, it } from 'vitest';
import { channelName, channelSettings, memberRights } from '../../src/engine/channel-settings.ts';
import { channelFrom } from '../../src/engine/defaults.ts';
import { leavesOf, valueAt, withValueAt, type Leaf } from '../../src/engine/setting-kinds.ts';
import { schemaColumns } from './topic-columns.ts';

const leaves: readonly Leaf[] = [{ path: 'name', setting: channelName }, ...leavesOf(channelSettings)];

describe('the table of a channel’s settings', () => {
  it('has each column of chat_topic that is a setting once (chat-domain §1.1)', () => {
    const columns = leaves.flatMap(({ setting: { column } }) => column ?? []);

    expect([...columns].sort()).toEqual([...schemaColumns].sort());
  });

  it('has each flag of ChatTopicFlag that is a setting once (chat-domain §1.8)', () => {
    expect(leaves.flatMap(({ setting: { flag } }) => flag ?? []).sort((a, b) => a - b)).toEqual([
      4, 8, 16, 32, 64,
    ]);
  });

  it('keeps every setting somewhere in the product', () => {
    const nowhere = leaves.filter(
      ({ setting: { column, flag, carrier } }) => (column ?? flag ?? carrier) === undefined,
    );

    expect(nowhere).toEqual([]);
  });

  it('names with what a setting needs a switch that stands beside it', () => {
    for (const { path, setting } of leaves) {
      if (setting.needs === undefined) continue;
      const beside = [...path.split('.').slice(0, -1), setting.needs].join('.');
      expect(leaves.find((leaf) => leaf.path === beside)?.setting.kind, path).toBe('switch');
    }
  });

  it('gives the defaults of a channel: those of chat-domain §7', () => {
    const channel = channelFrom({ id: 1, name: 'Help desk' });

    for (const { path, setting } of leavesOf(channelSettings))
      expect(valueAt(channel, path), path).toEqual(setting.standard);
    expect(channel).toMatchObject({
      properties: { warningNewChat: 2, managerWarningNewChat: 5, badgeHeader: 'Chat with us' },
      layout: { theme: 'classic', size: 'normal', color: '#0A5E58', font: 'Verdana' },
      offlineForm: { requests: { enabled: true }, required: ['email', 'name'], consent: false },
      preChatForm: { enabled: false, faqEnabled: false },
      postChatForm: { enabled: false },
    });
    expect(channel.properties.openingHours.days.fri).toEqual({
      enabled: true,
      start: '08:00',
      stop: '16:00',
    });
    expect(channel.properties.openingHours.days.sat.enabled).toBe(false);
  });

  it('lets a member answer and be warned, and no more, unless it is said', () => {
    expect(channelFrom({ id: 1, name: 'a', members: [{ agent: 2 }] }).members).toEqual([
      { agent: 2, canRespond: true, notifications: true, canListen: false, manager: false },
    ]);
    expect(leavesOf(memberRights)).toHaveLength(4);
  });

  it('puts a value in its place and shares the rest', () => {
    const channel = channelFrom({ id: 1, name: 'Help desk' });
    const changed = withValueAt(channel, 'layout.queueText.text', 'Number {cque}');

    expect(changed.layout.queueText.text).toBe('Number {cque}');
    expect(channel.layout.queueText.text).toBe('');
    expect(changed.preChatForm).toBe(channel.preChatForm);
  });
});
