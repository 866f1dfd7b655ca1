import { describe, expect, it } from 'vitest';
import { play } from '../stage.ts';
import { sentence } from '../../../src/words/sentence.ts';

const people = {
  tables: {
    y_people: [
      { id: 1, name: 'Ada', age: 36, city: 'London' },
      { id: 2, name: 'Bob', age: 9, city: 'Paris' },
      { id: 3, name: 'Cyd', age: 51, city: 'London' },
    ],
  },
};

/** Prints the names that a search finds, after `criteria` and the rest were added to it. */
const names = (criteria: string) =>
  play(
    `SearchEngine se;
     se.addField("y_people.name");
     ${criteria}
     for (se.execute(); !se.eof(); se.next()) print(se.getField(0) + " ");`,
    people,
  );

describe('SearchEngine on the tables of the world', () => {
  it('finds every row, by id, when nothing is asked', () => {
    expect(names('').printed).toBe('Ada Bob Cyd ');
  });

  it.each([
    ['Equals', 'London', 'Ada Cyd '],
    ['operatorequals', 'LONDON', 'Ada Cyd '],
    ['OperatorNotEquals', 'London', 'Bob '],
    ['OperatorLike', 'P%s', 'Bob '],
    ['OperatorLike', 'L_ndon', 'Ada Cyd '],
    ['OperatorBeginsWith', 'lon', 'Ada Cyd '],
    ['OperatorEndsWith', 'DON', 'Ada Cyd '],
    ['OperatorContains', 'ondo', 'Ada Cyd '],
    ['OperatorNotContains', 'ondo', 'Bob '],
    ['OperatorIn', 'Paris, Rome', 'Bob '],
  ])('compares texts with %s "%s"', (operator, value, found) => {
    expect(names(`se.addCriteria("y_people.city", "${operator}", "${value}");`).printed).toBe(found);
  });

  it('compares numbers by their value', () => {
    expect(names('se.addCriteria("y_people.age", "OperatorGt", "10");').printed).toBe('Ada Cyd ');
    expect(names('se.addCriteria("y_people.age", "OperatorLtEq", "36");').printed).toBe('Ada Bob ');
  });

  it('says when a column is in no row of its table, also behind a link, and once', () => {
    const { events } = play(
      `for (Integer i = 0; i < 2; i++) {
         SearchEngine se; se.addFields("y_people", "name,nmae,cityId"); se.addCriteria("y_people.id", "Gt", "0");
         se.addOrder("y_people.team.colour", true); se.execute();
       }
       SearchEngine none; none.addField("empty.anything"); none.execute();
       SearchEngine live; live.addField("chat_session.topic_id.nome"); live.execute();`,
      {
        tables: {
          y_people: [
            { id: 1, name: 'Ada', city_id: 4, team: 2 },
            { id: 2, team: 2 },
          ],
          team: [{ id: 2, title: 'Blue' }],
          empty: [],
        },
      },
    );

    const hints = events.flatMap((event) => (event.type === 'hint.raised' ? [sentence(event.hint)] : []));
    expect(hints.map((text) => text.split(', so')[0])).toEqual([
      'No row of the table "y_people" has a column "nmae"',
      'No row of the table "team" has a column "colour"',
      'No row of the table "chat_topic" has a column "nome"',
    ]);
  });

  it('joins criteria by and, by or, and in parentheses', () => {
    expect(
      names(
        'se.addCriteria("y_people.city", "Equals", "London"); se.addCriteria("y_people.age", "OperatorGt", "40");',
      ).printed,
    ).toBe('Cyd ');
    expect(
      names(
        'se.addCriteria("y_people.name", "Equals", "Bob", "OperatorOr", 0); se.addCriteria("y_people.name", "Equals", "Cyd", "OperatorAnd", 0);',
      ).printed,
    ).toBe('Bob Cyd ');
    expect(
      names(
        `se.addCriteria("y_people.age", "OperatorGt", "20", "OperatorAnd", 0);
         se.addCriteria("y_people.city", "Equals", "Paris", "OperatorOr", 1);
         se.addCriteria("y_people.name", "Equals", "Cyd", "OperatorAnd", 1);`,
      ).printed,
    ).toBe('Cyd ');
  });

  it('reads criteria of one level as SQL does: and before or, and the contrary of both', () => {
    expect(
      names(
        `se.addCriteria("y_people.name", "Equals", "Bob", "OperatorOr", 0);
         se.addCriteria("y_people.city", "Equals", "London", "OperatorAnd", 0);
         se.addCriteria("y_people.age", "OperatorGt", "40");`,
      ).printed,
    ).toBe('Bob Cyd ');
    expect(
      names(
        `se.addCriteria("y_people.city", "Equals", "London", "OperatorNotAnd", 0);
         se.addCriteria("y_people.name", "Equals", "Ada");`,
      ).printed,
    ).toBe('Bob Cyd ');
    expect(
      names(
        `se.addCriteria("y_people.name", "Equals", "Ada", "OperatorNotOr", 0);
         se.addCriteria("y_people.city", "Equals", "London");`,
      ).printed,
    ).toBe('Bob ');
    expect(
      names(
        `se.addCriteria("y_people.name", "Equals", "Bob", "OperatorNotOr", 0);
         se.addCriteria("y_people.city", "Equals", "London", "OperatorNotAnd", 0);
         se.addCriteria("y_people.age", "OperatorGt", "40");`,
      ).printed,
    ).toBe('Cyd ');
  });

  it('orders and limits', () => {
    expect(names('se.addOrder("y_people.age", false); se.setLimit(2);').printed).toBe('Cyd Ada ');
  });

  it('gives fields by name too, and none behind the end', () => {
    const { printed } = play(
      `SearchEngine se;
       se.addFields("y_people", "name, city");
       se.addCriteria("y_people.id", "Equals", "2");
       print(se.execute().toString() + se.getField("Y_People.City") + se.countRows().toString());
       se.next();
       print(se.eof().toString() + se.getField(0).isNull().toString());`,
      people,
    );

    expect(printed).toBe('1Paris1truetrue');
  });

  it('inserts, updates and deletes rows as events', () => {
    const { printed, world, events } = play(
      `SearchEngine add;
       add.addData("y_people.name", "Dan");
       add.addData("y_people.age", "20");
       print(add.insert().toString());
       SearchEngine change;
       change.addData("y_people.AGE", "37");
       change.addCriteria("y_people.name", "Equals", "Ada");
       change.update();
       SearchEngine gone;
       gone.addField("y_people.id");
       gone.addCriteria("y_people.name", "Equals", "Bob");
       gone.delete();`,
      people,
    );

    expect(printed).toBe('4');
    expect(events.filter(({ type }) => type === 'table.changed')).toHaveLength(3);
    expect(world.tables['y_people']).toEqual([
      { id: 3, name: 'Cyd', age: 51, city: 'London' },
      { id: 4, name: 'Dan', age: '20' },
      { id: 1, name: 'Ada', age: 37, city: 'London' },
    ]);
  });

  it('stops a script that stores more than it may hold', () => {
    const { failure, events } = play(
      `String text = "0123456789";
       Integer i;
       for (i = 0; i < 17; i++) text = text + text;
       for (i = 0; i < 100; i++) { SearchEngine se; se.addData("y_people.name", text); se.insert(); }`,
      people,
    );

    expect(failure).toContain('MemoryLimit');
    expect(events.filter(({ type }) => type === 'table.changed').length).toBeLessThan(10);
  });

  it('writes its result as JSON, as text and into a matrix', () => {
    const { printed } = play(
      `SearchEngine se;
       se.addField("y_people.name");
       se.addCriteria("y_people.age", "OperatorLt", "40");
       print(se.executeJSON());
       print(se.executeTextTable());
       StringMatrix m;
       se.executeInto(m);
       print(m.getNumRows().toString() + m.getCell(1, 0));
       JSONBuilder jb;
       jb.pushObject("");
       se.executeToJSONBuilder(jb, "who", "people");
       jb.finalize();
       print(jb.getString());`,
      people,
    );

    expect(printed).toContain('[{"y_people.name":"Ada"},{"y_people.name":"Bob"}]');
    expect(printed).toContain(
      '- - - - - - - -\n y_people.name\n- - - - - - - -\n Ada          \n Bob          ',
    );
    expect(printed).toContain('2Bob');
    expect(printed).toContain('{"people": [{"who": "Ada"},{"who": "Bob"}]}');
  });

  it('shows each value of a field once', () => {
    expect(names('se.setDistinct("y_people.city");').printed).toBe('Ada Bob ');
  });

  it('has the tables that scripts count on, empty until somebody writes to them', () => {
    const { failure, events } = play(
      `SearchEngine se;
       se.addCriteria("sequence.TableName", "equals", "BINARYOBJECT");
       se.addData("sequence.next_id", "2");
       se.update();`,
    );

    expect(failure).toBe('');
    expect(events.some(({ type }) => type === 'table.changed')).toBe(false);
  });

  it('fills fields from other fields in an update', () => {
    const { world } = play(
      `SearchEngine se;
       se.addDataField("y_people.name", "y_people.city", "upper");
       se.addCriteria("y_people.id", "Equals", "2");
       se.update();`,
      people,
    );

    expect(world.tables['y_people']).toContainEqual({ id: 2, name: 'PARIS', age: 9, city: 'Paris' });
  });

  it('writes labels and types into a JSONBuilder, and HTML', () => {
    const { printed } = play(
      `SearchEngine se;
       se.addFields("y_people", "id,name,age");
       se.setLimit(1);
       JSONBuilder jb;
       jb.pushObject("");
       se.executeToJSONBuilder(jb, "no:Integer,who,grown:Bool", "people");
       jb.popLevel();
       print(jb.getString());
       print(se.executeHTMLTable());
       JSONBuilder prices;
       se.executeToJSONBuilder(prices, "no:Float", "");
       print(prices.getString());`,
      { tables: { y_people: [{ id: 1, name: '<Ada>', age: 1 }] } },
    );

    expect(printed).toBe(
      '{"people": [{"no": 1,"who": "<Ada>","grown": true}]}' +
        "<table border='1' style='border-collapse: collapse'>" +
        '<tr><th>y_people.id</th><th>y_people.name</th><th>y_people.age</th></tr>' +
        '<tr><td>1</td><td>&lt;Ada&gt;</td><td>1</td></tr></table>' +
        '[{"no": 1.000000,"y_people.name": "<Ada>","y_people.age": "1"}]',
    );
  });

  it.each([
    ['SearchEngine se; se.addField("nobody.id"); se.execute();', 'NotAvailableOffline', '"nobody"'],
    ['SearchEngine se; se.addField("y_people.name.x"); se.execute();', 'NotAvailableOffline', 'joins'],
    ['SearchEngine se; se.addField("name");', 'RunTimeException', 'table.column'],
    ['SearchEngine se; se.execute();', 'RunTimeException', 'add a field'],
    ['SearchEngine se; se.addField("y_people.name"); se.getField(1);', 'RunTimeException', 'no field 1'],
    ['SearchEngine se; se.addCriteria("y_people.id", "Near", "1");', 'NotAvailableOffline', '"Near"'],
    [
      'SearchEngine se; se.addField("y_people.name"); se.buildSql("drop");',
      'RunTimeException',
      'type "drop"',
    ],
    [
      'SearchEngine se; se.addField("y_people.name", "soundex");',
      'NotAvailableOffline',
      'the function "soundex"',
    ],
    [
      'SearchEngine se; se.addData("y_people.team.title", "x"); se.update();',
      'RunTimeException',
      'no column of y_people',
    ],
    [
      'SearchEngine se; se.addField("y_people.name"); se.addField("y_people.age", "max"); se.execute();',
      'RunTimeException',
      'setGroup(true)',
    ],
    [
      'SearchEngine se; se.addField("y_people.name"); se.addCriteria("y_people.age", "FuncSum", "OperatorGt", "1", "", 0); se.execute();',
      'RunTimeException',
      'addHaving',
    ],
    [
      'SearchEngine se; se.addField("y_people.(y_other->id).name"); se.execute();',
      'NotAvailableOffline',
      'joins',
    ],
    [
      'SearchEngine se; se.addJoinCriteria("a", "b", "c", "d", 0);',
      'NotAvailableOffline',
      'SearchEngine.addJoinCriteria',
    ],
    [
      'SearchEngine se; se.addData("chat_message.message", "x"); se.insert();',
      'NotAvailableOffline',
      'inserting',
    ],
  ])('says what is not possible: %s', (source, kind, words) => {
    const { failure } = play(source, people);

    expect(failure).toContain(kind);
    expect(failure).toContain(words);
  });
});
