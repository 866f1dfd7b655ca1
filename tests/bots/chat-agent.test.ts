import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/engine/inputs.ts';
import { play } from './stage.ts';

const toQueue: Input = { type: 'customer.writes', session: 1, text: 'human' };
/** A bot that hands over on "human", and else runs what is tested. */
const handing = (source: string): string =>
  `if (getVariable("chatMessage.message") == "human") { resetChat(1); return; }
NSChatAgent chat;
${source}`;

describe('NSChatAgent on the chat as it is', () => {
  it('shows a session', () => {
    const { printed, failure } = play(
      `NSChatAgent chat;
       NSChatSessionEntity s = chat.GetChatSessionEntity(1);
       print(s.GetCustomerAlias() + s.GetStatus().toString() + s.GetChatbotIsActive().toString());
       print(" " + s.GetWhenRequested().toString() + s.GetWhenEnded().isNull().toString());
       print(" " + s.GetUser().GetAssociateId().toString() + s.GetContact().GetName());`,
    );

    expect(failure).toBe('');
    expect(printed).toBe('Ada4true 2024-01-01 11:00:00true 0');
  });

  it('shows a channel, its bot and its agents', () => {
    const { printed } = play(
      `NSChatAgent chat;
       NSChatTopicEntity t = chat.GetChatTopicEntity(1);
       print(t.GetName() + t.GetBotSettings().GetBotName() + t.GetBotSettings().GetBotMessageReceivedScriptId().toString());
       NSChatTopicAgent[] agents = chat.GetChatTopicUserAgentList(1);
       print(agents.length().toString() + agents[1].GetUser().GetFullName() + agents[1].GetCanManage().toString());
       print(chat.GetChatTopicUserAgent(1, "ola@example.com").GetUser().GetAssociateId().toString());
       print(chat.IsWithinOpeningHours(1).toString());`,
    );

    expect(printed).toBe('SupportRobot22Ola Sandfalse2true');
  });

  it('posts a message and reads them back from a number on', () => {
    const { printed, world } = play(
      `NSChatAgent chat;
       NSChatMessage m;
       m.SetMessage("Pick one");
       m.SetType(NSChatMessageType.ToCustomer);
       m.SetSpecialType(NSChatMessageSpecialType.Options);
       m.SetSpecialParam("[\\"A\\",\\"B\\"]");
       NSChatMessage saved = chat.AddChatMessage(1, m);
       print(saved.GetChatMessageId().toString() + saved.GetAuthor());
       foreach (NSChatMessage one in chat.GetChatMessages(1, 1)) print("|" + one.GetMessage());
       print(chat.GetChatMessages(1, 0).length().toString());`,
    );

    expect(printed).toBe('2Robot|Pick one2');
    expect(world.messages.get(2)).toMatchObject({ specialType: 17, specialParam: '["A","B"]' });
  });

  it('picks up, transfers and rejects as agents do', () => {
    const { printed, world, failure } = play(
      `if (getVariable("chatMessage.message") == "human") {
         resetChat(1);
         NSChatAgent chat;
         print(chat.PickUpChatSession(1).GetUser().GetFullName());
         print("|" + chat.TransferChatSession(1, "Ola Sand").GetTransferTo().GetFullName());
         print("|" + chat.RejectChatSessionTransfer(1).GetTransferTo().GetAssociateId().toString());
         chat.TransferChatSession(1, "2");
         print("|" + chat.AcceptChatSessionTransfer(1).GetUser().GetFullName());
         print("|" + chat.ChatSessionsForUser().length().toString());
       }`,
      {},
      [toQueue],
    );

    expect(failure).toBe('');
    expect(printed).toBe('Kari Nord|Ola Sand|0|Ola Sand|0');
    expect(world.sessions.get(1)).toMatchObject({ agent: 2, status: 5 });
  });

  it('takes the first of the queue', () => {
    const { printed } = play(
      handing('print(chat.PickUpFirstChatSession().GetChatSessionId().toString());'),
      {},
      [
        toQueue,
        { type: 'customer.connects', channel: 1 },
        { type: 'customer.writes', session: 2, text: 'now' },
      ],
    );

    expect(printed).toBe('1');
  });

  it.each([
    'chat.PickUpChatSession(99)',
    'chat.AcceptChatSessionTransfer(1)',
    'chat.RejectChatSessionTransfer(1)',
    'chat.TransferChatSession(1, "nobody")',
    'chat.GetChatSessionEntity(99)',
    'chat.CreateChatSessionForTopic(99)',
    'chat.ResetChatSession(99)',
  ])('gives nothing and leaves no event where %s is not possible', (call) => {
    const { events, failure, printed } = play(
      `NSChatAgent chat;
NSChatSessionEntity s = ${call};
print("on");
s.GetStatus();`,
    );
    const own = events.filter(({ by }) => by !== undefined).map(({ type }) => type);

    expect(own).toEqual(['script.printed']);
    expect(printed).toBe('on');
    expect(failure).toBe('4: RunTimeException: This object is empty: what it came from gave none.');
  });

  it('saves what changed of a session', () => {
    const { world, events } = play(
      `NSChatAgent chat;
       NSChatSessionEntity s = chat.GetChatSessionEntity(1);
       s.SetCustomerName("Ada Lovelace");
       s.SetStatus(7);
       print(chat.SaveChatSessionEntity(s).GetStatus().toString());
       chat.SaveChatSessionEntity(s);`,
    );

    expect(world.sessions.get(1)).toMatchObject({
      status: 7,
      customer: { name: 'Ada Lovelace', email: 'ada@example.org' },
    });
    expect(events.filter(({ type }) => type === 'session.updated')).toHaveLength(1);
  });

  it('starts a session, deletes one, and gives the transcript', () => {
    const { printed, world } = play(
      `if (getVariable("chatMessage.message") == "hello") {
         NSChatAgent chat;
         print(chat.CreateChatSessionForTopic(1).GetChatSessionId().toString());
         chat.DeleteChatSessionEntity(2);
         print(chat.GetChatTranscript(1, true));
       }`,
    );

    expect(printed).toBe('22024-01-01 11:00:00 Ada: hello');
    expect(world.sessions.get(2)?.status).toBe(8);
  });

  it('sets presence and membership', () => {
    const { printed, world } = play(
      `NSChatAgent chat;
       NSChatPresence[] all = chat.GetChatPresence();
       print(all[1].GetDisplayName() + all[1].GetChatTopics().length().toString());
       all[1].SetPresent(false);
       chat.SaveChatPresence(all);
       print(chat.GetUserAgentList(true, true).length().toString());
       NSChatTopicAgent member = chat.GetChatTopicUserAgent(1, "Kari Nord");
       member.SetCanManage(true);
       print(chat.UpdateChatTopicUserAgent(1, "Kari Nord", member).GetCanManage().toString());
       chat.DeleteChatTopicUserAgent(1, "Ola Sand");`,
    );

    expect(printed).toBe('Ola Sand11true');
    expect(world.agents[1]?.present).toBe(false);
    expect(world.channels[0]?.members).toMatchObject([{ agent: 1, manager: true }]);
  });

  it('saves a channel as its admin does', () => {
    const { printed, world, events, failure } = play(
      `NSChatAgent chat;
       NSChatTopicEntity t = chat.GetChatTopicEntity(1);
       t.SetDescription("For everybody");
       t.GetWidget().SetWelcomeTitle("Hello");
       t.GetWidget().SetSize(NSChatWidgetSize.Large);
       t.GetWidget().SetRequiredFields(NSWidgetRequiredFields.Email + NSWidgetRequiredFields.Phone);
       t.GetBotSettings().SetBotName("Robbie");
       TimeSpan nine;
       nine.set(0, 0, 9, 30, 0);
       t.GetOpeningHours().SetMonStart(nine);
       NSChatTopicEntity saved = chat.SaveChatTopicEntity(t);
       print(saved.GetDescription() + saved.GetOpeningHours().GetMonStart().toMinutes().toString());`,
    );

    expect(failure).toBe('');
    expect(printed).toBe('For everybody570');
    expect(world.channels[0]).toMatchObject({
      name: 'Support',
      members: [{ agent: 1 }, { agent: 2 }],
      properties: { description: 'For everybody', openingHours: { days: { mon: { start: '09:30' } } } },
      layout: { header: 'Hello', size: 'large' },
      preChatForm: { required: ['email', 'phone'] },
      bot: { enabled: true, folder: 'Bot', name: 'Robbie' },
    });
    expect(events.filter(({ type }) => type === 'channel.saved')).toMatchObject([{ by: { script: 2 } }]);
  });

  it('begins a channel with the defaults, and saves it under the next number', () => {
    const { printed, world } = play(
      `NSChatAgent chat;
       NSChatTopicEntity t = chat.CreateDefaultChatTopicEntity();
       print(t.GetChatTopicId().toString() + t.GetWidget().GetFont() + t.GetWidget().GetRequiredFields().toString());
       print(chat.CreateDefaultChatTopicAgent().GetCanRespond().toString());
       t.SetName("Sales");
       print(chat.SaveChatTopicEntity(t).GetChatTopicId().toString());`,
    );

    expect(printed).toBe('0Verdana3true2');
    expect(world.channels.map(({ name }) => name)).toEqual(['Support', 'Sales']);
  });

  it.each([
    ['a name that is taken', 't.SetChatTopicId(0); t.SetName("Support");'],
    ['no name', 't.SetName("");'],
    ['an unknown number', 't.SetChatTopicId(9);'],
  ])('gives nothing for a channel with %s', (_case, change) => {
    const { events, printed, failure } = play(
      `NSChatAgent chat;
NSChatTopicEntity t = chat.GetChatTopicEntity(1);
${change}
NSChatTopicEntity saved = chat.SaveChatTopicEntity(t);
print("on");
saved.GetName();`,
    );

    expect(printed).toBe('on');
    expect(failure).toBe('6: RunTimeException: This object is empty: what it came from gave none.');
    expect(events.some(({ type }) => type === 'channel.saved')).toBe(false);
  });

  it('takes the session that the reference names there, and saves nothing', () => {
    const { printed, events } = play(
      `NSChatAgent chat;
       NSChatSessionEntity s = chat.GetChatSessionEntity(1);
       print(chat.SaveChatTopicEntity(s).GetName());`,
    );

    expect(printed).toBe('Support');
    expect(events.some(({ type }) => type === 'channel.saved')).toBe(false);
  });
});
