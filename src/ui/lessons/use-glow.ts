import { useEffect } from 'preact/hooks';
import type { Check } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { lessonWork } from './lesson-work.ts';

/** Where somebody does what brings an event about, by its name; a message by who writes it. */
const places: Readonly<Record<string, string>> = {
  'session.created': '.widget-badge, .slot-customers .add-menu',
  'session.assigned': '.get-next',
  'presence.changed': '.presence',
  'channel.saved': '.rail .to-settings',
  'agent.saved': '.rail .to-settings',
  'trigger.saved': '.rail .to-settings',
  'webhook.saved': '.rail .to-settings',
  'mock.saved': '.slot-bots [role="tab"][data-name="http"]',
  'script.saved': '.slot-bots .cm-editor',
  customer: '.slot-customers .composer',
  agent: '.slot-agents .composer',
};

/** Where whoever wants to pass a check begins; null where that cannot be said. */
export function placeOf({ expect }: Pick<Check, 'expect'>): string | null {
  for (const entry of [expect].flat()) {
    if ('queue' in entry) return places['session.assigned'] ?? null;
    if (!('event' in entry)) continue;
    const { event, messageType, agent, from, to } = entry as { readonly event: string } & Record<
      string,
      unknown
    >;
    if (event === 'message.saved')
      return places[messageType === 2 ? 'customer' : agent === undefined ? '' : 'agent'] ?? null;
    if (event === 'session.statusChanged') {
      if (from === 4 && to === 5) return places['session.assigned'] ?? null;
      return to === 5
        ? (places['customer'] ?? null)
        : from === 5 && to === 6
          ? (places['agent'] ?? null)
          : null;
    }
    if (places[event] !== undefined) return places[event];
  }
  return null;
}

/** Long enough that what was just done is drawn, in milliseconds. */
const after = 600;
const lasts = 2400;

/** The place of the next thing to do glows once, whenever that is another one. */
export function useGlow(): void {
  const { store } = useAppContext();
  const work = lessonWork(store);
  const at = work.state.value?.next ?? null;
  const check = at === null ? undefined : work.lesson.value?.checks[at];
  const where = check === undefined ? null : placeOf(check);
  useEffect(() => {
    if (where === null) return undefined;
    let glowing: Element | null = null;
    let timer = setTimeout(() => {
      glowing = document.querySelector(where);
      glowing?.classList.add('lesson-glow');
      timer = setTimeout(() => glowing?.classList.remove('lesson-glow'), lasts);
    }, after);
    return () => {
      clearTimeout(timer);
      glowing?.classList.remove('lesson-glow');
    };
  }, [where, check?.name]);
}
