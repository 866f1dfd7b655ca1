import { describe, expect, it } from 'vitest';
import { play } from './stage.ts';

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
    ['OperatorIn', 'Paris, Rome', 'Bob '],
  ])('compares texts with %s "%s"', (operator, value, found) => {
    expect(names(`se.addCriteria("y_people.city", "${operator}", "${value}");`).printed).toBe(found);
  });

  it('compares numbers by their value', () => {
    expect(names('se.addCriteria("y_people.age", "OperatorGt", "10");').printed).toBe('Ada Cyd ');
    expect(names('se.addCriteria("y_people.age", "OperatorLtEq", "36");').printed).toBe('Ada Bob ');
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

    expect(printed).toContain('[{"y_people.name": "Ada"},{"y_people.name": "Bob"}]');
    expect(printed).toContain('y_people.name\nAda\nBob');
    expect(printed).toContain('2Bob');
    expect(printed).toContain('{"people": [{"who": "Ada"},{"who": "Bob"}]}');
  });

  it.each([
    ['SearchEngine se; se.addField("nobody.id"); se.execute();', 'NotAvailableOffline', '"nobody"'],
    ['SearchEngine se; se.addField("y_people.name.x"); se.execute();', 'NotAvailableOffline', 'joins'],
    ['SearchEngine se; se.addField("name");', 'RunTimeException', 'table.column'],
    ['SearchEngine se; se.execute();', 'RunTimeException', 'add a field'],
    ['SearchEngine se; se.addField("y_people.name"); se.getField(1);', 'RunTimeException', 'no field 1'],
    ['SearchEngine se; se.addCriteria("y_people.id", "Near", "1");', 'NotAvailableOffline', '"Near"'],
    ['SearchEngine se; print(se.buildSql());', 'NotAvailableOffline', 'SearchEngine.buildSql'],
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

describe('NSBLOBAgent', () => {
  it('keeps bytes in the rows that SearchEngine sees', () => {
    const { printed, failure } = play(
      `SearchEngine add;
       add.addData("BinaryObject.name", "token");
       Integer id = add.insert();
       NSBLOBAgent agent;
       NSStream stream;
       stream.SetStream(simpleTwoWay("secret".toByteArray()));
       agent.SetBlobStream(id, stream);
       print(String(simpleTwoWay(agent.GetBlobStream(id).GetStream())));
       SearchEngine se;
       se.addField("BinaryObject.BinaryObject_id");
       se.addField("BinaryObject.name");
       se.addOrder("BinaryObject.BinaryObject_id", false);
       se.setLimit(1);
       se.execute();
       print(se.getField(0) + se.getField(1));
       agent.GetBlobStream(99);`,
    );

    expect(printed).toBe('secret1token');
    expect(failure).toContain(
      '16: RunTimeException: NSBLOBAgent.GetBlobStream: there is no BinaryObject 99.',
    );
  });

  it('has its other methods from the tables', () => {
    expect(play('NSBLOBAgent agent; agent.DeleteBlobEntity(1);').failure).toContain(
      'NotAvailableOffline: NSBLOBAgent.DeleteBlobEntity needs a SuperOffice database.',
    );
  });
});
