import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chatMethods } from '../../../src/bots/javascript/chat-methods.ts';
import { playJs, posted } from './stage.ts';

const agent = 'const chat = soApi.getChatAgent();\n';
const printed = (source: string) => {
  const played = playJs(agent + source);
  expect(played.failure).toBe('');
  return played.printed;
};

/** Prints what an expression gives, as JSON. */
const shown = (expression: string): unknown => JSON.parse(printed(`print(JSON.stringify(${expression}));`));

const saved = {
  chatMessageId: 2,
  chatSessionId: 1,
  type: 'ToCustomer',
  message: 'Hi',
  author: 'Robot',
  readByCustomer: 0,
  specialType: 'None',
  specialParam: '',
  whenPosted: '2024-01-01T10:00:00.000Z',
};

describe('soApi.getChatAgent()', () => {
  it('has the methods that bot.d.ts declares, and no other', () => {
    const declared = readFileSync(new URL('../../../src/bots/javascript/bot.d.ts', import.meta.url), 'utf8');
    const [, body = ''] = /interface ChatAgent \{([\s\S]*?)\n\}/.exec(declared) ?? [];
    const names = new Set([...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name));

    expect([...chatMethods.keys()].sort()).toEqual([...names].sort());
  });

  it('adds a message, and gives it as it was saved', () => {
    expect(
      shown('await chat.addChatMessageAsync(1, { type: "ToCustomer", message: "Hi", author: "Robot" })'),
    ).toEqual(saved);
  });

  it('takes options with their parameter, and a type that is left out as towards the customer', () => {
    const { events } = playJs(`${agent}await chat.addChatMessageAsync(1, {
      message: 'Which?', specialType: 'Options', specialParam: '["A","B"]' });`);

    expect(events.filter(({ type }) => type === 'message.saved').at(-1)).toMatchObject({
      messageType: 1,
      text: 'Which?',
      specialType: 17,
      specialParam: '["A","B"]',
    });
  });

  it.each([
    ['a Date', 'new Date("2024-01-01T10:00:30Z")'],
    ['a text', '"2024-01-01T10:00:30Z"'],
    ['a sum of the run’s clock', 'new Date(Date.now() + 30000)'],
  ])('posts later where whenPosted is %s', (_, when) => {
    expect(shown(`await chat.addChatMessageAsync(1, { message: 'Hi', whenPosted: ${when} })`)).toMatchObject({
      whenPosted: '2024-01-01T10:00:30.000Z',
    });
  });

  it.each([
    [
      'addChatMessageAsync(1, { type: "toCustomer" })',
      'TypeError: addChatMessageAsync: type: "toCustomer" is no ChatMessageType. There are "Invalid", "ToCustomer", "ToUser", "Special".',
    ],
    [
      'addChatMessageAsync(1, { specialType: "Option" })',
      'TypeError: addChatMessageAsync: specialType: "Option" is no ChatMessageSpecialType. There are "None", "Welcome", "Url", "Block", "NewSession", "TransferedSession", "Error", "SessionDeleted", "FaqSuccessQuestion", "ClosedByUser", "ClosedByCustomer", "ClosedByIdle", "TransferRejected", "ReopenedByCustomer", "ClickedOption", "BotMessage", "Options", "IllegalFileType".',
    ],
    [
      'saveChatSessionEntityAsync({ chatSessionId: 1, status: "Done" })',
      'TypeError: saveChatSessionEntityAsync: status: "Done" is no ChatSessionStatus. There are "Invalid", "PreChatForm", "Faq", "OfflineForm", "InQueue", "CustomerLast", "UserLast", "Finished", "Deleted", "Closed", "RequestPosted", "ClosedFromQueue".',
    ],
    [
      'addChatMessageAsync({}, { message: "x" })',
      'TypeError: addChatMessageAsync: chatSessionId is a whole number, not {}.',
    ],
    [
      'addChatMessageAsync(1)',
      'TypeError: addChatMessageAsync: message is an object (ChatMessage), not nothing.',
    ],
    ['transferChatSessionAsync(1, 2)', 'TypeError: transferChatSessionAsync: toAssociate is a text, not 2.'],
    ['saveChatPresenceAsync(1)', 'TypeError: saveChatPresenceAsync: chatPresence is a list, not 1.'],
  ])('rejects %s with what is right', (call, words) => {
    expect(printed(`await chat.${call}.catch((error) => print(String(error)));`)).toBe(words);
  });

  it('takes the texts of input values as numbers', () => {
    expect(
      shown(
        '(await chat.getChatSessionEntityAsync(context.eventData.inputValues["chatMessage.sessionId"])).status',
      ),
    ).toBe('InQueue');
  });

  it('gives a session, and none for a number that is none', () => {
    expect(shown('await chat.getChatSessionEntityAsync(1)')).toMatchObject({
      chatSessionId: 1,
      topicId: 1,
      status: 'InQueue',
      chatbotIsActive: true,
      customerName: 'Ada L',
      whenRequested: '2024-01-01T10:00:00.000Z',
      whenEnded: null,
      user: {},
    });
    expect(shown('await chat.getChatSessionEntityAsync(9)')).toBeNull();
  });

  it('gives times as Dates', () => {
    expect(printed('print((await chat.getChatSessionEntityAsync(1)).whenRequested instanceof Date);')).toBe(
      'true',
    );
  });

  it('saves a changed status and what is known about the customer', () => {
    const { events, world } = playJs(`${agent}
      const session = await chat.getChatSessionEntityAsync(1);
      session.status = 'Finished';
      session.customerPhone = '123';
      const after = await chat.saveChatSessionEntityAsync(session);
      print(after.status);`);

    expect(world.sessions.get(1)).toMatchObject({ status: 7, customer: { phone: '123', name: 'Ada L' } });
    expect(events.filter(({ type }) => type === 'session.statusChanged').at(-1)).toMatchObject({
      from: 4,
      to: 7,
      by: { script: 2, line: 6 },
    });
  });

  it('hands over to people', () => {
    const { world } = playJs(`${agent}print((await chat.resetChatSessionAsync(1)).chatbotIsActive);`);

    expect(world.sessions.get(1)).toMatchObject({ status: 4, botActive: false });
  });

  it('begins, takes, transfers and deletes sessions', () => {
    expect(
      shown(`[
        (await chat.createChatSessionForTopicAsync(1)).chatSessionId,
        (await chat.resetChatSessionAsync(1)).status,
        (await chat.pickUpChatSessionAsync(1)).user.name,
        (await chat.transferChatSessionAsync(1, 'Ola Sand')).transferTo.name,
        (await chat.rejectChatSessionTransferAsync(1)).transferTo,
        (await chat.transferChatSessionAsync(1, '2')).transferTo.name,
        (await chat.acceptChatSessionTransferAsync(1)).user.name,
        (await chat.chatSessionsForUserAsync()).length,
        (await chat.resetChatSessionAsync(2)).status,
        (await chat.pickUpFirstChatSessionAsync()).chatSessionId,
        (await chat.deleteChatSessionEntityAsync(2)) ?? null,
        (await chat.getChatSessionEntityAsync(2)).status,
        (await chat.createDefaultChatSessionEntityAsync()).chatSessionId,
      ]`),
    ).toEqual([
      2,
      'InQueue',
      'Kari Nord',
      'Ola Sand',
      {},
      'Ola Sand',
      'Ola Sand',
      0,
      'InQueue',
      2,
      null,
      'Deleted',
      0,
    ]);
  });

  it('gives nothing for what is not possible now, and leaves no event', () => {
    const { events, printed: answer } = playJs(
      `${agent}print(await chat.pickUpChatSessionAsync(9)); print(await chat.acceptChatSessionTransferAsync(1));`,
    );

    expect(answer).toBe('nullnull');
    expect(events.filter(({ type }) => type.startsWith('session.'))).toHaveLength(1);
  });

  it('gives the messages of a session and the whole as one text', () => {
    expect(
      shown(`[
        (await chat.getChatMessagesAsync(1, 0)).map(({ message, type }) => type + ': ' + message),
        await chat.getChatMessagesAsync(1, 1),
        await chat.getChatTranscriptAsync(1, false),
        await chat.getChatTranscriptAsync(1, true),
        await chat.getChatTranscriptAsync(9, false),
      ]`),
    ).toEqual([
      ['ToUser: hello'],
      [],
      expect.stringContaining('hello'),
      expect.stringContaining('hello'),
      null,
    ]);
  });

  it('gives, makes, changes and deletes channels', () => {
    expect(
      shown(`await (async () => {
        const topic = await chat.getChatTopicEntityAsync(1);
        topic.badgeHeader = 'Talk';
        topic.widget.theme = 'Modern';
        topic.openingHours.monStart = '09:30:00';
        const saved = await chat.saveChatTopicEntityAsync(topic);
        const fresh = await chat.createDefaultChatTopicEntityAsync();
        fresh.name = 'Sales';
        const made = await chat.saveChatTopicEntityAsync(fresh);
        const own = await chat.chatTopicsForUserAsync();
        await chat.deleteChatTopicEntityAsync(made.chatTopicId);
        return [saved.badgeHeader, saved.widget.theme, saved.openingHours.monStart, saved.botSettings.botName,
          made.chatTopicId, own.length, await chat.getChatTopicEntityAsync(2), await chat.isWithinOpeningHoursAsync(1),
          await chat.isWithinOpeningHoursAsync(5)];
      })()`),
    ).toEqual(['Talk', 'Modern', '09:30:00', 'Robot', 2, 1, null, true, false]);
  });

  it('gives and changes who may do what in a channel', () => {
    expect(
      shown(`await (async () => {
        const all = await chat.getChatTopicUserAgentListAsync(1);
        const one = await chat.getChatTopicUserAgentAsync(1, 'Ola Sand');
        one.canManage = true;
        const changed = await chat.updateChatTopicUserAgentAsync(1, 'Ola Sand', one);
        await chat.deleteChatTopicUserAgentAsync(1, 'Ola Sand');
        const left = await chat.getChatTopicUserAgentListAsync(1);
        const added = await chat.addChatTopicUserAgentAsync(1, changed);
        const set = await chat.updateChatTopicUserAgentAsync(1, [changed]);
        const none = await chat.createDefaultChatTopicAgentAsync();
        return [all.length, changed.canManage, left.length, added.user.name, set.length, none.canRespond];
      })()`),
    ).toEqual([2, true, 1, 'Ola Sand', 1, true]);
  });

  it('gives and changes who is present', () => {
    const { world, printed: answer } = playJs(`${agent}
      await chat.saveChatPresenceAsync([{ userId: 2, present: false }]);
      const presence = await chat.getChatPresenceAsync();
      print(presence.map(({ displayName, present }) => displayName + ' ' + present).join());
      print((await chat.getUserAgentListAsync(true, true)).map(({ name }) => name).join());`);

    expect(answer).toBe('Kari Nord true,Ola Sand falseKari Nord');
    expect(world.agents.find(({ id }) => id === 2)?.present).toBe(false);
  });

  it('does things in the order of the calls, awaited or not', () => {
    const { events } = playJs(`${agent}
      const first = chat.addChatMessageAsync(1, { message: 'one' });
      addChatMessage(1, 'two', 1, 'Bot', 0, '');
      await Promise.all([chat.addChatMessageAsync(1, { message: 'three' }), first]);
      setTimeout(() => { void chat.addChatMessageAsync(1, { message: 'five' }); });
      await chat.addChatMessageAsync(1, { message: 'four' });`);

    expect(posted(events)).toEqual(['one', 'two', 'three', 'four', 'five']);
  });
});
