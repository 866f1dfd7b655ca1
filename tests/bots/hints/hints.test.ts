import { describe, expect, it } from 'vitest';
import { bodyOf, fixedIn, hintAt, hintsAt, worldOf, type BotSetting } from './checked.ts';

const created = 'my bot session created';
const changed = 'my bot session changed';
const received = 'my bot message received';
const withForm = { preChatForm: { enabled: true } };
const withFaq = { preChatForm: { faqEnabled: true } };
const post = 'addChatMessage(session, "Hi", 1, bot, 16, "");';
const says = "await say('Hi');";

/** Functions, the first of which asks for the status, and each other one the one below it. */
const chainOfNames = (count: number): string =>
  Array.from({ length: count }, (_, n) => {
    const asked = n === 0 ? 'getEventData().getInputValue("chatSession.status") == "4"' : `n${String(n)}()`;
    return `Bool n${String(n + 1)}() { return ${asked}; }`;
  })
    .reverse()
    .join('\n');

/** The hints at one script of a bot. */
const hints = (name: string, body: string, setting: Partial<BotSetting> = {}): readonly string[] =>
  hintsAt(worldOf({ ...setting, scripts: { ...setting.scripts, [name]: body } }), name);

describe('a bot that writes as soon as the chat opens', () => {
  it.each([
    ['says that the pre-chat form is skipped', post, ['1 forms-skipped']],
    ['does so in a function, too', `Void greet() { ${post} }\ngreet();`, ['1 forms-skipped']],
    [
      'does not where it asks for the status',
      `if (event.getInputValue("chatSession.status") == "4") ${post}`,
      [],
    ],
    [
      'does not where it left before',
      `Integer now = event.getInputValue("chatSession.status").toInteger();\nif (now < 4) { return; }\n${post}`,
      [],
    ],
    [
      'does not where the status comes to the condition over thirty names, in whatever order they stand',
      `${chainOfNames(30)}\nif (n30()) ${post}`,
      [],
    ],
  ])('%s', (_, body, expected) => {
    expect(hints(created, body, { channel: withForm })).toEqual(expected);
  });

  it('has nothing to skip in a channel without forms', () => {
    expect(hints(created, post)).toEqual([]);
  });

  it('is mended by waiting for status 4', () => {
    const world = worldOf({ scripts: { [created]: post }, channel: withForm });

    const mended = fixedIn(world, created, 'forms-skipped');

    expect(bodyOf(mended, created)).toBe(
      `if (event.getInputValue("chatSession.status").toInteger() >= 4) ${post}`,
    );
    expect(hintsAt(mended, created)).toEqual([]);
  });

  it('is told from one that may', () => {
    const message = (body: string) =>
      hintAt(worldOf({ scripts: { [created]: body }, channel: withForm }), created, 'forms-skipped').message;

    expect(message(post)).toMatch(/^This writes as soon as .* the pre-chat form of “Support” is skipped/);
    expect(message(`if (bot == "Eko") ${post}`)).toMatch(/^This may write as soon as/);
  });

  it('is as well known in TypeScript', () => {
    const name = `${created}.ts`;
    const world = worldOf({ scripts: { [name]: says }, channel: withForm });

    expect(hintsAt(world, name)).toEqual(['0 forms-skipped']);
    expect(
      hintsAt(
        worldOf({
          scripts: { [name]: `if (Number(inputValues['chatSession.status']) === 4) ${says}` },
          channel: withForm,
        }),
        name,
      ),
    ).toEqual([]);
  });
});

describe('a script that hears of every change of status', () => {
  it.each([
    ['is told to ask for it', post, ['1 greets-each-time']],
    ['may write for a reason of its own', `if (getSessionVariable("greeted") == "") { ${post} }`, []],
    ['has asked for it', `if (event.getInputValue("status.new") == "4") ${post}`, []],
    ['writes nothing', 'log("changed");', []],
  ])('%s', (_, body, expected) => {
    expect(hints(changed, body)).toEqual(expected);
  });

  it('is mended by asking for status 4', () => {
    const mended = fixedIn(worldOf({ scripts: { [changed]: post } }), changed, 'greets-each-time');

    expect(hintsAt(mended, changed)).toEqual([]);
  });
});

