import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import { fieldChoices } from '../../../src/bots/reference/field-choices.ts';
import { isLiveTable, liveRows } from '../../../src/bots/records/live-tables.ts';
import { hasProductColumn, productColumns, productKeyOf } from '../../../src/bots/records/product-tables.ts';
import { play } from '../stage.ts';
import { sentence } from '../../../src/words/sentence.ts';

const contacts = {
  tables: {
    contact: [
      { contact_id: 4, name: 'Acme' },
      { contact_id: 9, name: 'Bolt' },
    ],
  },
};
const hintsOf = ({ events }: ReturnType<typeof play>) =>
  events.flatMap((event) => (event.type === 'hint.raised' ? [sentence(event.hint)] : []));

describe('a table whose id SuperOffice calls by its own name', () => {
  it('has the very row changed, taken out and added that the script means', () => {
    const { world, printed } = play(
      `SearchEngine change; change.addData("contact.name", "Zed");
       change.addCriteria("contact.contact_id", "OperatorEquals", "4"); change.update();
       SearchEngine gone; gone.addCriteria("contact.name", "Equals", "Bolt"); gone.delete();
       SearchEngine add; add.addData("contact.name", "New"); print(add.insert().toString());
       SearchEngine given; given.addData("contact.contact_id", "70"); given.addData("contact.name", "Own");
       print(" " + given.insert().toString());`,
      contacts,
    );

    expect(printed).toBe('5 70');
    expect(world.tables['contact']).toEqual([
      { contact_id: 4, name: 'Zed' },
      { contact_id: 5, name: 'New' },
      { contact_id: 70, name: 'Own' },
    ]);
  });

  it('gives an empty table of SuperOffice the key that it has there', () => {
    const { world } = play(
      `SearchEngine a; a.addData("sale.heading", "One"); a.insert();
       SearchEngine b; b.addData("ticket.title", "Two"); b.insert();`,
      { tables: { sale: [], ticket: [] } },
    );

    expect(world.tables).toEqual({
      sale: [{ sale_id: 1, heading: 'One' }],
      ticket: [{ id: 1, title: 'Two' }],
    });
  });

  it('is found by records and by entities of NetServer too', () => {
    const { printed, world } = play(
      `ExtraTable t = getExtraTable("y_car"); t.load(3); t.setValue("plate", "B"); t.save();
       NSSaleAgent agent; NSSaleEntity sale = agent.GetSaleEntity(7); print(sale.GetHeading());`,
      { tables: { y_car: [{ y_car_id: 3, plate: 'A' }], NSSaleEntity: [{ SaleId: 7, Heading: 'Mill' }] } },
    );

    expect(printed).toBe('Mill');
    expect(world.tables['y_car']).toEqual([{ y_car_id: 3, plate: 'B' }]);
  });
});

describe('rows that no id tells apart', () => {
  it('are changed and taken out where they stand', () => {
    const { world } = play(
      `SearchEngine change; change.addData("registry.value", "1");
       change.addCriteria("registry.reg_id", "equals", "235"); change.update();
       SearchEngine gone; gone.addCriteria("registry.reg_id", "OperatorLt", "3"); gone.delete();`,
      { tables: { registry: [{ reg_id: 1 }, { reg_id: 235, value: '0' }, { reg_id: 2 }, { reg_id: 7 }] } },
    );

    expect(world.tables['registry']).toEqual([{ reg_id: 235, value: '1' }, { reg_id: 7 }]);
  });

  it('stay two where two have the same id', () => {
    const { world } = play(
      'SearchEngine se; se.addData("y_t.a", "z"); se.addCriteria("y_t.a", "Equals", "y"); se.update();',
      {
        tables: {
          y_t: [
            { id: 1, a: 'x' },
            { id: 1, a: 'y' },
          ],
        },
      },
    );

    expect(world.tables['y_t']).toEqual([
      { id: 1, a: 'x' },
      { id: 1, a: 'z' },
    ]);
  });
});

