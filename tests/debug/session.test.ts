import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import { statementLines } from '../../src/bots/statement-lines.ts';
import { placeOnLine, readHitCondition, type Breakpoint } from '../../src/debug/breakpoints.ts';
import type { Debuggee } from '../../src/debug/debuggee.ts';
import {
  begin,
  hitsAt,
  move,
  shown,
  toLastChange,
  withBreakpoints,
  withEdit,
  type Command,
  type Session,
} from '../../src/debug/session.ts';
import { step } from '../../src/engine/step.ts';
import type { World } from '../../src/engine/world.ts';
import { replay } from '../../src/scenario/replay.ts';
import { bothLanguages } from '../bots/javascript/stage.ts';
import { helpDesk } from '../scenario/scenarios.ts';
import { connects, printedBy, stepOf, worldOf } from './stage.ts';

const debuggeeIn = (world: World): Debuggee => {
  const again = stepOf(world);
  return (observer, hand) => again({ observer, ...hand });
};
const debuggeeOf = (source: string) => debuggeeIn(worldOf(source));

/** A bot that greets through a function, while a trigger runs inside each message. */
const trigger = 'Integer heard = 41;\nheard++;\nprint(heard.toString());';
const bot = `Integer sent;
Void say(String text) {
  sent++;
  addChatMessage(1, text, 1, "Robot", 0, "");
}
for (Integer i = 1; i <= 3; i++) {
  say(i.toString());
}
print("sent " + sent.toString());`;
const nested = () =>
  debuggeeIn(worldOf(bot, [{ id: 3, name: 'guard', source: trigger }], [{ id: 1, event: 403, script: 3 }]));

const line = (
  id: number,
  at: number,
  more: Partial<Extract<Breakpoint, { kind: 'line' }>> = {},
): Breakpoint => ({
  kind: 'line',
  id,
  script: 2,
  line: at,
  ...more,
});

/** Script and line where it stands; at the end, nothing. */
const placeOf = ({ trace, at }: Session): string => {
  const place = trace.placeOf(at);
  return place === undefined ? 'end' : `${String(place.script)}:${String(place.line)}`;
};

const after = (session: Session, ...commands: Command['command'][]): string =>
  placeOf(commands.reduce((here, command) => move(here, { command } as Command), session));

describe('a session', () => {
  const inside = () => begin(nested(), [{ ...line(1, 2), script: 3 } as Breakpoint], 'breakpoint');

  it('stops in a trigger that runs inside a message of a bot, and moves out of it and back', () => {
    const session = inside();

    expect(session.reason).toBe('breakpoint');
    expect(placeOf(session)).toBe('3:2');
    expect(shown(nested(), session)?.frames.map(({ script, line }) => [script, line])).toEqual([
      [3, 2],
      [2, 4],
      [2, 7],
    ]);
    expect(after(session, 'next')).toBe('3:3');
    expect(after(session, 'next', 'next')).toBe('2:6');
    expect(after(session, 'stepOut')).toBe('2:6');
    expect(after(session, 'backOut')).toBe('2:4');
    expect(after(session, 'backOut', 'backOut')).toBe('2:7');
    expect(after(session, 'backOut', 'backOver')).toBe('2:3');
    expect(after(session, 'backOut', 'stepIn')).toBe('3:1');
  });

  it('leaves the innermost block or loop, forwards and backwards', () => {
    const session = move(begin(nested(), [], 'start'), { command: 'goto', script: 2, line: 7 });

    expect(after(session, 'stepOutScope')).toBe('2:9');
    expect(after(session, 'backOutScope')).toBe('2:6');
    expect(after(session, 'stepOutScope', 'backOutScope')).toBe('2:1');
  });

  it('goes from breakpoint to breakpoint in both directions, and ends at the start or the end', () => {
    const session = inside();

    expect(after(session, 'continue', 'continue')).toBe('3:2');
    expect(after(session, 'continue', 'continue', 'continue')).toBe('end');
    expect(after(session, 'continue', 'continue', 'continue', 'reverseContinue')).toBe('3:2');
    expect(after(session, 'reverseContinue')).toBe('2:1');
  });

  it('runs to a line, and back to one', () => {
    const start = begin(nested(), [], 'start');
    const there = move(start, { command: 'goto', script: 3, line: 3 });

    expect(placeOf(there)).toBe('3:3');
    expect(placeOf(move(there, { command: 'goto', script: 2, line: 3, isBack: true }))).toBe('2:3');
    expect(placeOf(move(start, { command: 'goto', script: 9, line: 3 }))).toBe('end');
    expect(move(start, { command: 'goto', script: 2, line: 3, isBack: true }).at).toBe(1);
  });

  it('stands at the end where nothing stops it, and shows nothing there', () => {
    const session = begin(nested(), [line(1, 3, { isOff: true })], 'breakpoint');

    expect(session.reason).toBe('end');
    expect(shown(nested(), session)).toBeNull();
  });

  it('takes a step without scripts', () => {
    const session = begin(debuggeeOf(''), [line(1, 1)], 'start');

    expect([session.at, session.reason, after(session, 'stepIn', 'next', 'stepBack', 'backOver')]).toEqual([
      1,
      'end',
      'end',
    ]);
  });
});

