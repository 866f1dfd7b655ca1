import { askedForm, type FieldName } from '../../engine/form-rule.ts';
import type { FormFields, FormName, Input } from '../../engine/inputs.ts';
import { channelIn } from '../../engine/lookup.ts';
import { status } from '../../engine/numbers.ts';
import { customerScreen, optionsAreLive, optionsOf, visibleMessages } from '../../engine/views.ts';
import type { Message, Session, World } from '../../engine/world.ts';
import type { Chance } from './chance.ts';
import { spoken } from './grammar.ts';
import type { Persona } from './persona.ts';
import { waits, type Act, type Memory, type Turn } from './turn.ts';
import { readingTime, typed, typingTime } from './typing.ts';

/** Who is at it: the persona that it plays, the conversation before it, and what it draws this time. */
export type AtCustomer = {
  readonly world: World;
  readonly session: Session;
  readonly persona: Persona;
  readonly memory: Memory;
  readonly chance: Chance;
};

/** What a customer does about its conversation as it stands: what the screen before it asks of it. */
export function customerTurn(at: AtCustomer): Turn {
  const { session, memory } = at;
  if (memory.isDone || !session.connected) return waits(memory);
  switch (customerScreen(at.world, session)) {
    case 'preChat':
      return fillsIn(at, 'preChat', memory);
    case 'faq':
      return looksUp(at);
    case 'queue':
      return queues(at);
    case 'conversation':
      return talks(at);
    case 'offline':
      return fillsIn(at, 'offline', { ...memory, isDone: true });
    case 'postChat':
      return rates(at);
    default:
      return waits({ ...memory, isDone: true });
  }
}

function fillsIn(
  { world, session, persona, memory, chance }: AtCustomer,
  form: FormName,
  then: Memory,
): Turn {
  const channel = channelIn(world, session);
  if (channel === undefined) return waits(memory);
  const asked = askedForm(channel, form, world.tables, {});
  const question = spoken(persona.lines[0] ?? '', chance, namesOf(session));
  const answers: Readonly<Record<FieldName, string>> = {
    name: session.customer.name,
    email: session.customer.email === '' ? addressOf(session.customer.name) : session.customer.email,
    phone: '55 51 23 45',
    company: 'Fjord Shop',
    country: asked.countries[0] ?? 'Norway',
    question,
  };
  const fields: FormFields = Object.fromEntries(asked.fields.map((field) => [field, answers[field]]));
  const words = asked.fields.map((field) => answers[field]).join(' ');
  const input: Input = { type: 'customer.submitsForm', session: session.id, form, fields, consent: true };
  return { acts: [{ after: 2000 + typingTime(words, persona.traits), input }], then };
}

const addressOf = (name: string): string =>
  `${
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '.')
      .replace(/^\.|\.$/g, '') || 'customer'
  }@example.com`;

/** It asks the FAQ its first question, and is helped one time in four. */
function looksUp(at: AtCustomer): Turn {
  const { session, memory, chance } = at;
  if (session.faqQuestion === 0) return says(at, at.persona.lines[0] ?? '', memory);
  const helpful = chance.happens(25);
  const input: Input = { type: 'customer.answersFaq', session: session.id, helpful };
  return { acts: [{ after: readingTime(lastOf(at)?.text ?? ''), input }], then: memory };
}

/** It says what it has come for while it waits, and goes when its patience is over. */
function queues(at: AtCustomer): Turn {
  const { persona, memory, session } = at;
  const { patience } = persona.traits;
  if (memory.said === 0 && !hasWritten(at)) return says(at, persona.lines[0] ?? '', { ...memory, said: 1 });
  const waited = at.world.now - (session.waitingSince ?? at.world.now);
  return goes(at, Math.max(0, patience * 1000 - waited));
}

function talks(at: AtCustomer): Turn {
  const { session, persona, memory } = at;
  if (session.status === status.finished) return comesBack(at);
  // Nobody has answered what it wrote.
  if (session.status === status.customerLast && hasWritten(at)) return asksAgain(at);
  const answered = { ...memory, reminded: 0 };
  const options = liveOptions(at);
  if (options !== undefined) {
    const option = at.chance.pick(options.labels) ?? '';
    const { message } = options;
    const input: Input = { type: 'customer.clicksOption', session: session.id, message: message.id, option };
    return { acts: [{ after: readingTime(message.text) + 1000, input }], then: answered };
  }
  const line = persona.lines[memory.said];
  if (line === undefined) return goes({ ...at, memory: answered }, readingTime(lastOf(at)?.text ?? ''));
  return says(at, line, { ...answered, said: memory.said + 1 });
}

