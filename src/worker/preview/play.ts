import { isOpenAt } from '../../engine/availability.ts';
import type { Channel } from '../../engine/definition.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import { searchFaq, visibleFaq, withSubfolders } from '../../engine/faq-search.ts';
import { askedForm } from '../../engine/form-rule.ts';
import type { FormName, Input } from '../../engine/inputs.ts';
import { faqAccess } from '../../engine/numbers.ts';
import { openState } from '../../engine/opening-week.ts';
import { customerScreen, type CustomerScreen } from '../../engine/views.ts';
import type { Session, World } from '../../engine/world.ts';
import type { PreviewTexts } from '../../protocol/preview.ts';
import type { TakeStep } from '../ports.ts';

/** What a preview is played in: a world with the channel as it would be saved, and who can respond there. */
export type Scene = {
  readonly world: World;
  readonly channel: Channel;
  readonly texts: PreviewTexts;
  readonly leftOut: readonly number[];
};

/** So many inputs lead from a connection to any view; what takes more goes in circles. */
const patience = 14;

/** A customer's way through the widget, played as people would play it: by inputs, through the engine's own rules. */
export class Play {
  world: World;
  /** The customer whose widget is shown; 0 before somebody connects. */
  session = 0;
  readonly inputs: Input[] = [];
  readonly events: RecordedEvent[] = [];
  readonly #step: TakeStep;
  readonly #scene: Scene;
  #said = 0;

  constructor(step: TakeStep, scene: Scene) {
    this.#step = step;
    this.#scene = scene;
    this.world = scene.world;
  }

  /** Does something; false where the engine refuses it, which leaves the world as it was. */
  do(input: Input): boolean {
    const { leftOut } = this.#scene;
    const request = { step: this.inputs.length + 1, input, ...(leftOut.length > 0 && { leftOut }) };
    const outcome = this.#step(this.world, request);
    if (outcome.kind !== 'committed') return false;
    this.inputs.push(input);
    this.events.push(...outcome.events);
    this.world = outcome.world;
    return true;
  }

  get now(): Session | undefined {
    return this.world.sessions.get(this.session);
  }

  get screen(): CustomerScreen | undefined {
    const session = this.now;
    return session === undefined ? undefined : customerScreen(this.world, session);
  }

  /** Everybody who can respond is there, or nobody is. */
  people(present: boolean): void {
    for (const agent of respondersOf(this.#scene))
      if (this.world.agents.some((one) => one.id === agent && one.present !== present))
        this.do({ type: 'agent.setsPresence', agent, present });
  }

  /** Waits until the channel opens; false where it never does. */
  opens(): boolean {
    const hours = this.#scene.channel.properties.openingHours;
    if (isOpenAt(hours, this.world.now)) return true;
    const { until } = openState(hours, this.world.now);
    return until !== null && this.do({ type: 'clock.advances', by: until - this.world.now });
  }

  /** Somebody opens the chat; the session is theirs from now on. */
  connect(alias: string = this.#scene.texts.customer.name): void {
    const { id } = this.#scene.channel;
    this.#said = 0;
    if (this.do({ type: 'customer.connects', channel: id, customer: { alias } }))
      this.session = this.world.sessions.length;
  }

  /** Goes on as a customer would until a screen is shown; false where that never is. */
  until(screen: CustomerScreen): boolean {
    for (let n = 0; n < patience; n += 1) {
      if (this.screen === screen) return true;
      if (!this.#goOn(screen)) return false;
    }
    return this.screen === screen;
  }

  /** What the customer does next, on the way to a screen. */
  #goOn(to: CustomerScreen): boolean {
    const { session } = this;
    switch (this.screen) {
      case 'preChat':
        return this.submits('preChat');
      case 'faq':
        return this.now?.faqQuestion === 0
          ? this.ask()
          : this.do({ type: 'customer.answersFaq', session, helpful: false });
      case 'queue':
        return to === 'conversation' || to === 'postChat' ? this.answered() : false;
      case 'conversation':
        return this.now?.botActive === true ? this.tellBot() : to === 'postChat' && this.ends();
      default:
        return false;
    }
  }

  /** Fills in a form with all that it asks for. */
  submits(form: Exclude<FormName, 'postChat'>): boolean {
    const { customer, message } = this.#scene.texts;
    const asked = askedForm(this.#scene.channel, form, this.world.tables, {});
    const given = { ...customer, country: asked.countries[0] ?? customer.country, question: message };
    const fields = Object.fromEntries(asked.fields.map((name) => [name, given[name]]));
    const consent = asked.consent ? { consent: true } : {};
    return this.do({ type: 'customer.submitsForm', session: this.session, form, fields, ...consent });
  }

  /** Asks the FAQ what it has an answer to, where it has any. */
  ask(): boolean {
    const { preChatForm } = this.#scene.channel;
    const [first] = askable(this.world, preChatForm.faqFolder);
    return this.do({
      type: 'customer.writes',
      session: this.session,
      text: first ?? this.#scene.texts.question,
    });
  }

  /** Says to the bot what it has not been told yet; false when there is nothing left. */
  tellBot(): boolean {
    const { greeting, handOff } = this.#scene.texts;
    const text = [greeting, handOff][this.#said++];
    return text !== undefined && this.do({ type: 'customer.writes', session: this.session, text });
  }

  /** The customer says what it is about, and somebody picks it up and answers. */
  answered(): boolean {
    const { message, answer } = this.#scene.texts;
    const { session } = this;
    const [agent] = respondersOf(this.#scene);
    if (agent === undefined) return false;
    this.do({ type: 'customer.writes', session, text: message });
    if (!this.do({ type: 'agent.picksUp', agent, session })) return false;
    return this.do({ type: 'agent.writes', agent, session, text: answer });
  }

  /** Whoever handles the chat ends it; a bot's is left by the customer. */
  ends(): boolean {
    const { session, now } = this;
    const agent = now?.agent ?? 0;
    return agent > 0
      ? this.do({ type: 'agent.ends', agent, session })
      : this.do({ type: 'customer.leaves', session });
  }
}

/** The agents who can respond on the channel, present or not. */
export const respondersOf = ({ world, channel }: Pick<Scene, 'world' | 'channel'>): readonly number[] =>
  channel.members
    .filter(({ agent, canRespond }) => canRespond && world.agents.some(({ id }) => id === agent))
    .map(({ agent }) => agent);

/** Questions that find an answer: titles of what everybody may see, in the folder or below it. */
export function askable(world: World, folder: number): readonly string[] {
  const folders = folder === 0 ? null : withSubfolders(world, folder);
  return visibleFaq(world, faqAccess.public)
    .filter((entry) => folders === null || folders.has(entry.folder))
    .map(({ title }) => title)
    .filter((text) => searchFaq(world, { folder, access: faqAccess.public, text }).length > 0);
}
