import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { recorded, sample, written } from './recorded.ts';
import { helpDesk } from '../scenarios.ts';
import { writeTranscript } from '../../../src/scenario/write-transcript.ts';

const desk = recorded(sample('echobot-bot-first'));
const intent = recorded(sample('intent-bot'));

type Activity = {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly from: { readonly role: string };
  readonly conversation: { readonly id: string };
  readonly suggestedActions?: object;
};

const said = (role: string) =>
  desk.sessions[0]?.turns
    .filter((turn) => turn.role === role && turn.kind === 'message')
    .map(({ text }) => text);

describe('the transcript of a conversation', () => {
  it('tells who said what, in words without markup', () => {
    expect(said('bot')?.[0]).toBe('Hi, I am Eko. I repeat what you say. Write human to talk to one of us.');
    expect(said('customer')).toEqual(['hi', 'human', 'Umbrellas?', 'My printer sings.']);
    expect(said('agent')).toContain('Good morning Ada, what can I do for you?');
    expect(said('system')).toContain('Kari Nord ended the chat');
  });

  it('tells the hand-off, the form, who has the chat, the stars and each change of the status', () => {
    const kinds = new Set(desk.sessions[0]?.turns.map(({ kind }) => kind));

    expect(kinds).toEqual(new Set(['began', 'message', 'status', 'handoff', 'form', 'agent', 'rating']));
    expect(desk.sessions[0]?.turns.at(-1)).toMatchObject({
      kind: 'status',
      status: 9,
      text: '7 Finished → 9 Closed',
    });
  });

  it('shows a delayed message when it was due, and its buttons with it', () => {
    const turns = recorded(sample('delayed-messages')).sessions[0]?.turns ?? [];
    const answer = turns.find(({ text }) => text.startsWith('The answer is 42'));

    expect(new Date(answer?.at ?? 0).toISOString()).toBe('2026-03-02T09:00:17.000Z');
    expect(answer?.options).toEqual(['Yes', 'No']);
    expect(turns.at(-3)).toMatchObject({ kind: 'click', text: 'No' });
  });

  it('tells a file from a message, and what a trigger did not let through', () => {
    const files = helpDesk(
      { input: { type: 'customer.connects', channel: 1 } },
      { input: { type: 'customer.sendsFile', session: 1, name: 'bill.pdf' } },
    );
    const blocked = recorded(sample('trigger-rewrites-and-blocks')).sessions[0]?.turns;

    expect(recorded(files).sessions[0]?.turns.at(-1)).toMatchObject({ kind: 'file', text: 'bill.pdf' });
    expect(blocked?.filter(({ kind }) => kind === 'blocked')).toHaveLength(1);
  });

  it('holds the sessions that were wanted, without those that were purged', () => {
    const scenario = sample('echobot-bot-first');
    const purge = { input: { type: 'admin.purges', session: 1 } as const };

    expect(recorded(sample('intent-bot'), { sessions: [2] }).sessions.map(({ id }) => id)).toEqual([2]);
    expect(recorded({ ...scenario, steps: [...scenario.steps, purge] }).sessions).toEqual([]);
  });
});

describe('in a format', () => {
  it('plain text sets in what was written on several lines, so that no line passes for another', () => {
    const text = written(recorded(sample('delayed-messages')), 'txt');

    expect(text).toContain('09:00:10  Ada: What is the answer?\n');
    expect(text).toContain(
      '09:00:17  Eko (bot): The answer is 42. Anything else?\n          [ Yes ]\n          [ No ]\n',
    );
  });

  it('Markdown has a heading a session and quotes what was said', () => {
    const text = written(intent, 'md');

    expect(text).toContain('## Session 2: Bob Lund');
    expect(text).toContain(
      '10:00:17 · **Pia** (bot)\n\n> Choose:\n>\n> - Hent den selv\n> - Lever den hjem\n',
    );
  });

  it('all that people read tells times in the zone of the world, or the one that was asked for, and names it once', () => {
    const inOslo = recorded(sample('echobot-bot-first'), { timeZone: 'Europe/Oslo' });

    expect(written(desk, 'txt')).toContain('Times in UTC. 1 session.');
    expect(written(inOslo, 'txt')).toMatch(/Times in Europe\/Oslo\.[^]*10:00:10 {2}Ada: hi/);
    expect(written(inOslo, 'csv')).toContain('2026-03-02T10:00:10+01:00,1,Ada,customer,message,hi,');
    expect(written(inOslo, 'transcript')).toContain('"2026-03-02T09:00:10.000Z"');
  });

  it('HTML is one page with its own policy, whose style it allows by hash, and without a script', () => {
    const html = written(desk, 'html');
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');

    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<script|<img|<link|@import|url\(| style=/);
    expect(html).toContain('Write <b>human</b> to talk to one of us.');
  });

  it('CSV begins with a byte order mark and has a row a turn, the lines ended as RFC 4180 says', () => {
    const [head, ...rows] = written(desk, 'csv').split('\r\n');

    expect(head).toBe('\uFEFFtime,session,actor,role,type,text,status');
    expect(rows).toContain('2026-03-02T09:00:10+00:00,1,Ada,customer,message,hi,6');
    expect(rows.at(-1)).toBe('');
  });

  it('Bot Framework activities name a role for everybody who speaks, and give hand-off, status and buttons', () => {
    const activities = JSON.parse(written(intent, 'transcript')) as Activity[];
    const ofType = (type: string) => activities.filter((activity) => activity.type === type);

    expect(activities.every(({ from }) => from.role === 'user' || from.role === 'bot')).toBe(true);
    expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length);
    expect(new Set(activities.map(({ conversation }) => conversation.id))).toEqual(
      new Set(['session-1', 'session-2']),
    );
    expect(ofType('event').map(({ name }) => name)).toContain('handoff.initiate');
    expect(ofType('trace')[0]).toMatchObject({ name: 'chatSession.status', value: { old: 4, new: 6 } });
    expect(activities.find(({ suggestedActions }) => suggestedActions !== undefined)).toMatchObject({
      text: 'Choose:',
      suggestedActions: { actions: [{ title: 'Hent den selv' }, { title: 'Lever den hjem' }] },
    });
  });

  it('Botium and Chatdown give a file for each session', () => {
    const [first, second] = writeTranscript(intent, 'convo.txt');
    const [chat] = writeTranscript(intent, 'chat');

    expect([first?.session, second?.session]).toEqual([1, 2]);
    expect(second?.text).toBe(
      'Intent bot: includes, a token, options and delays, session 2\nCustomer: Bob Lund\n\n' +
        '#bot\nHi Bob! How can I help?\n\n#me\nThat was all\n\n#bot\nGood bye!\n',
    );
    expect(first?.text).toContain(
      '#bot\nChoose:\nBUTTONS Hent den selv|Lever den hjem\n\n#me\nBUTTON Lever den hjem\n',
    );
    expect(chat?.text).toContain('user=Ada Berg\nbot=Pia\n\nbot: Hi Ada!');
    expect(chat?.text).toContain('user: [Delay=3000] Lever den hjem');
  });
});
