import { describe, expect, it } from 'vitest';
import { asked } from './help.ts';

type Asked = Parameters<typeof asked>;

function completions(...[written, others, name]: [Asked[1], Asked[2]?, Asked[3]?]) {
  const help = asked('completions', written, others, name)?.help;
  if (help?.kind !== 'completions') throw new Error('Nothing is suggested.');
  return help;
}
const labels = (...of: Parameters<typeof completions>) => completions(...of).items.map(({ label }) => label);

describe('completion in a script in JavaScript', () => {
  it('knows the methods of an agent, what they take, and what they do', () => {
    const { from, items } = completions('const agent = soApi.getChatAgent();\nagent.add|');

    expect(from).toBe(42);
    expect(items.find(({ label }) => label === 'addChatMessageAsync')).toMatchObject({
      kind: 'method',
      call: 'arguments',
      detail: 'ChatMessage',
      about: [
        {
          signature:
            'addChatMessageAsync(chatSessionId: number, message: NewChatMessage): Promise<ChatMessage>',
          doc: "Puts a message into a session and returns it. A bot's message makes the status UserLast.",
        },
      ],
    });
  });

  it('has what is declared here and what scripts find before the words of the language, and what is ours after', () => {
    const found = labels('const mine = 1;\nfunction own() {}\n|');
    const at = (name: string) => found.indexOf(name);

    expect([at('mine'), at('own')].every((place) => place >= 0 && place < at('soApi'))).toBe(true);
    expect(at('soApi')).toBeLessThan(at('addChatMessage'));
    expect(at('addChatMessage')).toBeLessThan(at('await'));
    expect(found).not.toContain('namespace');
    expect(found).not.toContain('Intl');
  });

  it('offers the agents that work offline first', () => {
    expect(labels('soApi.|').slice(0, 2)).toEqual(['getArchiveAgent', 'getChatAgent']);
  });

  it('offers the texts of an enumeration, with quotes and within them', () => {
    const within = completions('soApi.getChatAgent().addChatMessageAsync(1, { type: "|" });');
    expect(within.items.map(({ label, kind }) => [label, kind])).toContainEqual(['ToCustomer', 'text']);

    const [first] = completions(
      "const a = '';\nsoApi.getChatAgent().addChatMessageAsync(1, { type: | });",
    ).items;
    expect(first).toMatchObject({ kind: 'value', label: "'Invalid'" });
  });

  it('offers the names that the event gives, those of the script first, in brackets where they need them', () => {
    const within = completions("context.eventData.inputValues['|']", {}, 'bot register');
    expect(within.items.slice(0, 2)).toMatchObject([
      { label: 'action', detail: 'register' },
      { label: 'topicid', detail: 'register' },
    ]);

    const behind = completions('context.eventData.inputValues.|');
    expect(behind.items.find(({ label }) => label === 'chatTopic.botName')).toMatchObject({
      insert: "['chatTopic.botName']",
      before: 1,
    });
  });

  it('sees what an included script declares', () => {
    expect(labels('///<include includeId="lib">\ngre|', { lib: 'function greet() {}' })).toContain('greet');
  });

  it('offers the scripts that can be included', () => {
    const others = { lib: '', old: '', 'crm.crm': '' };

    expect(labels('///<include includeId="|">', others)).toEqual(['lib', 'old']);
    expect(labels("#include '|';", others)).toEqual(['lib', 'old']);
  });

  it('says nothing in a comment', () => {
    expect(asked('completions', '// soApi.|')).toBeNull();
  });
});

describe('what is said about a name', () => {
  it('is how it is declared, what it does, and that it is ours or not offline', () => {
    expect(asked('hover', 'soApi.getChat|Agent();')?.help).toMatchObject({
      start: 6,
      end: 18,
      about: [
        {
          signature: '(method) SoApi.getChatAgent(): ChatAgent',
          doc: 'Sessions, messages, channels and presence of the chat.',
        },
      ],
    });
    expect(asked('hover', 'reset|Chat(1);')?.help).toMatchObject({ about: [{ notes: [{ kind: 'mind' }] }] });
    expect(asked('hover', 'soApi.getSale|Agent();')?.help).toMatchObject({
      about: [{ notes: [{ kind: 'offline' }] }],
    });
  });

  it('names the script and the line where it is declared', () => {
    const lib = '/** Says hello. */\nfunction greet(name: string) {\n  return name;\n}\n';

    expect(asked('hover', '///<include includeId="lib">\ngre|et("x");', { lib })?.help).toMatchObject({
      about: [{ doc: 'Says hello.', declared: { file: 'lib', line: 2 } }],
    });
    expect(asked('hover', 'const mine = 1;\nmi|ne;')?.help).toMatchObject({
      about: [{ declared: { line: 1 } }],
    });
  });
});

describe('what a call takes', () => {
  it('is shown with the argument at hand, also while the call is unfinished', () => {
    expect(asked('signature', 'x();\nsoApi.getChatAgent().addChatMessageAsync(1, |')?.help).toMatchObject({
      start: 26,
      argument: 1,
      signatures: [
        {
          signature:
            'addChatMessageAsync(chatSessionId: number, message: NewChatMessage): Promise<ChatMessage>',
          parameters: [
            [20, 41],
            [43, 66],
          ],
        },
      ],
    });
  });

  it('has each overload', () => {
    const found = asked('signature', 'soApi.getChatAgent().updateChatTopicUserAgentAsync(1, |)')?.help;
    expect(found).toMatchObject({ signatures: [{}, {}] });
  });
});

describe('where a name is declared', () => {
  const lib = '\nfunction greet() {}\n';

  it('is in this script or in one that it includes', () => {
    expect(asked('definition', 'function own() {}\now|n();')).toMatchObject({
      script: 1,
      help: { file: 'main', line: 1, column: 10 },
    });
    expect(asked('definition', '///<include includeId="lib">\ngre|et();', { lib })).toMatchObject({
      script: 2,
      help: { file: 'lib', line: 2, column: 10 },
    });
  });

  it('is the script itself in the line that includes it', () => {
    expect(asked('definition', "#include 'l|ib.ts';", { lib })).toMatchObject({
      script: 2,
      help: { file: 'lib', line: 1, column: 1 },
    });
  });

  it('is nowhere for what is built in', () => {
    expect(asked('definition', 'console.lo|g(1);')).toBeNull();
  });
});

describe('a page with script in it', () => {
  it('is helped with at the columns where it is written', () => {
    const page = '<p>%EJSCRIPT_START%<% const all = [1]; %><b><% all.ma|p %></b>%EJSCRIPT_END%';
    const help = completions(page);

    expect(help.items.map(({ label }) => label)).toContain('map');
    expect(help.from).toBe(page.indexOf('ma|'));
  });
});
