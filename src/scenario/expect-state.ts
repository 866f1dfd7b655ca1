import { agentChats } from '../engine/agent-views.ts';
import type { Json } from '../engine/definition.ts';
import { statusNames } from '../engine/numbers.ts';
import { customerScreen, visibleMessages } from '../engine/views.ts';
import type { Session, World } from '../engine/world.ts';
import { fieldHint, jsonText, valueText } from './expect-events.ts';
import type { VisiblePattern } from './format.ts';
import { matches, reach } from './match.ts';
import type { Matcher } from './match.ts';
import type { StepResult } from './step-result.ts';
import { subjectOf } from './subject.ts';

type Fields = { readonly [field: string]: Json };

/* What is expected of the world as it stands after a step. Each answers why it does not hold, or null. */

export function statusFailure(
  { status, session }: { readonly status: number; readonly session?: number | undefined },
  result: StepResult,
): string | null {
  const found = findSession(result, session);
  if (typeof found === 'string') return found;
  if (found.status === status) return null;
  return `Expected session ${String(found.id)} in status ${statusText(status)}; it is in ${statusText(found.status)}.`;
}

const statusText = (status: number): string => `${String(status)} ${statusNames[status] ?? ''}`.trim();

/** The session that an expectation names, or else that of the input, or else the only one there is. */
function findSession(result: StepResult, named: number | undefined): Session | string {
  const { sessions } = result.world;
  const subject = named ?? subjectOf(result.input, result.events);
  const id = subject === 0 && sessions.length === 1 ? 1 : subject;
  if (id === 0) return 'This input is about no session. Name one with "session".';
  const session = sessions.get(id);
  return session ?? `There is no session ${String(id)}.`;
}

export function sessionFailure(fields: Fields, result: StepResult, matcher: Matcher): string | null {
  const { id } = fields;
  const session = findSession(result, typeof id === 'number' ? id : undefined);
  if (typeof session === 'string') return session;
  return fieldsFailure(`session ${String(session.id)}`, sessionView(session), fields, matcher);
}

/** A session with its times as events say them, and as lists the numbers of its messages and what was not delivered. */
function sessionView(session: Session): object {
  return {
    ...session,
    whenRequested: instantText(session.whenRequested),
    whenStarted: instantText(session.whenStarted),
    whenEnded: instantText(session.whenEnded),
    whenIdle: instantText(session.whenIdle),
    waitingSince: instantText(session.waitingSince),
    messages: [...session.messages],
    undelivered: [...session.undelivered].map(({ text, agent, trigger }) => ({ text, agent, trigger })),
  };
}

const instantText = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString();

export function webhookFailure(fields: Fields, { world }: StepResult, matcher: Matcher): string | null {
  const id = typeof fields['id'] === 'number' ? fields['id'] : world.webhooks[0]?.id;
  const webhook = world.webhooks.find((candidate) => candidate.id === id);
  if (webhook === undefined) return `There is no webhook ${String(id)}.`;
  const statistics = world.webhookStatistics[String(webhook.id)];
  const view = { ...webhook, ...(statistics ?? { calls: 0, errors: 0, consecutiveErrors: 0, played: 0 }) };
  return fieldsFailure(`webhook ${String(webhook.id)}`, view, fields, matcher);
}

function fieldsFailure(what: string, actual: object, fields: Fields, matcher: Matcher): string | null {
  const wrong = Object.entries(fields).filter(
    ([path, value]) => !matches(reach(actual, path), value, matcher),
  );
  if (wrong.length === 0) return null;
  const expected = wrong.map(([path, value]) => `${path} ${valueText(value)}`).join(', ');
  const found = wrong.map(([path]) => `${path} ${jsonText(reach(actual, path))}`).join(', ');
  const hint = fieldHint(
    wrong.map(([path]) => path),
    actual,
    Object.keys(actual),
  );
  return `Expected ${what} to have ${expected}; it has ${found}.${hint}`;
}

export function visibleFailure(pattern: VisiblePattern, result: StepResult, matcher: Matcher): string | null {
  const { world } = result;
  const session = findSession(result, pattern.session);
  if (typeof session === 'string') return session;
  if (pattern.to === 'agent' && pattern.agent !== undefined && !canSee(world, pattern.agent, session)) {
    return `Agent ${String(pattern.agent)} does not see session ${String(session.id)}.`;
  }
  return lastFailure(pattern, world, session, matcher) ?? screenFailure(pattern, world, session);
}

function canSee(world: World, agent: number, session: Session): boolean {
  const { ongoing, recent, transfers } = agentChats(world, agent);
  return (
    [...ongoing, ...recent, ...transfers].some(({ id }) => id === session.id) ||
    session.listeners.includes(agent)
  );
}

function lastFailure(
  pattern: VisiblePattern,
  world: World,
  session: Session,
  matcher: Matcher,
): string | null {
  if (pattern.last === undefined) return null;
  const last = visibleMessages(world, session.id, pattern.to).at(-1)?.text ?? null;
  if (matches(last, pattern.last, matcher)) return null;
  return `Expected the ${pattern.to} to see last ${valueText(pattern.last)}; it is ${JSON.stringify(last)}.`;
}

function screenFailure(pattern: VisiblePattern, world: World, session: Session): string | null {
  if (pattern.shows === undefined) return null;
  if (pattern.to === 'agent')
    return 'Only a customer’s window shows forms and screens: use "to": "customer".';
  const screen = customerScreen(world, session);
  return screen === pattern.shows
    ? null
    : `Expected the customer to be shown ${pattern.shows}; it is ${screen}.`;
}
