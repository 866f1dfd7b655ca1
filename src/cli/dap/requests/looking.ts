import type { DebugProtocol } from '@vscode/debugprotocol';
import { findScript } from '../../../engine/registration.ts';
import { topOfScript } from '../../../engine/top-of-script.ts';
import { inputText } from '../../../scenario/conversation.ts';
import { sentence } from '../../../words/sentence.ts';
import { RequestError } from '../request-arguments.ts';
import type { VariableHandles, ScopeName, StackRow } from '../variable-handles.ts';
import { thread, type Rehearsal } from '../rehearsal.ts';
import { partOf, shownValue, variablesIn } from '../variables.ts';
import { checkThread, hereOf, rehearsalOf, type RequestContext, type Handlers } from './request.ts';

/** What there is to be seen where it stands. */
export const lookingHandlers: Handlers = {
  threads: (asked) => ({
    body: { threads: [{ id: thread, name: asked.rehearsal?.launched.name ?? 'Rehearsal' }] },
  }),

  stackTrace: (asked, given) => {
    checkThread(given);
    const here = hereOf(asked);
    const start = given.maybeNumber('startFrame') ?? 0;
    const levels = given.maybeNumber('levels') ?? 0;
    const rows = here.rows.slice(start, levels > 0 ? start + levels : undefined);
    return {
      body: { stackFrames: rows.map((row) => frame(asked, here, row)), totalFrames: here.rows.length },
    };
  },

  scopes: (asked, given) => {
    const here = hereOf(asked);
    const row = here.row(given.number('frameId'));
    return {
      body: { scopes: [...(row.kind === 'call' ? scopesOf(here, row.frame) : []), ...chatScope(here)] },
    };
  },

  variables: (asked, given) => {
    const here = hereOf(asked);
    const container = here.container(given.number('variablesReference'));
    const wanted = {
      filter: given.maybeText('filter'),
      start: given.maybeNumber('start'),
      count: given.maybeNumber('count'),
    };
    return { body: { variables: variablesIn(here, container, wanted) } };
  },

  exceptionInfo: (asked, given) => {
    checkThread(given);
    const { session } = hereOf(asked).stop;
    const failure = session.trace.failures.find(({ statement }) => statement === session.at);
    if (failure === undefined)
      throw new RequestError('Nothing fails in the statement before which it stands.');
    const message = sentence(failure.failure);
    return {
      body: {
        exceptionId: failure.kind,
        description: message,
        breakMode: failure.isCaught ? 'always' : 'unhandled',
        details: { message, typeName: failure.kind },
      } satisfies DebugProtocol.ExceptionInfoResponse['body'],
    };
  },

  loadedSources: (asked) => {
    const { sources, world } = rehearsalOf(asked);
    return { body: { sources: sources.scripts(world).flatMap(({ id }) => sources.of(id, world) ?? []) } };
  },

  source: (asked, given) => {
    const { sources, world } = rehearsalOf(asked);
    const inside = given.has('source') ? given.object('source').maybeNumber('sourceReference') : undefined;
    return { body: sources.text(inside ?? given.number('sourceReference'), world) };
  },
};

function frame(asked: RequestContext, here: VariableHandles, row: StackRow): DebugProtocol.StackFrame {
  const rehearsal = rehearsalOf(asked);
  if (row.kind === 'engine') return engineFrame(rehearsal, here, row.id, row.seq);
  const { name, script, line, column, file } = row.call;
  const { sources, world } = rehearsal;
  const source = sources.of(script, world, file);
  return {
    id: row.id,
    name: name === topOfScript ? (findScript(world.folders, script)?.name ?? file) : name,
    line: asked.client.line(line),
    column: asked.client.column(column),
    ...(source !== undefined && { source }),
  };
}

/** What had a script run: an event of the chat, and below all the input of the step. */
function engineFrame(
  rehearsal: Rehearsal,
  here: VariableHandles,
  id: number,
  seq?: number,
): DebugProtocol.StackFrame {
  const { step, events } = here.stop;
  if (seq !== undefined) {
    const started = events.find((event) => event.seq === seq);
    return {
      id,
      name: started?.type === 'script.started' ? roleText(started) : '',
      line: 0,
      column: 0,
      presentationHint: 'label',
    };
  }
  const { launched, sources } = rehearsal;
  const input = launched.steps[step - 1]?.input;
  const place = sources.inScenario(`steps[${String(step - 1)}].input`);
  return {
    id,
    name: `step ${String(step)}: ${input === undefined ? '' : inputText(input)}`,
    line: place.line ?? 0,
    column: place.line === undefined ? 0 : rehearsal.client.column(1),
    presentationHint: 'subtle',
    ...(place.source !== undefined && { source: place.source }),
  };
}

const triggers = {
  400: 'a chat begins',
  401: 'a status changes',
  402: 'before a message is saved',
  403: 'after a message was saved',
} as const;

const roles = {
  register: 'bot: register',
  sessionCreated: 'bot: a session begins',
  sessionChanged: 'bot: a session changes',
  messageReceived: 'bot: a message comes',
  trigger: 'trigger',
  webhook: 'webhook',
  manual: 'run by hand',
} as const;

const roleText = ({
  role,
  eventType,
}: {
  readonly role: keyof typeof roles;
  readonly eventType?: keyof typeof triggers;
}) => (eventType === undefined ? roles[role] : `trigger ${String(eventType)}: ${triggers[eventType]}`);

const parts: readonly (readonly [ScopeName, string])[] = [
  ['returned', 'Returned'],
  ['locals', 'Locals'],
  ['arguments', 'Arguments'],
  ['globals', 'Globals'],
];

function scopesOf(here: VariableHandles, frame: number): readonly DebugProtocol.Scope[] {
  const scopes = parts.flatMap(([part, name]): readonly DebugProtocol.Scope[] => {
    const from = part === 'globals' ? here.topOf(frame) : frame;
    const count = partOf(here, from, part).length;
    if (count === 0) return [];
    return [
      {
        name,
        presentationHint: part === 'returned' ? 'returnValue' : part,
        variablesReference: here.numberOf({ of: 'call', frame: from, part }),
        namedVariables: count,
        expensive: false,
      },
    ];
  });
  const data = here.stop.snapshot.frames[frame]?.eventData;
  if (data?.reference === undefined) return scopes;
  const { variablesReference } = shownValue(here, frame, '', data);
  return [...scopes, { name: 'EventData', variablesReference, expensive: false }];
}

function chatScope(here: VariableHandles): readonly DebugProtocol.Scope[] {
  const { chat } = here;
  if (chat === null) return [];
  return [
    {
      name: 'Chat session',
      variablesReference: here.numberOf({ of: 'plain', value: chat }),
      expensive: false,
    },
  ];
}
