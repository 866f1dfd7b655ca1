import { describe, expect, it } from 'vitest';
import { play } from '../stage.ts';

const faq = {
  faq: {
    folders: [
      { id: 1, name: 'Orders', parent: 0 },
      { id: 2, name: 'Return of parcels', parent: 1 },
      { id: 3, name: 'Account' },
    ],
    entries: [
      { id: 1, folder: 2, title: 'How to return a parcel', question: 'Can I return it?', keywords: 'refund' },
      { id: 2, folder: 1, title: 'Where is my parcel', question: 'Tracking' },
      { id: 3, folder: 3, title: 'Return to the start page', question: '' },
      { id: 4, folder: 1, title: 'Return rates', question: 'parcel', access: 2 as const },
      { id: 5, folder: 1, title: 'Return old', status: 'expired' as const },
    ],
  },
};

/** Prints what a search leaves in the parser. */
const search = (call: string) =>
  play(
    `Parser p;
     Parser same = ${call};
     Integer i;
     for (i = 0; i < p.getVariableCount("faq.entryId"); i++)
       print(same.getVariable("faq.entryId", i) + ":" + p.getVariable("faq.entryScore", i) + " ");
     print("/ ");
     for (i = 0; i < p.getVariableCount("faq.categoryId"); i++)
       print(p.getVariable("faq.categoryName", i) + ":" + p.getVariable("faq.categoryScore", i) + " ");`,
    faq,
  ).printed;

describe('faqSearch', () => {
  it('gives the entries and the categories that share words with the question, best first', () => {
    expect(search('faqSearch(-1, 4, "return my PARCEL", p, 5)')).toBe(
      '1:100.00 2:50.00 3:50.00 / Return of parcels:50.00 ',
    );
  });

  it('looks below one folder only, for who may see it, and stops at the most', () => {
    expect(search('faqSearch(1, 4, "return my parcel", p, 5)')).toBe(
      '1:100.00 2:50.00 / Return of parcels:50.00 ',
    );
    expect(search('faqSearch(1, 1, "return my parcel", p, 2)')).toBe(
      '1:100.00 4:100.00 / Return of parcels:50.00 ',
    );
    expect(search('faqSearch(3, 4, "parcel", p, 5)')).toBe('/ ');
  });

  it('says what an entry is called, asks and where it is read', () => {
    const { printed } = play(
      `Parser p;
       p.setVariable("faq.entryId", "old");
       p = faqSearch(-1, 4, "refund", p, 1);
       print(p.getVariable("faq.entryId", 0) + p.getVariable("faq.entryName", 0) + "|" + p.getVariable("faq.entryQuestion", 0));
       print("|" + p.getVariable("faq.entryLink", 0));
       faqSearch(-1, 4, "nothing", p, 1);
       print("|" + p.getVariableCount("faq.entryId").toString());`,
      faq,
    );

    expect(printed).toBe('1How to return a parcel|Can I return it?|https://customer-center.example/faq/1|0');
  });
});

describe('the FAQ as tables', () => {
  it('has the answers, and the names of the folders', () => {
    const { printed } = play(
      `SearchEngine se;
       se.addFields("kb_entry", "title,answer,access_level,category_id.name");
       se.addCriteria("kb_entry.id", "Equals", "1");
       se.execute();
       Integer i;
       for (i = 0; i < se.countColumns(); i++) print(se.getField(i) + "|");`,
      { faq: { ...faq.faq, entries: [{ id: 1, folder: 2, title: 'Returns', answer: 'Within 30 days.' }] } },
    );

    expect(printed).toBe('Returns|Within 30 days.|4|Return of parcels|');
  });
});

const lists = {
  contacts: [{ id: 7, name: 'Ada', email: 'ada@example.org' }],
  tables: {
    customer: [
      { id: 3, username: 'bob', password: 'secret', email: 'bob@example.org' },
      { id: 4, username: 'cyd', password: '', main_email: 'cyd@example.org' },
    ],
    ej_category: [
      { id: 1, name: 'Support' },
      { id: 2, name: 'Bugs', parent: 1 },
      { id: 3, name: 'Loop', parent: 4 },
      { id: 4, name: 'Loop', parent: 3 },
      { id: 5, name: 'x', fullname: 'Sales/Offers' },
    ],
    ticket_status: [{ id: 1, name: 'Open' }],
    ticket_priority: [{ id: 9, name: 'High' }],
  },
};

