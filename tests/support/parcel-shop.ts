import type { WorldFile } from '../../src/engine/definition.ts';

/** Asks the shop for an order, or to change its address: `order 1042`, `Move to Storgata 12`. */
const received = `
EventData ed = getEventData();
Integer session = ed.getInputValue("chatMessage.sessionId").toInteger();
String text = ed.getInputValue("chatMessage.message");
String order = "https://shop.example/orders/1042";
HTTP call;
if (text.find("Move to ") == 0)
{
  call.addHeader("Content-Type", "application/json");
  String street = text.subString(8, text.getLength() - 8);
  call.addBinaryData(("{\\"street\\":\\"" + street + "\\",\\"zip\\":\\"0155\\"}").toByteArray());
  String answer = String(call.post(order + "/address"));
  if (call.hasError())
    addChatMessage(session, "The shop does not answer.", 1, "Parcel", 16, "");
  else
    addChatMessage(session, "Moved, says the shop: " + answer, 1, "Parcel", 16, "");
}
else
{
  String answer = String(call.get(order));
  addChatMessage(session, "Order 1042 is " + answer, 1, "Parcel", 16, "");
}
`;

/** A shop whose bot asks another service: mocks of which none changes an address to this zip. */
export const parcelShop: WorldFile = {
  startsAt: '2026-03-02T09:00:00Z',
  agents: [{ id: 1, name: 'Kari Nord', present: true }],
  channels: [
    {
      id: 1,
      name: 'Parcel shop',
      bot: { enabled: true, folder: 'Parcel', name: 'Parcel' },
      members: [{ agent: 1, canRespond: true }],
    },
  ],
  folders: [
    {
      name: 'Parcel',
      scripts: [
        { id: 1, name: 'parcel bot register', language: 'crmscript', source: '' },
        { id: 2, name: 'parcel bot message received', language: 'crmscript', source: received },
      ],
    },
  ],
  mocks: [
    {
      id: 1,
      name: 'Order 1042',
      request: { method: 'GET', url: 'https://shop.example/orders/1042' },
      responses: [
        { status: 200, body: 'packed', delay: 120 },
        { status: 200, body: 'on its way', delay: 120 },
      ],
    },
    {
      id: 2,
      name: 'Any order, any change',
      request: { method: 'PUT', url: 'https://shop.example/orders/*/address' },
      responses: [{ status: 204 }],
    },
    {
      id: 3,
      name: 'Change of address',
      request: {
        method: 'POST',
        url: 'https://shop.example/orders/1042/address',
        body: '{"street":"Storgata 12","zip":"0150"}',
        bodyMatch: 'json',
      },
      responses: [
        {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: '{\n  "order": "1042",\n  "changed": true,\n  "arrives": "2026-03-05"\n}',
          delay: 120,
        },
      ],
    },
  ],
};