function asksAgain(at: AtCustomer): Turn {
  const { persona, memory } = at;
  const { patience, reminders } = persona.traits;
  if (memory.reminded >= reminders) return goes(at, patience * 1000);
  const turn = says(at, '{Hello?|Are you there?|Is anybody there?}', {
    ...memory,
    reminded: memory.reminded + 1,
  });
  return delayed(turn, patience * 1000);
}

function says(at: AtCustomer, line: string, then: Memory): Turn {
  const { session, persona, chance } = at;
  const text = spoken(line, chance, namesOf(session));
  if (text === '') return waits(then);
  const acts: Act[] = [];
  for (const part of typed(text, persona.traits, chance)) {
    const thinks = acts.length === 0 ? readingTime(lastOf(at)?.text ?? '') : 500;
    const id = session.id;
    acts.push({ after: thinks, input: { type: 'customer.types', session: id, typing: true } });
    acts.push({
      after: typingTime(part, persona.traits),
      input: { type: 'customer.writes', session: id, text: part },
    });
  }
  return { acts, then };
}

function goes({ session, persona, memory }: AtCustomer, after: number): Turn {
  const type = persona.traits.silent ? 'customer.disconnects' : 'customer.leaves';
  const then = { ...memory, isDone: persona.traits.silent };
  return { acts: [{ after, input: { type, session: session.id } }], then };
}

/** It gives its stars, if it gives any, or goes back once to what was said, if it is one of those. */
function rates({ session, persona, memory, chance }: AtCustomer): Turn {
  const { rating, returns } = persona.traits;
  const id = session.id;
  if (memory.said <= persona.lines.length && chance.happens(returns)) {
    const input: Input = { type: 'customer.returns', session: id };
    return { acts: [{ after: 3000, input }], then: { ...memory, said: persona.lines.length + 1 } };
  }
  const input: Input =
    rating === 0
      ? { type: 'customer.dismissesForm', session: id, form: 'postChat' }
      : { type: 'customer.submitsForm', session: id, form: 'postChat', rating, consent: true };
  return { acts: [{ after: 4000, input }], then: { ...memory, isDone: true } };
}

/** The conversation has ended, and it has one more question: writing opens it again. */
function comesBack(at: AtCustomer): Turn {
  const { memory, persona } = at;
  if (memory.said !== persona.lines.length + 1) return waits({ ...memory, isDone: true });
  const line = '{One more thing.|Wait, one more question.} {Will I get a receipt?|Is that for certain?}';
  return says(at, line, { ...memory, said: memory.said + 1 });
}

const delayed = (turn: Turn, by: number): Turn => ({
  ...turn,
  acts: turn.acts.map((act, index) => (index === 0 ? { ...act, after: act.after + by } : act)),
});

const namesOf = ({ customer }: Session): Readonly<Record<string, string>> => ({ name: customer.name });

const seen = ({ world, session }: AtCustomer): readonly Message[] =>
  visibleMessages(world, session.id, 'customer');

const lastOf = (at: AtCustomer): Message | undefined => seen(at).at(-1);

const hasWritten = (at: AtCustomer): boolean => seen(at).some(({ sender }) => sender === 'customer');

function liveOptions(
  at: AtCustomer,
): { readonly message: Message; readonly labels: readonly string[] } | undefined {
  const message = seen(at).findLast((one) => optionsAreLive(at.session, one));
  const labels = message === undefined ? [] : optionsOf(message);
  return message === undefined || labels.length === 0 ? undefined : { message, labels };
}

/** What is before a customer that it did not do itself, as one text: it thinks again when that is another one. */
export function customerSight(world: World, session: Session): string {
  const others = visibleMessages(world, session.id, 'customer').filter(({ sender }) => sender !== 'customer');
  return JSON.stringify([
    customerScreen(world, session),
    session.faqQuestion,
    others.at(-1)?.id,
    others.length,
  ]);
}
