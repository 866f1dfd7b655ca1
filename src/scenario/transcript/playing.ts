import { createWorld } from '../../engine/create-world.ts';
import type { WorldFile } from '../../engine/definition.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import { lastInstant, status } from '../../engine/numbers.ts';
import type { Input } from '../../engine/inputs.ts';
import type { RunScript } from '../../engine/script-call.ts';
import { step } from '../../engine/step.ts';
import type { Session, World } from '../../engine/world.ts';
import { customerScreen, optionsAreLive, optionsOf } from '../../engine/views.ts';
import { sentence } from '../../words/sentence.ts';
import type { ForeignChat, ForeignTurn, LeftOut } from './foreign.ts';
import type { ScenarioStep } from '../format.ts';
import { formInput } from './fill-form.ts';
import { onOneLine } from './lines.ts';

/** What a step of the scenario that is being made did. */
export type PlayedStep = { readonly session: number; readonly events: readonly RecordedEvent[] };

/** Plays the customers of a chat in a world, and writes down as steps what was possible. */
export class Playing {
  readonly steps: ScenarioStep[] = [];
  /** Beside each step what it did. */
  readonly played: PlayedStep[] = [];
  readonly left: LeftOut[] = [];
  readonly #chat: ForeignChat;
  readonly #channel: number;
  readonly #run: RunScript;
  /** The number in the world of each session of the chat; 0 when it could not begin. */
  readonly #sessions = new Map<number, number>();
  #world: World;
  /** Where the clock is to stand at the next step. */
  #due: number;
  #unplayed = { agents: 0, system: 0 };

  constructor(chat: ForeignChat, world: WorldFile, channel: number, run: RunScript) {
    this.#chat = chat;
    this.#channel = channel;
    this.#run = run;
    this.#world = createWorld(world);
    this.#due = this.#world.now;
  }

  waitUntil(at: number): void {
    this.#due = Math.min(Math.max(this.#due, at), lastInstant);
  }

  waitFor(milliseconds: number): void {
    this.waitUntil(this.#due + milliseconds);
  }

  /** The customer of a session opens the chat, unless they have. */
  connect(session: number): void {
    if (this.#sessions.has(session)) return;
    const name = this.#chat.sessions[session]?.customer ?? '';
    const input = {
      type: 'customer.connects',
      channel: this.#channel,
      ...(name !== '' && { customer: { alias: name, name } }),
    } as const;
    const begun = this.#play(session, input);
    this.#sessions.set(session, begun ? this.#world.sessions.length : 0);
  }

  /** What a customer said or did, in the way in which it is possible now. */
  customer(session: number, turn: ForeignTurn): void {
    const id = this.#sessions.get(session) ?? 0;
    const now = () => this.#world.sessions.get(id);
    const wanted = turn.form;
    if (wanted === undefined) {
      const form = this.#formBefore(now());
      if (form !== undefined) this.#play(session, form);
    }
    const current = now();
    if (current === undefined) return;
    if (wanted !== undefined) {
      const isShown = customerScreen(this.#world, current) === wanted.name;
      if (isShown) this.#play(session, formInput(this.#world, current, wanted));
      else
        this.left.push({
          path: '',
          message: `${formNames[wanted.name]} was left out: the customer is not shown it when the chat is played.`,
        });
      return;
    }
    this.#play(session, this.#saying(current, turn.text));
  }

  /** People and the system do not speak when the chat is played: how often they did is told at the end. */
  others({ role }: ForeignTurn): void {
    if (role === 'agent') this.#unplayed.agents++;
    else this.#unplayed.system++;
  }

  /** Everything that was not taken. */
  get leftOut(): readonly LeftOut[] {
    const { agents, system } = this.#unplayed;
    const told: LeftOut[] = [];
    if (agents > 0) told.push({ path: '', message: `What agents said is not played: ${times(agents)}.` });
    if (system > 0)
      told.push({ path: '', message: `What the system said is not expected: ${times(system)}.` });
    return [...this.left, ...told];
  }

  /** Where what is said now belongs: the latest step of the session, from 0. */
  placeIn(session: number): { readonly session: number; readonly step: number } {
    return { session, step: this.played.findLastIndex((played) => played.session === session) };
  }

  #formBefore(session: Session | undefined): Input | undefined {
    if (session?.status !== status.preChatForm) return undefined;
    return formInput(this.#world, session, { name: 'preChat', fields: {} });
  }

  #saying(session: Session, text: string): Input {
    const { id } = session;
    const isAnswer =
      session.status === status.faq && session.faqQuestion > 0 && /^(?:yes|no)$/i.test(text.trim());
    if (isAnswer) return { type: 'customer.answersFaq', session: id, helpful: /^yes$/i.test(text.trim()) };
    const offered = [...session.messages]
      .flatMap((message) => this.#world.messages.get(message) ?? [])
      .filter((message) => message.whenPosted <= Math.max(this.#due, this.#world.now))
      .findLast((message) => optionsAreLive(session, message) && optionsOf(message).includes(text));
    if (offered !== undefined)
      return { type: 'customer.clicksOption', session: id, message: offered.id, option: text };
    if (session.status === status.offlineForm) {
      return formInput(this.#world, session, { name: 'offline', fields: { question: text } });
    }
    return { type: 'customer.writes', session: id, text };
  }

  /** Takes a step, if it is possible; else tells why not. */
  #play(session: number, input: Input): boolean {
    const { now } = this.#world;
    const at = Math.max(this.#due, now);
    const outcome = step(
      this.#world,
      { step: this.steps.length + 1, input, ...(at > now && { at }) },
      this.#run,
    );
    if (outcome.kind !== 'committed') {
      const why = outcome.kind === 'refused' ? sentence(outcome.reason) : 'The step did not end.';
      const what = 'text' in input ? `“${onOneLine(input.text).slice(0, 60)}”` : input.type;
      this.left.push({ path: '', message: `${what} was left out: ${why}` });
      return false;
    }
    this.#world = outcome.world;
    this.steps.push({ ...(at > now && { at: offset(at - now) }), input });
    this.played.push({ session, events: outcome.events });
    return true;
  }
}

const formNames = {
  preChat: 'The form before the chat',
  offline: 'The form that is shown when nobody is there',
  postChat: 'The form after the chat',
} as const;

const times = (count: number): string => `${String(count)} ${count === 1 ? 'message' : 'messages'}`;

/** `+90s`, `+5m`, `+200ms`: in the largest unit that says it whole. */
function offset(milliseconds: number): string {
  const units = [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
  ] as const;
  const found = units.find(([, size]) => milliseconds % size === 0);
  return found === undefined
    ? `+${String(milliseconds)}ms`
    : `+${String(milliseconds / found[1])}${found[0]}`;
}
