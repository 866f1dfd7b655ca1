import { describe, expect, it } from 'vitest';
import { checkScript } from '../../../src/bots/check-script.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import { tables } from '../../crmscript/tables.ts';
import { play } from '../stage.ts';

const sales = {
  tables: {
    NSSaleEntity: [
      {
        id: 4,
        Heading: 'A mill',
        amount: 12.5,
        Completed: 1,
        IsPublished: true,
        Saledate: '2024-05-01 10:00:00',
        Contact: { ContactId: 7, Name: 'Engines' },
        UserDefinedFields: { 'SuperOffice:1': 'x' },
        Links: [{ Description: 'first' }, { Description: 'second' }],
      },
      { id: 5, Heading: 'A wheel' },
    ],
  },
};

describe('an agent of NetServer, where the world has a table of its carriers', () => {
  it('gives a row as the carrier, its fields in their types', () => {
    const { printed, failure } = play(
      `NSSaleAgent agent;
       NSSaleEntity sale = agent.GetSaleEntity(4);
       print(sale.GetHeading() + sale.GetSaleId().toString() + sale.GetAmount().toString(1));
       print(sale.GetIsPublished().toString() + sale.GetSaledate().toString() + sale.GetCompleted().toString());
       print("|" + sale.GetContact().GetName() + sale.GetContact().GetContactId().toString());
       print(sale.GetUserDefinedFields().get("SuperOffice:1") + sale.GetLinks().length().toString() + sale.GetLinks()[1].GetDescription());
       print(sale.GetPostit().isEmpty().toString() + sale.GetPerson().GetPersonId().toString());`,
      sales,
    );

    expect(failure).toBe('');
    expect(printed).toBe('A mill412.5true2024-05-01 10:00:001|Engines7x2secondtrue0');
  });

  it('saves what was changed and keeps the rest, as one event', () => {
    const { printed, world, events } = play(
      `NSSaleAgent agent;
       NSSaleEntity sale = agent.GetSaleEntity(4);
       sale.SetHeading("Two mills");
       sale.GetContact().SetName("Difference");
       sale.SetNextDueDate(DateTime("2024-06-01 00:00:00"));
       print(agent.SaveSaleEntity(sale).GetHeading());
       NSSaleEntity other = agent.CreateDefaultSaleEntity();
       other.SetHeading("New");
       print(agent.SaveSaleEntity(other).GetSaleId().toString());
       agent.DeleteSaleEntity(5);`,
      sales,
    );

    expect(printed).toBe('Two mills6');
    expect(events.filter(({ type }) => type === 'table.changed')).toHaveLength(3);
    expect(world.tables['NSSaleEntity']).toMatchObject([
      {
        id: 4,
        Heading: 'Two mills',
        Amount: 12.5,
        Contact: { ContactId: 7, Name: 'Difference' },
        NextDueDate: '2024-06-01 00:00:00',
        Links: [{ Description: 'first' }, { Description: 'second' }],
      },
      { id: 6, Heading: 'New' },
    ]);
  });

  it('gives none for an unknown number, and nothing without the table', () => {
    const unknown = play('NSSaleAgent agent; agent.GetSaleEntity(99).GetHeading();', sales);
    const without = play('NSSaleAgent agent; agent.GetSaleEntity(4);');

    expect(unknown.failure).toContain('This object is empty');
    expect(without.failure).toContain(
      'NotAvailableOffline: NSSaleAgent.GetSaleEntity needs a SuperOffice database. Add a fixture or mock to continue.',
    );
  });

  it('is marked before the run where it has none', () => {
    const source = 'NSSaleAgent agent; agent.GetSaleEntity(1); agent.GetSale(2);';
    const marked = (more: object) =>
      checkScript(createWorld({ startsAt: '2024-01-01T10:00:00Z', ...more }), source, 'script', tables).map(
        ({ message }) => message.split(' ')[0],
      );

    expect(marked({})).toEqual(['NSSaleAgent.GetSaleEntity', 'NSSaleAgent.GetSale']);
    expect(marked(sales)).toEqual(['NSSaleAgent.GetSale']);
  });

  it('gives several at once', () => {
    const { printed } = play(
      `NSAppointmentAgent agent;
       Integer[] ids;
       ids.pushBack(2);
       ids.pushBack(1);
       ids.pushBack(9);
       foreach (NSAppointment one in agent.GetAppointmentList(ids)) print(one.GetAppointmentId().toString() + " ");`,
      { tables: { NSAppointment: [{ id: 1 }, { id: 2 }] } },
    );

    expect(printed).toBe('2 1 ');
  });
});