describe('what a call gave', () => {
  const source =
    'Integer twice(Integer n) {\n  return 2 * n;\n}\nInteger four(Integer n) {\n  return twice(twice(n));\n}\nVoid nothing() {\n  print("");\n}\nInteger f = four(3);\nnothing();\nInteger g;';
  const returnedAt = (line: number, command: Command['command']) => {
    const debuggee = debuggeeOf(source);
    const start = begin(debuggee, [], 'start');
    const there = line === 10 ? start : move(start, { command: 'goto', script: 2, line });
    return shown(debuggee, move(there, { command } as Command))?.returned;
  };

  it('is shown after a step out of it, by its name', () => {
    // The outermost that has ended: what is left stands on line 10.
    expect(returnedAt(2, 'stepOut')).toMatchObject({ name: 'four', value: '12' });
    expect(returnedAt(5, 'stepOut')).toMatchObject({ name: 'four', value: '12' });
    expect(returnedAt(10, 'next')).toMatchObject({ name: 'four', value: '12' });
  });

  it('is nothing where none has just ended, or it gives nothing', () => {
    expect(returnedAt(10, 'stepIn')).toBeUndefined();
    expect(returnedAt(8, 'stepOut')).toBeUndefined();
  });
});

describe('a call that comes before the first statement around it', () => {
  it('is moved through like any other', () => {
    const source =
      'Integer one() {\n  Integer n = 1;\n  return n;\n}\nstruct Pet { Integer age = one(); };\nPet cat;\nprint(cat.age.toString());';
    const debuggee = debuggeeOf(source);
    const session = begin(debuggee, [], 'start');
    const lines = Array.from(
      { length: session.trace.length },
      (_, index) => session.trace.placeOf(index + 1)?.line,
    );

    expect(printedBy(session.outcome)).toBe('1');
    expect(lines.at(-1)).toBe(7);
    expect(lines.slice(0, 2)).toEqual([2, 3]);
    expect(after(session, 'stepOut', 'stepBack', 'backOut')).toBe('2:2');
    for (let at = 1; at <= session.trace.length; at++) {
      expect(shown(debuggee, move(session, { command: 'gotoStatement', statement: at }))?.statement).toBe(at);
    }
  });
});