describe('a bot that answers questions to the FAQ', () => {
  const body = `${post}\nif (bot == "x") { resetChat(session); }`;

  it('is told so, where the channel has an FAQ', () => {
    expect(hints(received, body, { channel: withFaq })).toEqual(['1 answers-in-faq']);
    expect(hints(received, body)).toEqual([]);
  });

  it('hears of none where it has written first', () => {
    const first = `// straight to status 6\n${post}`;
    expect(hints(received, body, { channel: withFaq, scripts: { [created]: first } })).toEqual([]);
    expect(hints(received, body, { channel: withFaq, scripts: { [created]: post } })).toEqual([]);
  });

  it('is mended by asking for the status', () => {
    const mended = fixedIn(
      worldOf({ scripts: { [received]: body }, channel: withFaq }),
      received,
      'answers-in-faq',
    );

    expect(hintsAt(mended, received)).toEqual([]);
  });
});

describe('a bot that hands over', () => {
  it.each([
    ['and writes after it', `resetChat(session);\n${post}`, ['2 writes-after-hand-over']],
    [
      'and writes after it by a function',
      `Void bye() { ${post} }\nresetChat(session);\nbye();`,
      ['3 writes-after-hand-over'],
    ],
    [
      'in a function, and writes after that',
      `Void over() { resetChat(session); }\nover();\n${post}`,
      ['3 writes-after-hand-over'],
    ],
    [
      'perhaps, and writes whatever it was',
      `if (bot == "x") { resetChat(session); }\n${post}`,
      ['2 writes-after-hand-over'],
    ],
    ['and leaves', `if (bot == "x") { resetChat(session); return; }\n${post}`, []],
    ['or writes', `if (bot == "x") { resetChat(session); } else { ${post} }`, []],
    ['last', `${post}\nresetChat(session);`, []],
    [
      'perhaps, and writes perhaps',
      `if (bot == "x") { resetChat(session); }\nif (bot == "y") { ${post} }`,
      [],
    ],
  ])('%s', (_, body, expected) => {
    expect(hints(received, body)).toEqual(expected);
  });

  it('too early is mended by doing so last', () => {
    const body = `if (bot == "x")\n{\n  resetChat(session);\n  ${post}\n}`;

    const mended = fixedIn(worldOf({ scripts: { [received]: body } }), received, 'writes-after-hand-over');

    expect(bodyOf(mended, received)).toBe(`if (bot == "x")\n{\n  ${post}\n  resetChat(session);\n}`);
    expect(hintsAt(mended, received)).toEqual([]);
  });

  it('is as well known in TypeScript', () => {
    const name = `${received}.ts`;
    const over = 'await chat.resetChatSessionAsync(session);';

    expect(hints(name, `${over}\n${says}`)).toEqual(['2 writes-after-hand-over']);
    expect(hints(name, `${says}\n${over}`)).toEqual([]);
    const mended = fixedIn(
      worldOf({ scripts: { [name]: `${over}\n${says}` } }),
      name,
      'writes-after-hand-over',
    );
    expect(bodyOf(mended, name)).toBe(`${says}\n${over}`);
  });

  it('never, in any script, leaves people with the bot', () => {
    const trigger = {
      id: 9,
      name: 'Others',
      scripts: [{ id: 90, name: 'hand over', source: 'resetChat(1);' }],
    };

    expect(hints(received, post)).toEqual(['0 no-way-to-people']);
    expect(hints(received, post, { scripts: { 'my bot session changed': 'resetChat(session);' } })).toEqual(
      [],
    );
    const world = worldOf({ scripts: { [received]: post } });
    expect(
      hintsAt(
        {
          ...world,
          folders: [
            ...world.folders,
            {
              ...trigger,
              scripts: trigger.scripts.map((one) => ({
                ...one,
                includeName: '',
                language: 'crmscript' as const,
              })),
            },
          ],
        },
        received,
      ),
    ).toEqual([]);
    expect(hints(received, post, { channel: { bot: { enabled: false } } })).toEqual([]);
  });
});

