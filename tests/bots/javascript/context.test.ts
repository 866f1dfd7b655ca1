import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/engine/inputs.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import { step } from '../../../src/engine/step.ts';
import { bothLanguages, playJs } from './stage.ts';

const printed = (source: string): string => {
  const played = playJs(source);
  expect(played.failure).toBe('');
  return played.printed;
};

/** A trigger whose script is in JavaScript, on a message that Ada writes. */
const triggered = (source: string, ...others: readonly string[]) =>
  playJs('', {
    channels: [
      { id: 1, name: 'Support', members: [{ agent: 1, canRespond: true }], preChatForm: { enabled: false } },
    ],
    folders: [
      {
        id: 1,
        name: 'Triggers',
        scripts: [source, ...others].map((text, index) => ({
          id: index + 1,
          name: `trigger ${String(index + 1)}`,
          language: 'javascript' as const,
          source: text,
        })),
      },
    ],
    triggers: [source, ...others].map((_, index) => ({
      id: index + 1,
      event: 402 as const,
      script: index + 1,
    })),
  });

/** Runs a script as the Run button does. */
function runByHand(source: string, inputValues: Readonly<Record<string, string>> = {}) {
  const world = createWorld({
    startsAt: '2024-01-01T10:00:00Z',
    agents: [{ id: 7, name: 'Kari Nord', present: true }],
    folders: [
      {
        id: 1,
        name: 'F',
        scripts: [{ id: 1, name: 'tool', includeName: 'my-tool', language: 'javascript', source }],
      },
    ],
  });
  const input: Input = { type: 'admin.runsScript', script: 1, inputValues };
  const outcome = step(world, { step: 1, input }, bothLanguages());
  if (outcome.kind !== 'committed') throw new Error(outcome.kind);
  return outcome.events.map((event) => (event.type === 'script.printed' ? event.text : '')).join('');
}

describe('context.eventData', () => {
  it('has what the event gives, by the documented names, as texts', () => {
    expect(
      printed(`const { inputValues, type } = context.eventData;
        print([type, inputValues['chatMessage.message'], typeof inputValues['chatMessage.type'], inputValues.nothing].join());
        print(Object.keys(inputValues).includes('chatTopic.botName'));`),
    ).toBe('0,hello,string,true');
  });

  it('keeps what a script writes into the input values to that script', () => {
    expect(
      printed(
        `context.eventData.inputValues['chatMessage.message'] = 'x'; print(getEventData().getInputValues()['chatMessage.message']);`,
      ),
    ).toBe('x');
  });

  it('changes a message before it is saved, for the next trigger too', () => {
    const { events } = triggered(
      `if (context.eventData.type !== 402) throw new Error('type');
       context.eventData.outputValues['chatMessage.message'] = 'changed';
       Object.assign(context.eventData.outputValues, { 'chatMessage.author': 'Someone' });
       context.eventData.stateValues.seen = 1;`,
      `console.log(context.eventData.inputValues['chatMessage.message'], context.eventData.stateValues.seen);`,
    );

    expect(events.find(({ type }) => type === 'message.saved')).toMatchObject({
      text: 'changed',
      author: 'Someone',
    });
    expect(events.find(({ type }) => type === 'script.printed')).toMatchObject({
      channel: 'log',
      text: 'changed 1',
    });
  });

  it('takes back an output and a state', () => {
    const { events } = triggered(
      `context.eventData.outputValues['chatMessage.message'] = 'changed';
       delete context.eventData.outputValues['chatMessage.message'];
       context.eventData.stateValues.seen = 'x';
       delete context.eventData.stateValues.seen;`,
      `console.log(JSON.stringify(context.eventData.stateValues));`,
    );

    expect(events.find(({ type }) => type === 'message.saved')).toMatchObject({ text: 'hello' });
    expect(events.find(({ type }) => type === 'script.printed')).toMatchObject({ text: '{}' });
  });

  it.each([
    ['blockExecution', 'context.eventData.blockExecution = true; context.eventData.message = "No";'],
    ['setValidationMessage', 'getEventData().setValidationMessage("No");'],
  ])('blocks a message with %s', (_, source) => {
    const { events } = triggered(source);

    expect(events.find(({ type }) => type === 'message.blocked')).toMatchObject({
      reason: { code: 'text', params: { text: 'No' } },
    });
    expect(events.some(({ type }) => type === 'message.saved')).toBe(false);
  });

  it('reports a dialog, and holds back what is about to happen', () => {
    const { events } = triggered(
      `context.eventData.showDialog = { title: 'Sure?', fields: [{ name: 'a' }] };
       print(context.eventData.blockExecution);`,
    );

    expect(events.find(({ type }) => type === 'hint.raised')).toMatchObject({
      hint: {
        code: 'dialog-not-shown',
        params: { title: 'Sure?', definition: '{"title":"Sure?","fields":[{"name":"a"}]}' },
      },
    });
    expect(events.some(({ type }) => type === 'message.blocked')).toBe(true);
  });

  it('has the request that a run by hand is given', () => {
    expect(
      runByHand(
        `const { cgiVariables, cgiContent, headers } = context.eventData;
         print(JSON.stringify([cgiVariables, cgiContent, headers]));`,
        { 'cgi.name': 'Ada', cgiContent: 'body', 'header.Accept': 'text/plain' },
      ),
    ).toBe('[{"name":"Ada"},"body",{"Accept":"text/plain"}]');
  });

  it('has the other fields of the dialect', () => {
    expect(
      printed(`const { exception, navigateTo, traceExecution, message } = context.eventData;
        context.eventData.navigateTo = 'x';
        print(JSON.stringify([exception, navigateTo, traceExecution, message, context.eventData.navigateTo]));`),
    ).toBe('["","",false,"","x"]');
  });
});