const say = (call: string) => play(`print(${call});`, lists).printed;

describe('look-ups in the tables of the world', () => {
  it('check a customer’s password', () => {
    expect(say('authenticateCustomer("BOB", "secret").toString()')).toBe('3');
    expect(say('authenticateCustomer("bob", "Secret").isNull().toString()')).toBe('true');
    expect(say('authenticateCustomer("cyd", "").isNull().toString()')).toBe('true');
  });

  it('find the main address of a customer', () => {
    expect(say('getCustomerMainEmail(3) + getCustomerMainEmail(4)')).toBe('bob@example.orgcyd@example.org');
    expect(say('getCustomerMainEmail(99).isNull().toString()')).toBe('true');
    expect(play('print(getCustomerMainEmail(7));', { contacts: lists.contacts }).printed).toBe(
      'ada@example.org',
    );
  });

  it('find numbers by name', () => {
    expect(say('getCategoryIdFromFullname("support/bugs").toString()')).toBe('2');
    expect(say('getCategoryIdFromFullname("Sales/Offers").toString()')).toBe('5');
    expect(say('getCategoryIdFromFullname("Bugs").isNull().toString()')).toBe('true');
    expect(say('getStatusIdFromName("open").toString() + convertStatus(1)')).toBe('1Open');
    expect(say('getPriorityIdFromName("HIGH").toString() + convertStatus(8).isNull().toString()')).toBe(
      '9true',
    );
  });

  it.each([
    ['getStatusIdFromName("Open")', 'getStatusIdFromName', 'ticket_status'],
    ['convertStatus(1)', 'convertStatus', 'ticket_status'],
    ['authenticateCustomer("a", "b")', 'authenticateCustomer', 'customer'],
  ])('say which table %s needs', (call, name, table) => {
    expect(play(`try { ${call}; } catch { print(error); }`).printed).toBe(
      `NotAvailableOffline: ${name} needs a SuperOffice database. Add a table \`${table}\` to the world to continue.`,
    );
  });
});

describe('reply templates', () => {
  const templates = {
    tables: {
      reply_template: [{ id: 3, name: 'Welcome' }],
      reply_template_body: [
        { id: 1, reply_template_id: 3, language_id: 0, subject: 'Hei', body_plain: 'Hei [[name]]' },
        { id: 2, reply_template_id: 3, language_id: 1, subject: 'Hi', body_html: '<p>Hi</p>' },
      ],
    },
  };

  it('have a subject and bodies in each language', () => {
    const { printed } = play(
      `ReplyTemplate t;
       print(t.load(3).toString() + t.getName() + t.getSubject(0) + t.getPlainBody(0) + t.getHtmlBody(1));
       print(t.getSubject(5).isNull().toString() + getReplyTemplateSubject(3, 1) + getReplyTemplateBody(3, true, 1));`,
      templates,
    );

    expect(printed).toBe('trueWelcomeHeiHei [[name]]<p>Hi</p>trueHi<p>Hi</p>');
  });

  it('need their tables', () => {
    expect(play('getReplyTemplateSubject(3, 1);').failure).toContain(
      'getReplyTemplateSubject needs a SuperOffice database. Add a table `reply_template_body` to the world',
    );
    expect(play('ReplyTemplate t; t.load(3);').failure).toContain(
      'Add a table `reply_template` to the world',
    );
  });
});

it('Knowledge knows where an entry of the FAQ is read', () => {
  expect(
    play('Knowledge k; Parser p; k.rebuildFaqSearch(1, ""); print(k.buildExternalEntryURLWithParser(4, p));')
      .printed,
  ).toBe('https://customer-center.example/faq/4');
});
