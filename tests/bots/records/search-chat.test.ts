import { describe, expect, it } from 'vitest';
import { play } from '../stage.ts';

describe('SearchEngine on the chat as it is', () => {
  it('reads sessions and messages, and follows their links', () => {
    const { printed } = play(
      `addChatMessage(1, "Hi Ada", 1, "", 0, "");
       SearchEngine se;
       se.addFields("chat_message", "id,message,author,session_id.customer_alias,session_id.topic_id.name,session_id.status");
       se.addCriteria("chat_message.session_id", "Equals", "1");
       for (se.execute(); !se.eof(); se.next()) {
         Integer i;
         for (i = 0; i < se.countColumns(); i++) print(se.getField(i) + "|");
       }`,
    );

    expect(printed).toBe('1|hello|Ada|Ada|Support|6|2|Hi Ada|Robot|Ada|Support|6|');
  });

  it('shows times as the clock on the wall does', () => {
    const { printed } = play(
      'SearchEngine se; se.addField("chat_session.when_requested"); se.execute(); print(se.getField(0));',
    );

    expect(printed).toBe('2024-01-01 11:00:00');
  });

  it('sets the presence of an agent', () => {
    const { world, events } = play(
      `SearchEngine se;
       se.addData("ejuser.chat_status", "0");
       se.addCriteria("ejuser.id", "Equals", "2");
       se.update();`,
    );

    expect(world.agents.map(({ present }) => present)).toEqual([true, false]);
    expect(events.filter(({ type }) => type === 'presence.changed')).toMatchObject([
      { agent: 2, present: false, by: { script: 2, line: 4 } },
    ]);
  });

  it('sets the status of a session, with all that follows from it', () => {
    const { world } = play(
      `SearchEngine se;
       se.addData("chat_session.status", "7");
       se.addCriteria("chat_session.id", "Equals", "1");
       se.update();`,
    );

    expect(world.sessions.get(1)?.status).toBe(7);
  });
});
