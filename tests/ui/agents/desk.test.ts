import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/engine/inputs.ts';
import {
  contactFor,
  earlierChats,
  findContacts,
  guessesOf,
  problemsInContact,
  requestsFrom,
} from '../../../src/ui/agents/contacts.ts';
import { openWarnings } from '../../../src/ui/agents/open-warnings.ts';
import { nextReply, problemsInReply } from '../../../src/ui/agents/quick-reply-draft.ts';
import { averageWaitOf, localHours, todaysNumbers } from '../../../src/ui/agents/todays-numbers.ts';
import { fileOf, problemsInFile } from '../../../src/ui/conversation/file-draft.ts';
import { played } from '../played.ts';
import { helpDesk } from '../world-file.ts';

const contact = (id: number, name: string, email = '', company = '') => ({
  id,
  name,
  email,
  phone: '',
  company,
});
const contacts = [
  contact(1, 'Ada Lovelace', 'al@engines.example'),
  contact(2, 'ada berg', '', 'Parcel AS'),
  contact(3, 'A. Berg', 'Ada@Example.com', 'Parcel AS'),
  contact(4, 'Per Hansen', 'per@parcel.example', 'parcel as'),
];
const connects = (name: string, email: string, company = ''): Input => ({
  type: 'customer.connects',
  channel: 1,
  customer: { alias: name, name, email, company },
});
const passes = (minutes: number): Input => ({ type: 'clock.advances', by: minutes * 60_000 });

describe('a customer', () => {
  it('could be who has the same e-mail, then who has the same name, then who works at the same company', () => {
    const ada = { name: 'Ada Berg', alias: 'Ada', email: 'ada@example.com', company: 'Parcel AS' };

    expect(guessesOf(contacts, ada).map(({ contact: { id }, by }) => [id, by])).toEqual([
      [3, 'email'],
      [2, 'name'],
      [4, 'company'],
    ]);
  });

  it('who says nothing could be nobody, and is found by the words of any field', () => {
    expect(guessesOf(contacts, { name: '', alias: '', email: '', company: '' })).toEqual([]);
    expect(findContacts(contacts, 'berg parcel').map(({ id }) => id)).toEqual([2, 3]);
    expect(findContacts(contacts, '  ')).toEqual([]);
  });

  it('has the earlier chats of the linked contact, else of the same e-mail, and the requests made from them', () => {
    const { world } = played({ ...helpDesk, contacts }, [
      connects('Ada', 'ada@example.com'),
      { type: 'agent.picksUpNext', agent: 1 },
      { type: 'agent.createsRequest', agent: 1, session: 1, title: 'Lost parcel' },
      { type: 'agent.linksContact', agent: 1, session: 1, contact: 3 },
      connects('Ada', 'ADA@example.com'),
      connects('Somebody', ''),
      connects('Nobody', ''),
    ]);
    const session = (id: number) => {
      const found = world.sessions.get(id);
      if (found === undefined) throw new Error('No such session.');
      return found;
    };

    expect(earlierChats(world, session(2)).map(({ id }) => id)).toEqual([1]);
    expect(earlierChats(world, session(1))).toEqual([]); // the other one is linked to nobody
    expect(earlierChats(world, session(4))).toEqual([]);
    expect(requestsFrom(world, [session(1)]).map(({ title }) => title)).toEqual(['Lost parcel']);
  });

  it('becomes a contact that has a name, a whole address and nobody else’s', () => {
    const made = contactFor(contacts, {
      alias: 'Ada',
      name: '',
      email: 'per@parcel.example',
      phone: '',
      company: '',
      country: '',
      identified: false,
    });
    expect(made).toMatchObject({ id: 5, name: 'Ada' });
    expect(problemsInContact(made, contacts)).toEqual({ email: 'taken' });
    expect(
      problemsInContact({ ...made, name: ' ', email: 'x@', company: 'c'.repeat(256) }, contacts),
    ).toEqual({
      name: 'missing',
      email: 'email',
      company: 'tooLong',
    });
    expect(problemsInContact({ ...made, email: '' }, contacts)).toEqual({});
  });
});