describe('a breakpoint', () => {
  const stopsOf = (breakpoints: readonly Breakpoint[], debuggee = nested()): readonly string[] => {
    const session = begin(debuggee, breakpoints, 'start');
    return session.stops.statements.map((at) => placeOf({ ...session, at }));
  };

  it('stops where its condition holds, and at the times that it names', () => {
    const conditional = begin(nested(), [line(1, 3, { condition: 'text == "2"' })], 'breakpoint');

    expect(shown(nested(), conditional)?.evaluate('sent')).toMatchObject({ value: '1' });
    expect(stopsOf([line(1, 3, { condition: 'text == "2" || text == "3"' })])).toHaveLength(2);
    expect(stopsOf([line(1, 3, { hitCondition: '2' })])).toHaveLength(1);
    expect(stopsOf([line(1, 3, { hitCondition: '>= 2' })])).toHaveLength(2);
    expect(stopsOf([line(1, 3, { hitCondition: '% 3', condition: 'sent >= 0' })])).toHaveLength(1);
  });

  it.each([
    ['a condition with a mistake', { condition: 'tekst == ""' }, 'unknown-name'],
    ['one that would change something', { condition: 'sent++ == 1' }, 'would-change'],
    ['one that is not true or false', { condition: 'sent' }, 'condition-not-bool'],
    ['one that fails', { condition: 'text.split(",")[5] == ""' }, 'thrown'],
    ['a count that cannot be read', { hitCondition: 'often' }, 'hit-condition'],
  ])('stops at %s and says what is wrong', (_what, more, code) => {
    const session = begin(nested(), [line(1, 3, more)], 'breakpoint');

    expect(hitsAt(session)).toMatchObject([{ breakpoint: 1, problem: { code } }]);
  });

  it('is on a function: at each call of it, also where a loop comes back to its first statement', () => {
    const loops = 'Integer left = 2;\nVoid f() {\n  while (left > 0)\n    left--;\n}\nf();\nf();';

    expect(stopsOf([{ kind: 'function', id: 1, name: 'say' }])).toEqual(['2:3', '2:3', '2:3']);
    expect(stopsOf([{ kind: 'function', id: 1, name: 'f' }], debuggeeOf(loops))).toEqual(['2:3', '2:3']);
  });

  it('is on what happens in the chat: at the statement that it comes of', () => {
    expect(stopsOf([{ kind: 'event', id: 1, event: 'message' }])).toEqual(['2:4', '2:4', '2:4']);
    expect(stopsOf([{ kind: 'event', id: 1, event: 'status' }], debuggeeOf('setChatStatus(1, 5);'))).toEqual([
      '2:1',
    ]);
    expect(
      stopsOf([{ kind: 'event', id: 1, event: 'http' }], debuggeeOf('HTTP h;\nh.get("https://x.test/");')),
    ).toEqual(['2:2']);
  });

  it('is on failures: before the statement that fails, also where a call in it ran before', () => {
    const fails =
      'Integer[] none;\nInteger one() { return 1; }\ntry {\n  print(none[one()].toString());\n} catch {\n  print(error);\n}\nthrow "x";';

    expect(stopsOf([{ kind: 'exception', id: 1, filter: 'all' }], debuggeeOf(fails))).toEqual(['2:4', '2:8']);
    expect(stopsOf([{ kind: 'exception', id: 1, filter: 'uncaught' }], debuggeeOf(fails))).toEqual(['2:8']);
  });

  it('prints in place of stopping, over the whole step, as if it had always been there', () => {
    const session = begin(nested(), [], 'end');
    const logging = withBreakpoints(nested(), session, [
      line(7, 3, { logMessage: 'now {text} and {nothing}!' }),
    ]);

    expect(logging.stops.statements).toEqual([]);
    expect(logging.at).toBe(session.at);
    expect(logging.stops.log).toHaveLength(3);
    expect(logging.stops.log[1]).toMatchObject({
      breakpoint: 7,
      script: 2,
      line: 3,
      parts: ['now ', { value: '"2"' }, ' and ', { problem: { code: 'unknown-name' } }, '!'],
    });
  });

  it('is in the scripts of the world alone, not in a text that one runs', () => {
    const source = 'Map m;\nString s = executeScript("Integer a;\\nInteger b;", m);\nprint(s);';
    const session = begin(debuggeeOf(source), [line(1, 1), line(2, 2)], 'start');

    expect(session.stops.statements).toEqual([1, 2]);
    expect(session.trace.placeOf(3)).toMatchObject({ script: 0, line: 1 });
    expect(session.trace.depthOf(3)).toBe(1);
  });

  it('moves to a line with a statement, and says so', () => {
    const world = worldOf(bot);
    const script = world.folders[0]?.scripts.find(({ id }) => id === 2);
    const lines = script && statementLines(world, script);

    expect(lines).toEqual([1, 3, 4, 6, 7, 9]);
    expect(placeOnLine(2, lines ?? [])).toEqual({ line: 3, isMoved: true });
    expect(placeOnLine(6, lines ?? [])).toEqual({ line: 6, isMoved: false });
    expect(placeOnLine(99, lines ?? [])).toEqual({ line: 9, isMoved: true });
    expect(placeOnLine(1, [])).toBeNull();
  });

  it('has no line in a script that does not compile, and the first in JavaScript', () => {
    const world = worldOf('Integer x = ;', [
      { id: 3, name: 'js', language: 'javascript', source: '\n\nprint(1);' },
    ]);
    const linesIn = (id: number) => {
      const script = world.folders[0]?.scripts.find((one) => one.id === id);
      return script && statementLines(world, script);
    };

    expect([linesIn(2), linesIn(3)]).toEqual([null, [1]]);
  });

  it.each([
    ['3', [3]],
    ['== 2', [2]],
    ['> 3', [4, 5]],
    ['%2', [2, 4]],
    ['', [1, 2, 3, 4, 5]],
  ])('stops with the count “%s” at the times %j', (text, wanted) => {
    const isWanted = readHitCondition(text);

    expect([1, 2, 3, 4, 5].filter((count) => isWanted?.(count))).toEqual(wanted);
  });
});

