import { describe, expect, it } from 'vitest';
import { play } from '../stage.ts';

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
