import type { CallSite } from './events.ts';
import { handle } from './handle.ts';
import { answerHttp } from './http.ts';
import { isStatus, lastInstant } from './numbers.ts';
import { onlineRunTime, runTimeHint, runTimeProblem } from './online-limits.ts';
import { findInclude } from './registration.ts';
import { postFromScript } from './rules/messages.ts';
import { resetChat } from './rules/sessions.ts';
import { changeStatus } from './rules/status.ts';
import { setTyping } from './rules/typing.ts';
import type { CodedText } from './codes.ts';
import type { ScriptHost } from './script-call.ts';
import { HostError } from './script-call.ts';
import { eventLimit } from './step-draft.ts';
import type { Cause, StepDraft } from './step-draft.ts';
import type { Session } from './world.ts';

/** What the scripts of a step may do, seen from one run: `because` is that it started (ARCHITECTURE "Steps"). */
export function createHost(draft: StepDraft, because: Cause, session: number | undefined): ScriptHost {
  let slept = 0;
  let said: Set<string> | undefined;
  /** Says each thing once in a run: a loop would say it until the step has no room for events. */
  const hintOnce = (from: Cause, hint: CodedText): void => {
    const kind = hint.code === 'online-run-time' ? hint.code : JSON.stringify(hint);
    if (said?.has(kind) === true || draft.isFull()) return;
    (said ??= new Set<string>()).add(kind);
    draft.emit(from, { type: 'hint.raised', hint, ...of });
  };
  const passTime = (milliseconds: number): void => {
    slept += milliseconds;
    if (slept <= onlineRunTime) return;
    if (draft.world.options.onlineLimits) throw new HostError(runTimeProblem(slept));
    hintOnce(because, runTimeHint(slept));
  };
  const of = session === undefined ? {} : { session };
  const acting = (site: CallSite): Cause => {
    if (draft.isFull()) {
      throw new HostError(
        `This step has caused ${String(eventLimit)} events, which is the most that scripts may cause at once.`,
      );
    }
    if (slept > onlineRunTime && draft.world.options.onlineLimits) throw new HostError(runTimeProblem(slept));
    return { cause: because.cause, depth: because.depth, by: { script: site.script, line: site.line } };
  };
  return {
    world: () => draft.world,
    now: () => draft.now + slept,
    sleep: (seconds) => {
      const more = Math.round(Math.max(0, seconds) * 1000);
      if (!(draft.now + slept + more <= lastInstant)) {
        throw new HostError('sleep: that is beyond the year 9999.');
      }
      passTime(more);
    },
    random: () => draft.draw() / 2 ** 32,
    print: (site, channel, text) => {
      draft.emit(acting(site), { type: 'script.printed', text, channel, ...of });
    },
    hint: (site, hint) => {
      draft.emit(acting(site), { type: 'hint.raised', hint, ...of });
    },
    addChatMessage: (site, message) =>
      postFromScript(draft, acting(site), sessionOf(draft, 'addChatMessage', message.session), message),
    resetChat: (site, id) => {
      resetChat(draft, acting(site), sessionOf(draft, 'resetChat', id));
    },
    setChatStatus: (site, id, to) => {
      const target = sessionOf(draft, 'setChatStatus', id);
      if (!isStatus(to)) {
        throw new HostError(
          `setChatStatus: ${String(to)} is not a status. Statuses are 0 to 11 (7 is Finished).`,
        );
      }
      changeStatus(draft, acting(site), target.id, to, to === 7 ? 'T17' : 'T30');
    },
    setUserIsTyping: (site, id, typing) => {
      setTyping(draft, acting(site), sessionOf(draft, 'setUserIsTyping', id), 'user', typing);
    },
    http: (site, request, rules = { followLocation: true, timeout: 0 }) => {
      const from = acting(site);
      const hint = (about: CodedText): void => {
        hintOnce(from, about);
      };
      const { answer, seconds } = answerHttp(draft, from, request, rules, { session, hint });
      passTime(Math.round(seconds * 1000));
      return answer;
    },
    setVariable: (site, scope, name, value) => {
      draft.emit(acting(site), { type: 'variable.set', scope, name, value });
    },
    perform: (site, input) => {
      const mark = draft.events.length;
      const { world } = draft;
      const reason = handle(draft, input, acting(site));
      if (reason !== null) draft.rollBack(mark, world);
      return reason;
    },
    updateSession: (site, id, fields) => {
      const target = sessionOf(draft, 'updateSession', id);
      draft.emit(acting(site), { type: 'session.updated', session: target.id, fields });
    },
    changeTable: (site, table, id, row, place) => {
      const where = place === undefined ? {} : { place };
      draft.emit(acting(site), { type: 'table.changed', table, id, row, ...where });
    },
    findInclude: (name) => findInclude(draft.world.folders, name),
  };
}

function sessionOf(draft: StepDraft, call: string, id: number): Session {
  const session = draft.world.sessions.get(id);
  if (session === undefined) {
    throw new HostError(
      `${call}: there is no chat session ${String(id)}. Message scripts find theirs in chatMessage.sessionId, the others in chatSession.id.`,
    );
  }
  return session;
}
