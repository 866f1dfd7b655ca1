import { describe, expect, it } from 'vitest';
import { play } from '../stage.ts';

describe('SearchEngine along the columns that name other rows', () => {
  const linked = {
    contacts: [{ id: 7, name: 'Ada Lovelace', email: 'ada@example.org', company: 'Engines' }],
    tables: {
      ticket: [{ id: 1, title: 'Broken', cust_id: 7, owned_by: 2, y_product_idx: 3, chat_session: 1 }],
      y_product: [{ id: 3, name: 'Mill', maker: 9 }],
      maker: [{ id: 9, name: 'Babbage' }],
    },
  };

  it('finds the customer, the agent, the row of a table of that name, and the chat', () => {
    const { printed, failure } = play(
      `SearchEngine se;
       se.addField("ticket.cust_id.firstname");
       se.addField("ticket.owned_by.username");
       se.addField("ticket.y_product_idx.name");
       se.addField("ticket.y_product_idx.maker.name");
       se.addField("ticket.chat_session.customer_alias");
       se.addCriteria("ticket.cust_id.email", "Equals", "ADA@example.org");
       se.execute();
       Integer i;
       for (i = 0; i < se.countColumns(); i++) print(se.getField(i) + " ");`,
      linked,
    );

    expect(failure).toBe('');
    expect(printed).toBe('Ada Ola Sand Mill Babbage Ada ');
  });
});
