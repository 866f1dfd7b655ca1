import { describe, expect, it } from 'vitest';
import { check, checked, fixed } from './help.ts';

const mended = (source: string): string => fixed(source, 'not-in-dialect');

describe("what is ours and not in SuperOffice's dialect", () => {
  it('is said of each call, and what the dialect has instead is offered', () => {
    const source = 'resetChat(1);';

    expect(check(source)).toMatchObject([
      { severity: 'warning', code: 'not-in-dialect', fix: { label: "Write it in SuperOffice's dialect" } },
    ]);
    expect(mended(source)).toBe('await soApi.getChatAgent().resetChatSessionAsync(1);');
  });

  it('adds a message with the names of numbers, and leaves out what is usual', () => {
    expect(mended('addChatMessage(id, "Hi " + 1, 1, "Bot", 16, "");')).toBe(
      `await soApi.getChatAgent().addChatMessageAsync(id, { type: 'ToCustomer', message: "Hi " + 1, author: "Bot", specialType: 'BotMessage' });`,
    );
    expect(mended('const n = addChatMessage(1, message, 1, author, 17, options, when);')).toBe(
      `const n = (await soApi.getChatAgent().addChatMessageAsync(1, { type: 'ToCustomer', message, author, specialType: 'Options', specialParam: options, whenPosted: when })).chatMessageId;`,
    );
    expect(mended('addChatMessage(1, "x", 3, "", 0, "");')).toContain(
      `{ type: 'Special', message: "x", author: "" }`,
    );
  });

  it('sets a status by saving the session', () => {
    expect(mended('setChatStatus(id, 7);')).toBe(
      "await soApi.getChatAgent().saveChatSessionEntityAsync({ ...(await soApi.getChatAgent().getChatSessionEntityAsync(id)), status: 'Finished' });",
    );
  });

  it('reads and writes the event data', () => {
    const rewritten: readonly (readonly [string, string])[] = [
      ['const e = getEventData();', 'const e = context.eventData;'],
      ['const t = getEventData().getInputValue("a.b");', 'const t = context.eventData.inputValues["a.b"];'],
      [
        "const t = getEventData().getInputValue('action');",
        'const t = context.eventData.inputValues.action;',
      ],
      ['const t = getEventData().getInputValues();', 'const t = context.eventData.inputValues;'],
      ['getEventData().setOutputValue("a", "b");', 'context.eventData.outputValues.a = "b";'],
      ['getEventData().setStateValue(name, "b");', 'context.eventData.stateValues[name] = "b";'],
      ['const t = getEventData().getStateValue("s");', 'const t = context.eventData.stateValues.s;'],
      ['getEventData().setBlockExecution(true);', 'context.eventData.blockExecution = true;'],
      ['const t = getEventData().getType();', 'const t = context.eventData.type;'],
      [
        'getEventData().setValidationMessage("no");',
        'context.eventData.message = "no", (context.eventData.blockExecution = true);',
      ],
    ];

    for (const [before, after] of rewritten) {
      const byMethod = check(before).findLast(({ fix }) => fix !== undefined)?.fix;
      expect(byMethod && before.slice(0, byMethod.start) + byMethod.text + before.slice(byMethod.end)).toBe(
        after,
      );
    }
  });

  it('goes on with a variable that held it', () => {
    expect(fixed("const e = context.eventData;\nconst t = e.getInputValue('a.b');", 'typescript')).toBe(
      "const e = context.eventData;\nconst t = e.inputValues['a.b'];",
    );
  });

  it('prints into the answer', () => {
    expect(mended('print("x");')).toBe('context.result.body += "x";');
    expect(mended('printLine(a + 1);')).toBe('context.result.body += `${a + 1}\\n`;');
    expect(mended('printLine();')).toBe("context.result.body += '\\n';");
  });

  it('is only told where nothing is known to do the same, or it cannot be told what is meant', () => {
    expect(check('setUserIsTyping(1, true);')).toMatchObject([{ code: 'not-in-dialect-nor-else' }]);
    expect(check('const type = 1;\naddChatMessage(1, "", type, "", 0, "");')[0]?.fix).toBeUndefined();
    expect(check('function f() {\n  resetChat(1);\n}\nf();')[0]?.fix).toBeUndefined();
  });

  it('leaves nothing to say when it is mended', () => {
    for (const one of [
      'resetChat(1);',
      'setChatStatus(1, 7);',
      'addChatMessage(1, "x", 1, "Bot", 16, "");',
    ]) {
      expect(checked(mended(one))).toEqual([]);
    }
  });

  it('may be declared anew by a script', () => {
    expect(checked('function print(text: string) { console.log(text); }\nprint("x");')).toEqual([]);
  });
});