describe('the columns of SuperOffice', () => {
  it('are all there in the tables of the chat, without a hint', () => {
    const tables = ['chat_session', 'chat_message', 'chat_topic', 'chat_topic_user', 'ejuser', 'kb_entry'];
    const source = tables
      .map((table, n) => {
        const fields = productColumns(table)?.join(',') ?? '';
        return `SearchEngine s${String(n)}; s${String(n)}.addFields("${table}", "${fields}"); s${String(n)}.execute();`;
      })
      .join('\n');
    const faq = { folders: [{ id: 1, name: 'F' }], entries: [{ id: 1, folder: 1, title: 'T' }] };
    const played = play(source, { faq });

    expect(played.failure).toBe('');
    expect(hintsOf(played)).toEqual([]);
  });

  it('are the only ones that the tables of the chat have', () => {
    const { world } = play('', { faq: { folders: [{ id: 1, name: 'F' }], entries: [{ id: 1, folder: 1 }] } });

    const unknown = [
      'chat_session',
      'chat_message',
      'chat_topic',
      'chat_topic_user',
      'ejuser',
      'kb_category',
      'kb_entry',
    ]
      .flatMap((table) => {
        expect(isLiveTable(table)).toBe(true);
        const [row] = liveRows(world, table, () => '');
        expect(row).toBeDefined();
        return [...(row?.cells.keys() ?? [])].map((column) => [table, column] as const);
      })
      .filter(([table, column]) => hasProductColumn(table, column) !== true);
    expect(unknown).toEqual([]);
  });

  it('are live: the key of a session is that of its events, and what a channel says is there', () => {
    const { printed } = play(
      `SearchEngine se;
       se.addFields("chat_session", "session_key,contact_id,country,topic_id.bot_message_received_scriptid,topic_id.mon_start,topic_id.flags");
       se.execute();
       Integer i;
       print(se.getField(0).getLength().toString());
       for (i = 1; i < se.countColumns(); i++) print("|" + se.getField(i));`,
    );

    expect(printed).toBe('32|0||2|1970-01-01 08:00:00|0');
  });

  it('are not called misspelt where a fixture leaves them out; others are', () => {
    const ask = (field: string) =>
      hintsOf(play(`SearchEngine se; se.addField("${field}"); se.execute();`, contacts))[0] ?? '';

    expect(ask('contact.orgNr')).toContain('SuperOffice’s table has it');
    expect(ask('contact.org_nr')).not.toContain('spelt');
    expect(ask('contact.emailAddress')).not.toContain('spelt');
    expect(ask('contact.nmae')).toContain('none of that name');
    expect(ask('contact.x_colour')).toContain('Add it to the table');
  });

  it('begin with the primary key, and none is named twice', () => {
    for (const table of [
      'contact',
      'ticket',
      'sale',
      'ejuser',
      'BinaryObject',
      'ticket_type',
      'quick_reply',
    ]) {
      const columns = (productColumns(table) ?? []).map((column) => column.toLowerCase());
      expect(new Set(columns).size).toBe(columns.length);
      expect(['id', `${table.toLowerCase()}_id`]).toContain(productKeyOf(table)?.toLowerCase());
    }
  });

  it('are offered while a script is written', () => {
    const world = createWorld({ startsAt: '2024-01-01T10:00:00Z', tables: contacts.tables });
    const names = fieldChoices(world, '').choices.map(({ text }) => text);

    expect(names).toEqual(expect.arrayContaining(['contact.name', 'contact.orgNr', 'chat_topic.bot_name']));
    expect(names.filter((name) => name === 'contact.name')).toHaveLength(1);
  });
});

describe('what a search tells of itself', () => {
  const people = {
    tables: {
      y_people: [
        { id: 1, name: 'Ada', team: 2, born: '1815-12-10 00:00:00' },
        { id: 2, name: 'Bob', team: 2, born: '1999-01-01 00:00:00' },
      ],
      team: [{ id: 2, title: 'Blue' }],
    },
  };
  const said = (source: string) => play(`SearchEngine se; ${source}`, people).printed;

  it('counts its rows without the limit, before and after it ran, and as it groups them', () => {
    const limited = 'se.addField("y_people.team"); se.setLimit(1);';
    const counts =
      'print(se.countRows().toString()); print(se.execute().toString()); print(se.countRows().toString());';

    expect(said(limited + counts)).toBe('212');
    expect(said(`${limited} se.bypassNetServer(true); se.setGroup(true); ${counts}`)).toBe('111');
  });

  it('estimates its SQL', () => {
    const query =
      'se.addFields("y_people", "id,name,team.title"); se.addCriteria("y_people.id", "OperatorEquals", "1", "OperatorOr", 0); se.addCriteria("y_people.team.title", "OperatorIs", ""); se.addOrder("y_people.id", false);';

    expect(said(`${query} print(se.buildSql());`)).toBe(
      'select a0.id,a0.name,a1.title from y_people a0 left outer join team a1 on (a0.team = a1.id) where ((a0.id = ?) or (a1.title is null)) order by a0.id desc',
    );
    expect(said(`se.addData("y_people.name", "x"); print(se.buildSql("insert"));`)).toBe(
      'insert into y_people (name) values (?)',
    );
    expect(
      said(
        `se.addData("y_people.name", "x"); se.addCriteria("y_people.id", "Gt", "1"); print(se.buildSql("update"));`,
      ),
    ).toBe('update y_people a0 set name = ? where (a0.id > ?)');
  });

  it('gives the row that it stands on, as JSON, and a function of a field that was added without it', () => {
    expect(
      said(
        'se.addFields("y_people", "name,born"); se.execute(); se.next(); print(se.getFieldsJSON() + se.getField("y_people.name", "upper") + se.getField("y_people.born", "wday"));',
      ),
    ).toBe('{"y_people.name":"Bob","y_people.born":"1999-01-01 00:00:00"}BOB4');
  });

  it('finds the fields that begin like a text, behind links too', () => {
    const list = (start: string) =>
      said(`String[] f = se.findAlternativeFields("${start}"); foreach (String s in f) print(s + " ");`);

    expect(list('y_people.n')).toBe('y_people.name ');
    expect(list('y_people.team.')).toBe('y_people.team.id y_people.team.title ');
    expect(list('tea')).toBe('team.id team.title ');
  });
});
