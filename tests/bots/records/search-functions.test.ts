import { describe, expect, it } from 'vitest';
import { play } from '../stage.ts';

const people = {
  tables: {
    y_people: [
      { id: 1, name: 'Ada', age: 36, city: 'London' },
      { id: 2, name: 'Bob', age: 9, city: 'Paris' },
      { id: 3, name: 'Cyd', age: 51, city: 'London' },
    ],
  },
};

describe('SearchEngine with functions', () => {
  const rows = (search: string) =>
    play(
      `SearchEngine se;
       se.bypassNetServer(true);
       ${search}
       for (se.execute(); !se.eof(); se.next()) {
         Integer i;
         for (i = 0; i < se.countColumns(); i++) print(se.getField(i) + " ");
         print("| ");
       }`,
      people,
    );

  it('counts, adds and compares all rows', () => {
    expect(
      rows(
        `se.addField("y_people.id", "count");
         se.addField("y_people.age", "FuncSum");
         se.addField("y_people.age", "avg");
         se.addField("y_people.age", "min");
         se.addField("y_people.name", "max");`,
      ).printed,
    ).toBe('3 96 32 9 Cyd | ');
  });

  it('counts none, and knows no sum of nothing', () => {
    expect(
      rows(
        `se.addField("y_people.id", "count");
         se.addField("y_people.age", "sum");
         se.addCriteria("y_people.city", "Equals", "Rome");`,
      ).printed,
    ).toBe('0  | ');
  });

  it('groups by the other fields, orders by a function, and keeps the groups that have something', () => {
    const search = `se.addField("y_people.city");
      se.addField("y_people.id", "count");
      se.setGroup(true);
      se.addOrder("y_people.age", "max", true);`;

    expect(rows(search).printed).toBe('Paris 1 | London 2 | ');
    expect(
      rows(`${search} se.addHaving("y_people.id", "FuncCount", "OperatorGt", "1", "OperatorAnd", 0);`)
        .printed,
    ).toBe('London 2 | ');
    expect(
      rows(`${search} se.addHaving("y_people.city", "Equals", "paris", "OperatorAnd", 0);`).printed,
    ).toBe('Paris 1 | ');
  });

  it('changes single values, in fields and in criteria', () => {
    expect(
      rows(
        `se.addField("y_people.name", "upper");
         se.addField("y_people.city", "lower");
         se.addCriteria("y_people.name", "FuncLower", "OperatorEquals", "bob", "OperatorAnd", 0);`,
      ).printed,
    ).toBe('BOB paris | ');
  });

  it('gives a field by its name and function', () => {
    const { printed } = play(
      `SearchEngine se;
       se.addField("y_people.age", "min");
       se.addField("y_people.age", "max");
       se.execute();
       print(se.getField("y_people.age", "FuncMax") + se.getField("y_people.age") + se.countRows().toString());`,
      people,
    );

    expect(printed).toBe('5191');
  });

  it('says that a tenant would not', () => {
    const { events } = play('SearchEngine se; se.addField("y_people.id", "count"); se.execute();', people);

    expect(events.find(({ type }) => type === 'hint.raised')).toMatchObject({
      hint: { code: 'search-no-functions', params: {} },
    });
  });
});
