import type { Channel } from '../../engine/definition.ts';
import { findBotScripts, findScript } from '../../engine/registration.ts';
import { isLeft, speaksOfStatus, withoutComments, type FlowAct, type Flow, type ScriptFlow } from './flow.ts';
import type { FoundHint } from './found.ts';
import type { HintCode } from './hint-words.ts';
import type { CallerContext } from './caller-context.ts';

type Post = { readonly act: Extract<FlowAct, { kind: 'posts' | 'calls' }>; readonly sure: boolean };

/**
 * The first thing that a flow writes without having asked for the status; null where it asks first, or writes nothing. `sure`:
 * nothing else decides about it.
 */
function unasked(
  flow: Flow,
  script: ScriptFlow,
  sure = true,
  seen = new Set<string>(),
): Post | 'asked' | null {
  for (const act of flow) {
    if (act.kind === 'leaves') return 'asked';
    if (act.kind === 'posts') return { act, sure };
    if (act.kind === 'calls' && !seen.has(act.routine)) {
      seen.add(act.routine);
      const found = unasked(script.routines.get(act.routine) ?? [], script, sure, seen);
      // What leaves a function does not leave the script.
      if (found !== null && found !== 'asked') return found;
    }
    if (act.kind !== 'either') continue;
    if (act.asksStatus) {
      if (act.ways.some(isLeft)) return 'asked';
      continue;
    }
    for (const way of act.ways) {
      const found = unasked(way, script, false, seen);
      if (found !== null && found !== 'asked') return found;
    }
  }
  return null;
}

/** Which of the forms a channel has; undefined is none. */
function formsOf({ preChatForm }: Channel): 'form' | 'faq' | 'both' | undefined {
  if (preChatForm.enabled) return preChatForm.faqEnabled ? 'both' : 'form';
  return preChatForm.faqEnabled ? 'faq' : undefined;
}

/** Whether the bot writes when the chat opens, whatever the status is: then no question to the FAQ comes to it any more. */
function writesFirst({ world, folder }: CallerContext): boolean {
  const { sessionCreated } = findBotScripts(folder);
  const source = findScript(world.folders, sessionCreated)?.source ?? '';
  return /addChatMessage/i.test(withoutComments(source)) && !speaksOfStatus(source);
}

/** Scripts that write whatever the status is: forms and FAQ are skipped (T14), or the customer is greeted again and again. */
export function writesTooSoon(standing: CallerContext, script: ScriptFlow): readonly FoundHint[] {
  const { role, channels } = standing;
  const found = unasked(script.main, script);
  if (found === null || found === 'asked') return [];
  const told = (code: HintCode, comparison: string, params: FoundHint['params']): readonly FoundHint[] => {
    const { at, statement } = found.act;
    const condition = statement?.file === at.file ? script.asksFor(comparison) : undefined;
    const start = statement?.start ?? 0;
    const fix = condition && { label: '', start, end: start, text: `if (${condition}) ` };
    return [{ code, at, params, ...(fix && { fix }) }];
  };
  if (role === 'sessionCreated') {
    const channel = channels.find((one) => formsOf(one) !== undefined);
    const form = channel && formsOf(channel);
    if (channel === undefined || form === undefined) return [];
    return told('forms-skipped', '>= 4', {
      form,
      channel: channel.name,
      at: channel.id,
      sure: Number(found.sure),
    });
  }
  if (role === 'sessionChanged') return found.sure ? told('greets-each-time', '== 4', {}) : [];
  const withFaq = channels.find(({ preChatForm }) => preChatForm.faqEnabled);
  if (role !== 'messageReceived' || withFaq === undefined || writesFirst(standing)) return [];
  return told('answers-in-faq', '>= 4', { channel: withFaq.name, at: withFaq.id });
}
