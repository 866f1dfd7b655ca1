import type { WorldFile } from '../../src/engine/definition.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
// What the worker loads when it needs it is here from the start: tests wait for what happens, and not for parts.
import '../../src/worker/debugging/debugger.ts';
import '../../src/worker/debugging/live-stops.ts';
import '../../src/worker/keeping/keeping.ts';
import '../../src/worker/write/rules.ts';
import type { Breakpoint, DebugView, Waits } from '../../src/protocol/debug-api.ts';
import { Machine, type Tab } from './in-process-worker.ts';

/** A bot that answers through a function, while a trigger masks each message before it is saved. */
export const answers = `Integer session = 1;
Void say(String text) {
  addChatMessage(session, text, 1, "Robot", 0, "");
}
EventData ed = getEventData();
String heard = ed.getInputValue("chatMessage.message");
String answer = "You said " + heard;
say(answer);
print("done");`;
const masks = `EventData ed = getEventData();
String text = ed.getInputValue("chatMessage.message");
String clean = text + "!";
ed.setOutputValue("chatMessage.message", clean);`;

const world: WorldFile = {
  startsAt: '2024-01-01T10:00:00Z',
  channels: [
    {
      id: 1,
      name: 'Support',
      bot: { enabled: true, folder: 'Echo', name: 'Echo' },
      preChatForm: { enabled: false },
    },
  ],
  agents: [{ id: 1, name: 'Ann' }],
  folders: [
    {
      id: 1,
      name: 'Echo',
      scripts: [
        { id: 1, name: 'bot register', source: '' },
        { id: 2, name: 'bot message received', source: answers },
      ],
    },
    { id: 2, name: 'Triggers', scripts: [{ id: 3, name: 'mask', source: masks }] },
  ],
  triggers: [{ id: 1, event: 402, script: 3 }],
};

export const roomFile = { name: 'Room', began: 'file', world, steps: [], openingSteps: 0 } as const;

const loadText = () => Promise.resolve('{}');
export const ports = { engine: realEngine(), loadText };
export const atLine = (script: number, line: number, more: object = {}): Breakpoint => ({
  id: script * 100 + line,
  kind: 'line',
  script,
  line,
  ...more,
});

/** A tab that shows the world, in which Zoe has come. */
export async function room(): Promise<{ machine: Machine; tab: Tab }> {
  const machine = new Machine();
  const tab = await machine.tab({ ports: { ...ports, loadText: sample } });
  const made = await tab.service.createPlayed(roomFile, 'room');
  if ('problem' in made) throw new Error(made.problem.reason.code);
  await tab.open('room');
  await tab.dispatch('zoe', { type: 'customer.connects', channel: 1, customer: { alias: 'Zoe' } });
  return { machine, tab };
}
export const sample = () =>
  Promise.resolve(
    JSON.stringify({ format: 'rehearsal-scenario', version: 1, name: 'First', world, steps: [] }),
  );

export const writes = (tab: Tab, id: string, text: string) =>
  tab.dispatch(id, { type: 'customer.writes', session: 1, text });

/** What the tab was told last of a step that waits. */
export const waits = (tab: Tab): Waits | null | undefined =>
  tab.heard.reduce<Waits | null | undefined>(
    (last, told) => (told.type === 'waits' ? told.waits : last),
    tab.opened.waits,
  );
export const texts = async (tab: Tab): Promise<string[]> =>
  (await tab.log()).flatMap((event) => (event.type === 'message.saved' ? [event.text] : []));

export function viewed(view: DebugView | null | { readonly problem: unknown }): DebugView {
  if (view === null || 'problem' in view) throw new Error(`Nothing is shown: ${JSON.stringify(view)}`);
  return view;
}
