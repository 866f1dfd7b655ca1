import { describe, expect, it } from 'vitest';
import { checkScript } from '../../../src/bots/check-script.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import { tables } from '../../crmscript/tables.ts';
import { play } from '../stage.ts';

const desk = {
  contacts: [{ id: 7, name: 'Ada Lovelace', email: 'ada@example.org', phone: '123', company: 'Engines' }],
  tables: {
    ticket: [
      { id: 1, title: 'Broken <mill>', status: 1, cust_id: 7, owned_by: 2 },
      { id: 4, title: 'Lost', status: 2, cust_id: 7, owned_by: 1 },
    ],
    y_car: [{ id: 1, x_plate: 'AB 1' }],
    attachment: [{ id: 3, name: 'a.txt', content: 'aGk=' }],
  },
};

const run = (source: string) => play(source, desk);

describe('a record', () => {
  it('is a row of the table of its kind, by column in any spelling', () => {
    const { printed, failure } = run(
      `Ticket t;
       print(t.load(1).toString() + t.getValue("title") + t.getValue("custId") + t.getValue("OWNED_BY") + t.getValue("id"));
       print(t.getValue("nothing").isNull().toString());`,
    );

    expect(failure).toBe('');
    expect(printed).toBe('trueBroken <mill>721true');
  });

  it('says so when there is no such row, and is empty then', () => {
    const { printed } = run(
      'Ticket t; t.load(1); print(t.load(9).toString() + t.getValue("id") + t.getValue("title").isNull().toString());',
    );

    expect(printed).toBe('false0true');
  });

  it('saves what was set, as one event, and keeps the rest', () => {
    const { printed, world, events } = run(
      `Ticket t;
       t.load(1);
       t.setValue("Title", "Mended");
       t.setValue("status", "2");
       print(t.getValue("title") + t.save().toString() + t.getValue("status"));
       t.save();`,
    );

    expect(printed).toBe('Mended12');
    expect(world.tables['ticket']).toContainEqual({
      id: 1,
      title: 'Mended',
      status: 2,
      cust_id: 7,
      owned_by: 2,
    });
    expect(events.filter(({ type }) => type === 'table.changed')).toMatchObject([
      { table: 'ticket', id: 1, by: { script: 2, line: 5 } },
    ]);
  });

  it('is a new row where none was loaded', () => {
    const { printed, world } = run(
      `Ticket t;
       t.setValue("title", "New");
       t.setValue("custId", "7");
       print(t.save("logged", true, false).toString() + t.getValue("id"));
       Ticket same;
       same.load(5);
       print(same.getValue("title"));`,
    );

    expect(printed).toBe('55New');
    expect(world.tables['ticket']).toContainEqual({ id: 5, title: 'New', cust_id: '7' });
  });

  it('fills a parser, as HTML where the reference says so', () => {
    const { printed } = run(
      `Ticket t;
       t.load(1);
       Parser p;
       t.toParser(p);
       print(p.parseString("[[ticket.id]] [[ticket.title]]"));
       t.toParserRaw(p);
       print(p.getVariable("ticket.title", 0));
       Customer c;
       c.load(7);
       c.toParser(p);
       print(p.getVariable("customer.firstname", 0));`,
    );

    expect(printed).toBe('1 Broken &lt;mill&gt;Broken <mill>Ada');
  });

  it.each([
    ['Company c; c.load(1);', 'Company.load', 'company'],
    ['Message m; m.setValue("body", "x"); m.save();', 'Message.save', 'ej_message'],
    ['Category c; c.load(1);', 'Category.load', 'ej_category'],
    ['ExtraTable e = getExtraTable("y_none"); e.load(1);', 'ExtraTable.load', 'y_none'],
  ])('without its table fails, and names it: %s', (source, call, table) => {
    const { printed, failure } = run(`try { ${source} } catch { print(error); }`);

    expect(failure).toBe('');
    expect(printed).toBe(
      `NotAvailableOffline: ${call} needs a SuperOffice database. Add a table \`${table}\` to the world to continue.`,
    );
  });

  it('has its other methods from the tables', () => {
    expect(run('Ticket t; t.delegate();').failure).toContain(
      'NotAvailableOffline: Ticket.delegate needs a SuperOffice database. Add a fixture or mock to continue.',
    );
    expect(run('print(getActiveUser().isAdministrator().toString());').failure).toContain(
      'NotAvailableOffline: User.isAdministrator needs',
    );
  });
});