describe('a bot that ends the chat', () => {
  const handsOver = 'if (bot == "x") { resetChat(session); return; }\n';
  const end = 'setChatStatus(session, 7);';

  it.each([
    ['without a word', end, ['2 ends-without-a-word']],
    [
      'without a word in one of its ways',
      `if (bot == "y") { ${end} } else { ${post} }`,
      ['2 ends-without-a-word'],
    ],
    ['by a function, without a word', `Void done() { ${end} }\ndone();`, ['2 ends-without-a-word']],
    ['and says so', `${post}\n${end}`, []],
    ['and says so afterwards', `${end}\n${post}`, []],
    ['and says so where it calls what ends it', `Void done() { ${end} }\n${post}\ndone();`, []],
    ['with another status', 'setChatStatus(session, 9);', []],
  ])('%s', (_, body, expected) => {
    expect(hints(received, handsOver + body)).toEqual(expected);
  });

  it('is mended by a good bye', () => {
    const world = worldOf({ scripts: { [received]: `${handsOver}if (bot == "y")\n{\n  ${end}\n}` } });

    const mended = fixedIn(world, received, 'ends-without-a-word');

    expect(bodyOf(mended, received)).toContain(
      `  addChatMessage(session, "Thank you for the chat. Bye!", 1, bot, 0, "");\n  ${end}`,
    );
    expect(hintsAt(mended, received)).toEqual([]);
  });

  it('has no fix where a statement has no room beside it', () => {
    const world = worldOf({ scripts: { [received]: `${handsOver}if (bot == "y") ${end}` } });

    expect(hintAt(world, received, 'ends-without-a-word').fix).toBeUndefined();
  });

  it('is as well known in TypeScript', () => {
    const name = `${received}.ts`;
    const entity =
      "const one = await chat.getChatSessionEntityAsync(session);\none.status = 'Finished';\nawait chat.saveChatSessionEntityAsync(one);";
    const over = 'if (session === 0) { await chat.resetChatSessionAsync(session); return; }\n';

    expect(hints(name, over + entity)).toEqual(['3 ends-without-a-word']);
    expect(hints(name, `${over}${says}\n${entity}`)).toEqual([]);
  });
});

describe('a script whose name', () => {
  it('nearly has a role is told so, with the name that it should have', () => {
    const { params, message } = hintAt(
      worldOf({ scripts: { 'my bot mesage recieved': post } }),
      'my bot mesage recieved',
      'no-role',
    );

    expect(params).toMatchObject({ almost: 'messageReceived', mended: 'my bot message received' });
    expect(message).toContain('only nearly has the role “message received”');
  });

  it('has no role is told so if it asks for what only events give', () => {
    expect(hints('answers', 'log(event.getInputValue("chatMessage.message"));')).toEqual(['0 no-role']);
    expect(
      hintsAt(
        worldOf({ scripts: { answers: '' }, more: { triggers: [{ id: 1, event: 403, script: 3 }] } }),
        'answers',
      ),
    ).toEqual([]);
    expect(
      hints('answers', 'log(event.getInputValue("chatMessage.message"));', {
        scripts: { [changed]: '#include "answers";' },
      }),
    ).toEqual([]);
  });

  it('came after the registration is told that it is not called yet', () => {
    const world = worldOf({ scripts: { [created]: 'log("x");' } });
    const [registration] = world.registrations;
    if (registration === undefined) throw new Error('The bot is not registered.');
    const before = { ...registration, scripts: { ...registration.scripts, sessionCreated: 0 } };

    expect(hintsAt({ ...world, registrations: [before] }, created)).toEqual(['0 newer-than-registration']);
    expect(hintsAt(world, created)).toEqual([]);
  });
});