describe('a script in JavaScript', () => {
  const world = worldOf(
    'Integer n = 2;\naddChatMessage(1, "hi", 1, "Robot", 0, "");',
    [{ id: 3, name: 'guard', language: 'javascript', source: 'print(7);\nthrow new Error("no");' }],
    [{ id: 1, event: 403, script: 3 }],
  );
  const debuggee: Debuggee = (observer, hand) =>
    step(world, { step: 1, input: connects, observer, ...hand }, bothLanguages());

  it('is one statement inside the one that had it run, and its failure is stopped at there', () => {
    const session = begin(
      debuggee,
      [{ kind: 'exception', id: 1, filter: 'all' }, { ...line(2, 1), script: 3 } as Breakpoint],
      'breakpoint',
    );

    expect([
      session.trace.length,
      placeOf(session),
      hitsAt(session).map(({ breakpoint }) => breakpoint),
    ]).toEqual([3, '3:1', [2, 1]]);
    expect(shown(debuggee, session)?.frames).toMatchObject([
      { script: 3, variables: [] },
      { script: 2, line: 2, variables: [{ name: 'n' }] },
    ]);
    expect(shown(debuggee, session)?.evaluate('1 + 1')).toMatchObject({
      problem: { code: 'javascript-inside' },
    });
    expect(shown(debuggee, session)?.evaluate('n', 1)).toMatchObject({ value: '2' });
    expect(after(session, 'stepOut')).toBe('end');
    expect(after(session, 'backOut')).toBe('2:2');
  });

  it('shows what it was called with, and what it has set', () => {
    const snapshot = shown(
      debuggee,
      begin(debuggee, [{ kind: 'exception', id: 1, filter: 'all' }], 'breakpoint'),
    );
    const { reference = 0, named = 0 } = snapshot?.frames[0]?.eventData ?? {};
    const parts = snapshot?.unfold(reference) ?? [];

    expect(parts.map(({ name }) => name)).toEqual(['inputs', 'outputs', 'state', 'blocked']);
    expect(named).toBe(4);
    expect(snapshot?.unfold(parts[0]?.reference ?? 0)).toContainEqual({
      name: 'chatMessage.sessionId',
      type: 'String',
      value: '"1"',
    });
  });

  it('is stopped by hand before it begins', () => {
    const { events } = debuggee(undefined, { stoppedAt: 3 });

    expect(events.find(({ type }) => type === 'script.failed')).toMatchObject({ script: 3, kind: 'Stopped' });
    expect(printedBy(debuggee(undefined, { stoppedAt: 3 }))).toBe('');
  });
});