describe('a record whose table is not there', () => {
  const source =
    'Ticket t; t.load(1); t.setValue("title", "x"); print(convertStatus(1)); Customer c; c.load(1);';
  const marked = (more: object) =>
    checkScript(createWorld({ startsAt: '2024-01-01T10:00:00Z', ...more }), source, 'script', tables).map(
      ({ message }) => message.split(' ')[0],
    );

  it('is marked before the run', () => {
    expect(marked({})).toEqual(['Ticket.load', 'convertStatus', 'Customer.load']);
    expect(marked({ tables: { ticket: [], ticket_status: [] } })).toEqual(['Customer.load']);
    expect(marked({ contacts: desk.contacts, tables: { Ticket: [], ticket_status: [] } })).toEqual([]);
  });
});

describe('records of each kind', () => {
  it('are customers from the contacts, to read', () => {
    const { printed, failure } = run(
      `Customer c;
       print(c.findFromEmail("ADA@example.org").toString() + c.getValue("lastname") + c.getValue("mainEmail"));
       print(c.getValue("display_company") + c.findFromEmail("nobody").toString());
       c.load(7);
       c.setValue("phone", "1");
       c.save();`,
    );

    expect(printed).toBe('trueLovelaceada@example.orgEnginesfalse');
    expect(failure).toBe(
      '6: NotAvailableOffline: The customers here are the contacts of the world, which scripts do not change. Add a table `customer` to the world to continue.',
    );
  });

  it('are the agents, of whom the first runs the script', () => {
    const { printed, failure } = run(
      `User u;
       u.load(2);
       print(u.getValue("email") + getActiveUser().getValue("firstname"));
       u.setValue("email", "x");
       u.save();`,
    );

    expect(printed).toBe('ola@example.comKari');
    expect(failure).toContain('5: NotAvailableOffline: User.save: what is in ejuser belongs to the chat.');
  });

  it('are rows of extra tables, which can be deleted', () => {
    const { printed, world } = run(
      `ExtraTable car = getExtraTable("Y_Car");
       print(car.load(1).toString() + car.getValue("x_plate") + car.getValues().get("x_plate"));
       car.setValue("x_plate", "CD 2");
       car.save(true, false);
       ExtraTable other = getExtraTable("y_car");
       other.setValue("x_plate", "EF 3");
       print(other.save().toString());
       car.delete();`,
    );

    expect(printed).toBe('trueAB 1AB 12');
    expect(world.tables['y_car']).toEqual([{ id: 2, x_plate: 'EF 3' }]);
  });

  it('ask of which extra table, where nobody said it', () => {
    expect(run('ExtraTable e; e.load(1);').failure).toBe(
      '1: RunTimeException: ExtraTable.load: say of which table, with getExtraTable("y_…").',
    );
  });

  it('are attachments with their bytes', () => {
    const { printed, world } = run(
      `Attachment a;
       a.load(3);
       print(a.getRaw() + a.getBase64() + a.getValue("name"));
       Attachment b;
       b.setValue("name", "b.txt");
       print(b.saveBase64("aG8=").toString());
       a.remove();`,
    );

    expect(printed).toBe('hiaGk=a.txt4');
    expect(world.tables['attachment']).toEqual([{ id: 4, name: 'b.txt', content: 'aG8=' }]);
  });
});

describe('Cache and GenericSearch', () => {
  it('walk through the rows of a table', () => {
    const { printed } = run(
      `Cache cache;
       cache.getData("ticket");
       cache.sort("title", true);
       for (cache.first(); !cache.eof(); cache.next()) print(cache.getRow().get("title") + " ");
       cache.getDataSubset("ticket", "status", "2");
       print(cache.getRow().get("title") + cache.next().toString());`,
    );

    expect(printed).toBe('Lost Broken <mill> Lostfalse');
  });

  it('search as SearchEngine does, with masks', () => {
    const { printed } = run(
      `GenericSearch search;
       search.addField("ticket.title", 4);
       search.addField("ticket.cust_id.name");
       search.addCriteria("ticket.status", "OperatorEquals", "2", "OperatorAnd", 0);
       search.addOrder("ticket.id", true);
       search.setLimit(5);
       search.execute();
       print(search.countRows().toString() + search.get("ticket.title", 4) + search.get(1, 2) + search.get(0, 1));
       print(search.next().toString() + search.eof().toString());`,
    );

    expect(printed).toBe('1LostAda Lovelace4falsetrue');
  });
});
