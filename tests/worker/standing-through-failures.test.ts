import { describe, expect, it } from 'vitest';
import { atLine, ports, room, texts, viewed, waits, writes } from '../support/debug-room.ts';
import { settle, until } from '../support/fake-time.ts';

/** Two tabs, the first of which writes and can be silenced, as one is that was frozen: then the second takes over. */
async function twoTabs() {
  const { machine, tab } = await room();
  let own = '';
  machine.line.loses = (message) => {
    const said = message as { readonly type: string; readonly tab: string };
    if (said.type === 'here') own = said.tab;
    return false;
  };
  await machine.time.pass(1500);
  const first = own;
  const other = await machine.tab({ ports });
  const silence = async () => {
    machine.line.loses = (message) => {
      const said = message as { readonly type: string; readonly tab: string };
      return (
        said.type === 'events' || said.type === 'answered' || (said.type === 'here' && said.tab === first)
      );
    };
    await machine.time.pass(6000);
    await settle();
  };
  return { tab, other, silence };
}

describe('a step that waits when another tab takes over', () => {
  it('is taken before what was asked behind it', async () => {
    const { tab, other, silence } = await twoTabs();
    await other.service.saveBreakpoints('room', [atLine(2, 8)]);
    await settle();
    await other.service.makeReady('room');
    await settle();
    void writes(tab, 'hello', 'First');
    await until(() => waits(other) !== null);
    void writes(other, 'second', 'Second');
    await settle();

    await silence();

    expect(waits(other)?.input).toMatchObject({ text: 'First' });
    await other.service.goOn('room', 'commit');
    await until(() => waits(other) !== null);
    expect(waits(other)?.input).toMatchObject({ text: 'Second' });
  });

  it('keeps what was done to it by hand, also where the tab that takes over had asked for it', async () => {
    const { other, silence } = await twoTabs();
    await other.service.saveBreakpoints('room', [atLine(2, 8), atLine(2, 9)]);
    await settle();
    await other.service.makeReady('room');
    void writes(other, 'hello', 'First');
    await until(() => waits(other) !== null);
    viewed(await other.service.debug('room', { kind: 'waiting' }));
    viewed(await other.service.debugSet('room', 0, 'answer', '"Changed"'));
    await other.service.goOn('room', 'continue');
    await until(() => waits(other)?.place?.line === 9);
    await settle();

    await silence();

    expect(waits(other)?.hand.edits).toHaveLength(1);
    await other.service.goOn('room', 'commit');
    await settle();
    expect(await texts(other)).toContain('Changed!');
  });

  it('is not said to wait any more where nothing stops it now', async () => {
    const { tab, other, silence } = await twoTabs();
    await other.service.saveBreakpoints('room', [atLine(2, 8)]);
    await settle();
    void writes(tab, 'hello', 'First');
    await until(() => waits(other) !== null);
    await other.service.saveBreakpoints('room', []);
    await settle();

    await silence();

    expect(await texts(other)).toContain('First!');
    expect(waits(other)).toBeNull();
  });
});

describe('a tab that leaves the workspace while a step waits', () => {
  it('tells no other tab that what it had asked for has failed: it is taken by whoever writes next', async () => {
    const { machine, tab } = await room();
    const other = await machine.tab({ ports });
    await other.service.saveBreakpoints('room', [atLine(2, 8)]);
    await settle();
    const copied = await tab.service.copy('room', { began: 'copy', name: 'Elsewhere' });
    if ('problem' in copied) throw new Error(copied.problem.code);
    const written = writes(other, 'hello', 'First');
    await until(() => waits(other) !== null);
    let said: unknown = null;
    void written.then((answer) => {
      said = answer;
    });

    await tab.open(copied.id);
    await machine.time.pass(6000);
    await settle();

    expect(said).toBeNull();
    await other.service.goOn('room', 'commit');
    await settle();
    expect(said).toMatchObject({ kind: 'committed' });
  });
});

describe('a step that waits', () => {
  it('stands where it stood after a reload, not at the breakpoints before', async () => {
    const { machine, tab } = await room();
    await tab.service.saveBreakpoints('room', [atLine(2, 7), atLine(2, 9)]);
    void writes(tab, 'hello', 'Hello');
    await until(() => waits(tab)?.place?.line === 7);
    await tab.service.goOn('room', 'continue');
    await until(() => waits(tab)?.place?.line === 9);
    await settle();

    await tab.service.close();
    const next = await machine.tab({ ports });
    await until(() => waits(next) !== null);

    expect(waits(next)?.place?.line).toBe(9);
  });

  it('goes on with all answers that it was given, also those after somebody looked at it', async () => {
    const answer = (url: string, body: string) => ({ method: 'GET', url, status: 200, body });
    const source = `HTTP h;
Byte[] one = h.get("https://one.test/");
print("between");
Byte[] two = h.get("https://two.test/");
Byte[] three = h.get("https://three.test/");
print(String(one) + "," + String(two) + "," + String(three));`;
    const { tab } = await room();
    const script = { id: 2, name: 'bot message received', source };
    await tab.dispatch('script', { type: 'admin.savesScript', folder: 'Echo', script });
    await tab.service.saveBreakpoints('room', [atLine(2, 3)]);
    await tab.service.saveAsksForAnswers('room', true);
    const written = writes(tab, 'hello', 'Hello');
    await until(() => waits(tab)?.call?.url === 'https://one.test/');
    const [first, second] = [answer('https://one.test/', '1'), answer('https://two.test/', '2')];
    await tab.service.goOn('room', 'continue', { answers: [first] });
    await until(() => waits(tab)?.place?.line === 3);
    viewed(await tab.service.debug('room', { kind: 'waiting' }));
    await tab.service.goOn('room', 'continue');
    await until(() => waits(tab)?.call?.url === 'https://two.test/');
    await tab.service.goOn('room', 'continue', { answers: [first, second] });
    await until(() => waits(tab)?.call?.url === 'https://three.test/');

    await tab.service.goOn('room', 'commit');
    await written;

    const printed = (await tab.log()).flatMap((event) =>
      event.type === 'script.printed' ? [event.text] : [],
    );
    expect(printed.at(-1)).toBe('1,2,');
  });
});

describe('a run that is looked at', () => {
  it('stops at a breakpoint that is set meanwhile', async () => {
    const { tab } = await room();
    await writes(tab, 'hello', 'Hello');
    viewed(await tab.service.debug('room', { kind: 'past', step: 2, where: 'start' }));

    await tab.service.saveBreakpoints('room', [atLine(2, 8)]);
    const view = viewed(await tab.service.debugMove('room', { command: 'continue' }));

    expect(view.reason).toBe('breakpoint');
    expect(view.calls[0]?.line).toBe(8);
  });
});