describe('a quick reply', () => {
  const all = [
    { id: 1, agent: 1, name: 'Wait', text: 'One moment' },
    { id: 4, agent: 2, name: 'Bye', text: 'Bye' },
  ];

  it('needs a name that its owner has not given to another one, and a text', () => {
    const reply = { id: 0, agent: 1, name: ' wait ', text: ' ' };
    expect(problemsInReply(reply, all)).toEqual({ name: 'taken', text: 'missing' });
    expect(problemsInReply({ ...reply, name: 'Bye', text: 'x'.repeat(32_769) }, all)).toEqual({
      text: 'tooLong',
    });
    expect(problemsInReply({ ...reply, name: 'n'.repeat(256), text: 'x' }, all)).toEqual({ name: 'tooLong' });
    expect(problemsInReply({ id: 1, agent: 1, name: 'Wait', text: 'Another' }, all)).toEqual({});
    expect(nextReply(all)).toBe(5);
  });
});

describe('a file', () => {
  it('needs a name; its size is a whole number or not known', () => {
    expect(problemsInFile({ name: ' ', size: '1.5', mediaType: '' })).toEqual({
      name: 'missing',
      size: 'notWhole',
    });
    expect(problemsInFile({ name: 'a'.repeat(256), size: '-1', mediaType: '' })).toEqual({
      name: 'tooLong',
      size: 'notWhole',
    });
    expect(problemsInFile({ name: 'a.pdf', size: '', mediaType: '' })).toEqual({});
    expect(fileOf({ name: ' a.pdf ', size: ' 12 ', mediaType: 'application/pdf' })).toEqual({
      name: 'a.pdf',
      size: 12,
      mediaType: 'application/pdf',
    });
    expect(fileOf({ name: 'a.pdf', size: '', mediaType: '' })).toEqual({ name: 'a.pdf' });
  });
});

describe('a warning', () => {
  const { world, events } = played(helpDesk, [connects('Ada', ''), connects('Bea', ''), passes(3)]);

  it('is open at the desks that it is for as long as the customer waits, until it is put away', () => {
    const open = openWarnings(events, world, 1, 0);
    expect(open.map(({ session, kind, level }) => [session.id, kind, level])).toEqual([
      [1, 'newChat', 'agent'],
      [2, 'newChat', 'agent'],
    ]);
    expect(openWarnings(events, world, 2, 0)).toEqual([]); // Ola is away
    expect(openWarnings(events, world, 1, open[0]?.seq ?? 0).map(({ session }) => session.id)).toEqual([2]);
  });

  it('goes when somebody picks the customer up, and the manager’s takes its place when nobody does', () => {
    const later = played(helpDesk, [
      connects('Ada', ''),
      connects('Bea', ''),
      passes(3),
      { type: 'agent.picksUp', agent: 1, session: 1 },
      passes(1),
      { type: 'agent.writes', agent: 1, session: 1, text: 'Hello' },
      passes(2),
    ]);
    expect(
      openWarnings(later.events, later.world, 1, 0).map(({ session, level }) => [session.id, level]),
    ).toEqual([[2, 'manager']]);
  });
});

describe('the numbers of the day', () => {
  it('count what came and what went on in each hour of the zone, who picked up, and how long people waited', () => {
    const { world } = played(helpDesk, [
      connects('Ada', ''),
      passes(4),
      { type: 'agent.picksUpNext', agent: 1 },
      connects('Bea', ''),
      passes(70),
    ]);
    const hourOf = localHours('Europe/Oslo');
    const numbers = todaysNumbers([...world.sessions], world.now, hourOf);

    expect(hourOf(world.startsAt)).toEqual({ day: '2026-03-02', hour: 10 });
    expect(numbers).toEqual({
      started: 2,
      active: 1,
      traffic: [
        { hour: 10, incoming: 2, active: 1 },
        { hour: 11, incoming: 0, active: 1 },
      ],
      heroes: [{ agent: 1, chats: 1 }],
    });
    expect(averageWaitOf(world, [1])).toBe(240_000);
    expect(averageWaitOf(world, [2])).toBeNull();
  });

  it('begin anew at midnight, and keep a chat that goes on over it', () => {
    const { world } = played({ ...helpDesk, startsAt: '2026-03-02T22:30:00Z' }, [
      connects('Ada', ''),
      { type: 'agent.picksUpNext', agent: 1 },
      passes(60),
    ]);
    expect(todaysNumbers([...world.sessions], world.now, localHours('Europe/Oslo'))).toEqual({
      started: 0,
      active: 1,
      traffic: [{ hour: 0, incoming: 0, active: 1 }],
      heroes: [],
    });
  });
});