describe('a trigger that acts', () => {
  const trigger = (body: string, channels: number) =>
    hintsAt(
      worldOf({
        scripts: { 'note it': body },
        more: {
          channels: Array.from({ length: channels }, (_, index) => ({
            id: index + 1,
            name: `Channel ${String(index)}`,
          })),
          triggers: [{ id: 7, event: 403, script: 3 }],
        },
      }),
      'note it',
    );

  it('does so in all channels, unless it asks for one', () => {
    expect(trigger('addChatMessage(session, "x", 1, "x", 0, "");', 2)).toEqual(['1 trigger-of-all-channels']);
    expect(trigger('addChatMessage(session, "x", 1, "x", 0, "");', 1)).toEqual([]);
    expect(trigger('log("x");', 2)).toEqual([]);
  });

  it('asks for its channel', () => {
    const world = worldOf({
      scripts: { 'note it': '' },
      more: {
        channels: [
          { id: 1, name: 'A' },
          { id: 2, name: 'B' },
        ],
        triggers: [{ id: 7, event: 403, script: 3 }],
      },
    });
    const asks = 'if (event.getInputValue("chatSession.topicId") == "2") { resetChat(session); }';
    const source = `#setLanguageLevel 3;\nEventData event = getEventData();\nInteger session = 1;\n${asks}`;
    const folders = world.folders.map((folder) => ({
      ...folder,
      scripts: folder.scripts.map((one) => (one.id === 3 ? { ...one, source } : one)),
    }));

    expect(hintsAt({ ...world, folders }, 'note it')).toEqual([]);
  });
});

describe('a text that is written down', () => {
  it.each([
    [
      'is an address with a port that is refused online',
      'HTTP h;\nh.get("https://x.example:8443/a");',
      ['2 port-refused-online'],
    ],
    ['is one that goes on', 'HTTP h;\nh.get("http://x.example:8080/" + bot);', ['2 port-refused-online']],
    ['has a port that is not', 'HTTP h;\nh.get("https://x.example:443/a");', []],
    ['ends before its port does', 'HTTP h;\nh.get("https://x.example:80" + "80/");', []],
    [
      'are parameters that are cut',
      `addChatMessage(session, "x", 1, bot, 17, "[${'x'.repeat(300)}]");`,
      ['1 special-params'],
    ],
  ])('%s', (_, body, expected) => {
    expect(hints(received, `${body}\nif (bot == "x") { resetChat(session); return; }`)).toEqual(expected);
  });

  it('is told for what it is given to', () => {
    const message = (body: string) =>
      hintAt(worldOf({ scripts: { [received]: body } }), received, 'port-refused-online').message;

    expect(message('HTTP h; h.get("https://x.example:8443/a");')).toContain('a call to port 8443 is refused');
    expect(message('String url = "https://x.example:8443/a";')).toContain(
      'a call to port 8443 would be refused',
    );
  });

  it('is as well known in TypeScript', () => {
    const name = `${received}.ts`;
    const over = 'await chat.resetChatSessionAsync(session);';

    expect(hints(name, `await fetch('https://x.example:8443/a');\n${over}`)).toEqual([
      '1 port-refused-online',
    ]);
    expect(
      hints(
        name,
        `await chat.addChatMessageAsync(session, { message: 'x', specialType: 'Options', specialParam: '${'x'.repeat(300)}' });\n${over}`,
      ),
    ).toEqual(['1 special-params']);
  });
});

describe('a comment that calls status 7 closed', () => {
  it.each([
    ['setChatStatus(session, 7); // closed', true],
    ['setChatStatus(session, 7); // 7 = closed', true],
    ['// 7 = Closed, 6 = user last', true],
    ['/* closed (7) */', true],
    ['setChatStatus(session, 9); // closed', false],
    ['log("7 = closed");', false],
    ['// closed at 17:00', false],
    ['setChatStatus(session, 7); // finished', false],
  ])('%s', (line, isTold) => {
    const found = hints(received, `${post}\n${line}\nif (bot == "x") { resetChat(session); }`);

    expect(found).toEqual(isTold ? ['2 seven-is-finished'] : []);
  });

  it('is mended by the word', () => {
    const world = worldOf({ scripts: { [received]: `${post}\nsetChatStatus(session, 7); // Closed` } });

    expect(bodyOf(fixedIn(world, received, 'seven-is-finished'), received)).toContain('// Finished');
  });
});
