import { createRunScript, type JavaScriptTools } from '../src/bots/run-script.ts';
import { createWorld } from '../src/engine/create-world.ts';
import type { WorldFile } from '../src/engine/definition.ts';
import type { RunScript } from '../src/engine/script-call.ts';
import { step } from '../src/engine/step.ts';
import { eraseTypes } from '../src/javascript/erase-types.ts';
import { prepareJavaScript } from '../src/javascript/prepare.ts';
import { median, timed } from './statistics.ts';
import { connects, message, withMessageScript } from './workload.ts';

/** Milliseconds for a message of the customer, which the bot answers with an echo; and to make the engine ready, once. */
export type JavaScriptSpeed = {
  readonly prepared: number;
  /** The first message after that, in either language. */
  readonly first: number;
  readonly firstCrmScript: number;
  /** Each of many later ones. */
  readonly later: number;
  readonly laterCrmScript: number;
};

const crmScript = `EventData ed = getEventData();
Integer session = ed.getInputValue("chatMessage.sessionId").toInteger();
addChatMessage(session, "Echo: " + ed.getInputValue("chatMessage.message"), 1, "Echo", 0, "");
`;

const typeScript = `const { inputValues } = context.eventData;
const session: number = Number(inputValues['chatMessage.sessionId']);
await soApi.getChatAgent().addChatMessageAsync(session, {
  type: 'ToCustomer',
  message: \`Echo: \${inputValues['chatMessage.message']}\`,
  author: 'Echo',
});
`;

const later = 200;

/** Times one message in both languages, each with nothing left over from the other. */
export async function measureJavaScript(
  world: WorldFile,
  engine: Uint8Array,
  rounds: number,
): Promise<JavaScriptSpeed> {
  const times = { prepared: [], first: [], firstCrmScript: [], later: [], laterCrmScript: [] } as Record<
    keyof JavaScriptSpeed,
    number[]
  >;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const tools: JavaScriptTools = { engine: await prepareJavaScript(engine), eraseTypes };
    times.prepared.push(performance.now() - began);
    const own = timesOf(
      withMessageScript(world, typeScript, 'javascript'),
      createRunScript(undefined, () => tools),
    );
    const other = timesOf(withMessageScript(world, crmScript), createRunScript());
    times.first.push(own.first);
    times.later.push(own.later);
    times.firstCrmScript.push(other.first);
    times.laterCrmScript.push(other.later);
  }
  const entries = Object.entries(times).map(([key, all]) => [key, median(all)]);
  return Object.fromEntries(entries) as JavaScriptSpeed;
}

function timesOf(world: WorldFile, run: RunScript): { first: number; later: number } {
  let at = createWorld(world);
  let count = 0;
  const take = (input: Parameters<typeof step>[1]['input']) => {
    const outcome = step(at, { step: ++count, input }, run);
    if (outcome.kind !== 'committed') throw new Error(`An input of the benchmark was ${outcome.kind}.`);
    at = outcome.world;
    const failed = outcome.events.find((event) => event.type === 'script.failed');
    if (failed !== undefined) throw new Error(`The echo failed: ${JSON.stringify(failed.failure)}`);
  };
  take(connects);
  const first = timed(() => {
    take(message(1));
  });
  const each = Array.from({ length: later }, (_, n) =>
    timed(() => {
      take(message(n + 2));
    }),
  );
  return { first, later: median(each) };
}