describe('context', () => {
  it('answers with the body of its result, and what is printed belongs to it', () => {
    const { events } = playJs(`
      context.result.body = 'a';
      print('b');
      context.result.body += 'c';
      context.result.status = 404;
      print(context.result.body + context.result.status);`);

    expect(
      events.flatMap((event) => (event.type === 'script.printed' ? [[event.channel, event.text]] : [])),
    ).toEqual([
      ['print', 'b'],
      ['print', 'abc404'],
      ['print', 'abcabc404'],
    ]);
  });

  it('answers with its body alone, once, when the script has ended, failed or not', () => {
    const { events, failure } = playJs(`context.result.body += 'a'; context.result.body += 'b'; null.x;`);

    expect(events.flatMap((event) => (event.type === 'script.printed' ? [event.text] : []))).toEqual(['ab']);
    expect(failure).toContain('TypeError');
  });

  it('says whose run it is', () => {
    const source = 'print(JSON.stringify(context.variables));';

    expect(runByHand(source)).toBe('{"activeUser":7,"developmentMode":true,"includeId":"my-tool"}');
    expect(printed(source)).toBe('{"activeUser":1,"developmentMode":false,"includeId":""}');
  });

  it('has a place for what a script and its includes share', () => {
    expect(
      printed(`context.vars.a = 1; context.funcs.f = () => 2; context.classes.C = class {};
        print(context.vars.a + context.funcs.f() + Object.keys(context.classes).join());`),
    ).toBe('3C');
  });

  it('cannot be taken away', () => {
    expect(playJs('context = 1;').failure).toContain('TypeError');
    expect(playJs('soApi = 1;').failure).toContain('TypeError');
  });
});

describe('CRMScript’s names', () => {
  it('are there for the event', () => {
    expect(
      printed(`const data = getEventData();
        data.setOutputValue('a', 'b'); data.setStateValue('s', 't'); data.setMessage('m'); data.setNavigateTo('n');
        data.setBlockExecution(true);
        print(JSON.stringify([data.getType(), data.getInputValue('CHATMESSAGE.message'), data.getInputValue('none'),
          data.getStateValue('s'), data.getStateValue('none'), data.getStateValues(), data.getMessage(),
          data.getBlockExecution(), data.getNavigateTo(), context.eventData.outputValues.a]));`),
    ).toBe('[0,"hello",null,"t",null,{"s":"t"},"m",true,"n","b"]');
  });

  it('print, with and without an end of the line', () => {
    expect(printed(`print(1); printLine({}); printLine(); print(null);`)).toBe('1[object Object]\n\nnull');
  });

  it('act on the chat', () => {
    const { events, world } = playJs(`
      setUserIsTyping(1, true);
      print(addChatMessage(1, 'Hi', 1, '', 17, '["A"]', new Date('2024-01-01T10:00:05Z')));
      setChatStatus('1', 7);
      resetChat(1);`);

    const own = events.flatMap((event) =>
      event.type === 'message.saved' && event.messageType === 1
        ? [[event.text, event.author, event.specialType, event.whenPosted]]
        : [],
    );
    expect(own).toEqual([['Hi', 'Robot', 17, '2024-01-01T10:00:05.000Z']]);
    expect(events.some(({ type }) => type === 'typing.changed')).toBe(true);
    expect(world.sessions.get(1)?.botActive).toBe(false);
  });

  it.each([
    [
      'addChatMessage(99, "x", 1, "", 0, "")',
      'RunTimeException: addChatMessage: there is no chat session 99.',
    ],
    ['setChatStatus(1, 12)', 'RunTimeException: setChatStatus: 12 is not a status.'],
    ['resetChat("one")', 'TypeError: resetChat: sessionId: a whole number is wanted, not "one".'],
  ])('throw what a script can catch: %s', (call, words) => {
    expect(printed(`try { ${call}; } catch (error) { print(String(error)); }`)).toContain(words);
  });
});