describe('what one can do where it stands', () => {
  it('goes back from a failure to the statement that caused it', () => {
    const source = 'Integer[2] n;\nInteger place = 1;\nplace = place + 4;\nprint("on");\nn[place] = 1;';
    const debuggee = debuggeeOf(source);
    const session = begin(debuggee, [{ kind: 'exception', id: 1, filter: 'uncaught' }], 'breakpoint');
    const cause = toLastChange(debuggee, session, 'place');

    expect(placeOf(session)).toBe('2:5');
    expect(cause && placeOf(cause)).toBe('2:3');
    const before = cause && toLastChange(debuggee, cause, 'place');
    expect(before && placeOf(before)).toBe('2:2');
    expect(before && toLastChange(debuggee, before, 'place')).toBeNull();
  });

  it('finds what a call changed, and the call that brought a value', () => {
    const source =
      'struct Pet { Integer age; };\nVoid grow(Pet pet) {\n  pet.age = 5;\n  print("");\n}\nPet cat;\ngrow(cat);\nprint(cat.age.toString());';
    const debuggee = debuggeeOf(source);
    const end = move(begin(debuggee, [], 'end'), { command: 'stepBack' });
    const inCall = move(end, { command: 'goto', script: 2, line: 4, isBack: true });
    const found = (from: Session, expression: string) => {
      const there = toLastChange(debuggee, from, expression);
      return there && placeOf(there);
    };

    expect(found(end, 'cat.age')).toBe('2:3');
    expect(found(inCall, 'pet.age')).toBe('2:3');
    expect(found(move(inCall, { command: 'stepBack' }), 'pet.age')).toBe('2:7');
    expect(found(inCall, 'nothing')).toBeNull();
  });

  it('changes a variable; what comes behind is new, and a file with the change replays the same', () => {
    const debuggee = nested();
    const session = begin(debuggee, [line(1, 3, { hitCondition: '2' })], 'breakpoint');
    const changed = withEdit(debuggee, session, { frame: 0, variable: 'sent', value: '10' });
    const again = debuggee(undefined, changed.hand);

    expect(shown(debuggee, changed)?.evaluate('sent')).toMatchObject({ value: '10' });
    expect(placeOf(changed)).toBe('2:3');
    expect(changed.outcome).toEqual(again);
    expect(printedBy(again)).toContain('sent 12');
    const later = withEdit(debuggee, move(changed, { command: 'stepIn' }), {
      frame: 0,
      variable: 'sent',
      value: '5',
    });
    expect(later.hand.edits).toHaveLength(2);
    const anew = withEdit(debuggee, move(later, { command: 'stepBack' }), {
      frame: 0,
      variable: 'sent',
      value: '1',
    });
    expect(anew.hand.edits?.map(({ value }) => value)).toEqual(['10', '1']);
    expect(shown(debuggee, anew)?.evaluate('sent')).toMatchObject({ value: '1' });
  });

  it('is recorded with the step, and a replay fails without a word less', () => {
    const source = 'Integer n = 1;\nprint(n.toString());';
    const scenario = helpDesk({ input: { type: 'customer.connects', channel: 1 } });
    const world = {
      ...scenario.world,
      folders: [
        {
          id: 1,
          name: 'Bot',
          scripts: [
            { id: 1, name: 'bot register', source: '' },
            { id: 2, name: 'bot session created', source },
          ],
        },
      ],
      channels: [
        {
          id: 1,
          name: 'Support',
          bot: { enabled: true, folder: 'Bot', name: 'B' },
          preChatForm: { enabled: false },
        },
      ],
    };
    const edits = [{ statement: 2, frame: 0, variable: 'n', value: '7' }];
    const play = (more: object) =>
      replay(
        { ...scenario, world, steps: scenario.steps.map((step) => ({ ...step, ...more })) },
        createRunScript(),
      );

    expect(printedBy({ kind: 'committed', events: play({ edits }).events, world: worldOf('') })).toBe('7');
    expect(play({ edits }).ok).toBe(true);
    expect(play({ stoppedAt: 2 }).ok).toBe(true);
    expect(play({ stoppedAt: 3 }).ok).toBe(false);
    expect(play({ edits: [{ ...edits[0], variable: 'm' }] }).ok).toBe(false);
  });
});
