import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hintsAt, worldOf } from './checked.ts';

/** What a script does, in no language. */
type Act =
  | { readonly kind: 'posts' | 'handsOver' | 'ends' | 'leaves' }
  | {
      readonly kind: 'if';
      readonly asks: boolean;
      readonly then: readonly Act[];
      readonly otherwise: readonly Act[];
    };

const { acts } = fc.letrec<{ acts: readonly Act[]; act: Act }>((tie) => ({
  acts: fc.array(tie('act'), { maxLength: 3 }),
  act: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Act>({ kind: 'posts' }, { kind: 'handsOver' }, { kind: 'ends' }, { kind: 'leaves' }),
    fc.record({
      kind: fc.constant('if' as const),
      asks: fc.boolean(),
      then: tie('acts'),
      otherwise: tie('acts'),
    }),
  ),
}));

type Language = Readonly<Record<'posts' | 'handsOver' | 'ends' | 'asks' | 'other', string>>;

const crmscript: Language = {
  posts: 'addChatMessage(session, "Hi", 1, bot, 16, "");',
  handsOver: 'resetChat(session);',
  ends: 'setChatStatus(session, 7);',
  asks: 'event.getInputValue("chatSession.status") == "4"',
  other: 'bot == "x"',
};
const javascript: Language = {
  posts: "await chat.addChatMessageAsync(session, { type: 'ToCustomer', message: 'Hi' });",
  handsOver: 'await chat.resetChatSessionAsync(session);',
  ends: "entity.status = 'Finished';",
  asks: "inputValues['chatSession.status'] === '4'",
  other: "inputValues['chatTopic.botName'] === 'x'",
};

function written(all: readonly Act[], language: Language): string {
  return all
    .map((act) => {
      if (act.kind === 'leaves') return 'return;';
      if (act.kind !== 'if') return language[act.kind];
      const condition = act.asks ? language.asks : language.other;
      return `if (${condition})\n{\n${written(act.then, language)}\n}\nelse\n{\n${written(act.otherwise, language)}\n}`;
    })
    .join('\n');
}

const codesOf = (name: string, body: string): readonly string[] => {
  const channel = { preChatForm: { enabled: true, faqEnabled: true } };
  return hintsAt(worldOf({ scripts: { [name]: body }, channel }), name)
    .map((one) => one.replace(/^\d+ /, ''))
    .sort();
};

it.each(['my bot session created', 'my bot message received'])(
  'finds the same in a script, whichever language it is written in: %s',
  (name) => {
    fc.assert(
      fc.property(acts, (all) => {
        const entity = 'const entity = await chat.getChatSessionEntityAsync(session);\n';

        expect(codesOf(`${name}.ts`, entity + written(all, javascript))).toEqual(
          codesOf(name, written(all, crmscript)),
        );
      }),
      { numRuns: 25 },
    );
  },
);
