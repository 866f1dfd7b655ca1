import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { step } from '../../src/engine/step.ts';
import { play } from './stage.ts';
import { sentence } from '../../src/words/sentence.ts';

const hints = (played: ReturnType<typeof play>): string[] =>
  played.events.flatMap((event) => (event.type === 'hint.raised' ? sentence(event.hint) : []));

describe('the options of the world', () => {
  it('say what an Integer without a value looks like', () => {
    const source = 'Integer none; print("[" + none.toString() + "]");';

    expect(play(source).printed).toBe('[0]');
    expect(play(source, { options: { nullIntegerText: '' } }).printed).toBe('[]');
  });

  it('say whether parseJSON gives an empty array one child, and warn if so', () => {
    const source =
      'print(parseJSON("[]").getChildren().length().toString() + parseJSON2("[]").getChildren().length().toString());';
    const asThere = play(source);
    const mended = play(source, { options: { parseJsonEmptyArrayBug: false } });

    expect([asThere.printed, mended.printed]).toEqual(['10', '00']);
    expect([hints(asThere).length, hints(mended).length]).toEqual([1, 0]);
  });
});

describe('a hint', () => {
  it('is given once for each place, so that a loop does not use up the events of the step', () => {
    const played = play(
      `for (Integer i = 0; i < 1500; i++) parseJSON("[]");
       parseJSON("[]");
       print("done");`,
    );

    expect([played.printed, played.failure, hints(played).length]).toEqual(['done', '', 2]);
  });
});

describe('HTTP', () => {
  const mocks = [
    {
      request: { method: 'POST', url: 'https://a.test/', body: '{"x":1}' },
      responses: [{ status: 201, body: 'blå' }],
    },
  ];

  it('answers with a stream too', () => {
    const { printed } = play(
      `HTTP http;
       http.setOption("parameters", "?{\\"x\\":1}");
       NSStream answer = http.postAsStream("https://a.test/");
       print(http.getValue("statusCode") + String(answer, "utf-8") + String(answer).getLength().toString());`,
      { mocks },
    );

    expect(printed).toBe('201blå4');
  });

  it('drops the first character of the parameters, and says so where that is none to drop', () => {
    const played = play('HTTP http; http.setOption("parameters", "x=1"); http.post("https://b.test/");');

    expect(hints(played)).toEqual([
      'The first character of "parameters" is dropped; write "?" in front of it.',
    ]);
  });

  it('sends parameters as the bytes of their characters, or as UTF-8 where the flag says so', () => {
    const sent = (options: string): unknown[] =>
      play(`HTTP http; ${options} http.post("https://b.test/");`).events.flatMap((event) =>
        event.type === 'http.called' ? event.sent : [],
      );

    expect(sent('http.setOption("parameters", "?" + "blå".utf8Encode());')).toEqual(['blå']);
    expect(sent('http.setOption("parameters", "?blå");')).toEqual(['blå']);
    expect(sent('http.setOption("parameters", "?{1}"); http.setOption("parametersUTF8", "true");')).toEqual([
      '{1}',
    ]);
    expect(sent('http.setOption("parametersUTF8", "?x=1");')).toEqual(['x=1']);
  });

  it('cannot send what lies in the database', () => {
    expect(play('HTTP http; http.addDocumentData(4);').failure).toContain(
      'NotAvailableOffline: HTTP.addDocumentData',
    );
  });
});

describe('what a script asks about where it runs', () => {
  it('keeps variables of the parser, of the run and of the moment', () => {
    const { printed } = play(
      `setParserVariable("name", "Ada");
       getParser().addVariable("name", "Bob");
       print(getParserVariable("name", 1) + getParserVariableCount("name").toString() + getParserVariableAsCSV("name", true));
       getGlobalStaticMap().insert("k", "v");
       print(getGlobalStaticMap().get("k"));
       setCurrent("a", "b");
       print(getCurrent("a") + getCurrent("x").isNull().toString());`,
    );

    expect(printed).toBe('Bob2"Ada","Bob"vbtrue');
  });

  it('finds scripts and agents by name, and has no request from a browser', () => {
    const { printed } = play(
      `print(getScriptId("bot message received").toString() + getScriptId("nobody").isNull().toString());
       print(getUsername(2) + getCgiVariable("x").isNull().toString() + getCgiVariables().size().toString());
       print(getProgramChat());`,
    );

    expect(printed).toBe('2trueOla Sandtrue0https://superoffice.invalid/scripts/chat.fcgi');
  });

  it('would show a dialog, and blocks', () => {
    const played = play(
      `EventDataDialogDefinition dialog;
       dialog.setTitle("Sure?");
       dialog.addText("id", "Label", "");
       dialog.addList("size", "Size", "S,L".split(","), "S", "", true);
       EventData event = getEventData();
       event.showDialog(dialog);
       print(dialog.getTitle() + event.getBlockExecution().toString());`,
    );

    expect(played.printed).toBe('Sure?true');
    expect(hints(played)).toEqual([
      'showDialog: the dialog "Sure?" would open in SuperOffice; a rehearsal has no screen for it. {"title": "Sure?","fields": [{"type": "text","id": "id","label": "Label"},{"type": "list","id": "size","label": "Size","listItems": ["S","L"],"default": "S","mandatory": true}]}',
    ]);
  });
});

describe('without the tables', () => {
  it('a script that needs them does not compile, and says why', () => {
    const world = createWorld({
      startsAt: '2024-01-01T10:00:00Z',
      channels: [{ id: 1, name: 'A', bot: { enabled: true, folder: 'Bot' } }],
      folders: [
        {
          id: 1,
          name: 'Bot',
          scripts: [
            { id: 1, name: 'bot register', source: '' },
            { id: 2, name: 'bot session created', source: 'Ticket ticket;' },
          ],
        },
      ],
    });

    const outcome = step(
      world,
      { step: 1, input: { type: 'customer.connects', channel: 1 } },
      createRunScript(),
    );

    expect(outcome.events.find(({ type }) => type === 'script.failed')).toMatchObject({
      kind: 'CompileError',
      failure: { code: 'not-available-offline', params: { near: 'Ticket' } },
    });
  });
});
