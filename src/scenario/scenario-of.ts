import type { WorldFile } from '../engine/definition.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { Expectation, ScenarioFile } from './format.ts';
import type { ForeignChat, ForeignTurn, LeftOut } from './transcript/foreign.ts';
import { Playing } from './transcript/playing.ts';
import { placed, type ExpectedTurn } from './transcript/place-expectations.ts';
import { parseInstant } from './time.ts';

/** What the other side said and can be expected of a bot. Its index is that of `expectations` in `ChatChoice`. */
export type Expectable = {
  /** Which session of the chat, from 0, and which of its turns. */
  readonly session: number;
  readonly turn: number;
  readonly text: string;
  readonly options: readonly string[];
  readonly negated: boolean;
};

export type ChatChoice = {
  /** The world in which it is played: its channels, bots and people. */
  readonly world: WorldFile;
  /** On which channel the customers connect. */
  readonly channel: number;
  /** Which of `expectable` are expected; all when left out. */
  readonly expectations?: ReadonlySet<number> | undefined;
};

/** Everything that can be expected, in the order of the chat: what bots said, or somebody of whom the file does not tell what they are. */
export const expectable = (chat: ForeignChat): readonly Expectable[] =>
  chat.sessions.flatMap(({ turns }, session) =>
    turns.flatMap((turn, index) =>
      isExpectable(turn)
        ? [
            {
              session,
              turn: index,
              text: turn.text,
              options: turn.options ?? [],
              negated: turn.negated === true,
            },
          ]
        : [],
    ),
  );

/** People and the system do not act by themselves when the chat is played. */
const isExpectable = ({ who, role }: ForeignTurn): boolean =>
  who === 'other' && (role === undefined || role === 'bot');

/**
 * A conversation from somewhere else as a scenario: the customer's side becomes inputs, what the other side said
 * becomes expectations. It is played while it is made, so that each input is one that is possible then (a form is filled
 * in where there is one, a button clicked where it is offered, else the text is written); what is not possible is left
 * out and told.
 */
export function scenarioOf(
  chat: ForeignChat,
  { world, channel, expectations }: ChatChoice,
  runScript: RunScript,
): { readonly scenario: ScenarioFile; readonly left: readonly LeftOut[] } {
  const playing = new Playing(chat, world, channel, runScript);
  const said: ExpectedTurn[] = [];
  const numbers = new Map(
    expectable(chat).map((one, index) => [`${String(one.session)} ${String(one.turn)}`, index]),
  );
  for (const { session, index, turn, at } of inOrder(chat, world)) {
    if (at !== undefined) playing.waitUntil(at);
    playing.waitFor(turn.delay ?? 0);
    playing.connect(session);
    const number = numbers.get(`${String(session)} ${String(index)}`);
    if (turn.who === 'customer') playing.customer(session, turn);
    else if (number === undefined) playing.others(turn);
    else if (expectations?.has(number) ?? true) said.push({ turn, ...playing.placeIn(session) });
  }
  const expected = placed(said, playing.played);
  const steps = playing.steps.map((step, index) => {
    const expect: readonly Expectation[] = expected.get(index) ?? [];
    return expect.length === 0 ? step : { ...step, expect };
  });
  const scenario: ScenarioFile = {
    format: 'rehearsal-scenario',
    version: 1,
    name: chat.name,
    world,
    steps,
  };
  return { scenario, left: playing.leftOut };
}

type Timed = {
  readonly session: number;
  readonly index: number;
  readonly turn: ForeignTurn;
  readonly at: number | undefined;
};

const day = 86_400_000;

/**
 * The turns of all sessions in the order of their times, or one session after the other where times are missing. Times
 * on the day on which the world begins are kept; others count from its beginning.
 */
function inOrder(chat: ForeignChat, world: WorldFile): readonly Timed[] {
  const turns = chat.sessions.flatMap((session, number) =>
    session.turns.map((turn, index) => ({ session: number, index, turn })),
  );
  const times = turns.flatMap(({ turn: { at } }) => at ?? []);
  const first = times.reduce((least, at) => Math.min(least, at), Infinity);
  const startsAt = parseInstant(world.startsAt) ?? 0;
  const shift = first >= startsAt && first < startsAt + day ? 0 : startsAt - first;
  const timed = turns.map((entry) => ({
    ...entry,
    at: entry.turn.at === undefined ? undefined : entry.turn.at + shift,
  }));
  return times.length < turns.length ? timed : timed.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}
