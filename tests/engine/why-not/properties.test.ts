import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelFile, WorldFile } from '../../../src/engine/definition.ts';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import type { Setting } from '../../../src/engine/remedies.ts';
import { screens, type ScreenName } from '../../../src/engine/start-rule.ts';
import { isHappening } from '../../../src/engine/why-not/happening.ts';
import { whyNoScreen, whyUnheard } from '../../../src/engine/why-not.ts';
import { inputs, worlds } from '../arbitrary.ts';
import { played, storyOf } from './given.ts';

/** `npm test` runs the quick form; `npm run test:long` the long one. */
const runs = Number(process.env['REHEARSAL_RUNS'] ?? 150);

const arrivals = [1, 2, 3].map((channel): Input => ({ type: 'customer.connects', channel }));
const histories = fc.tuple(
  worlds,
  fc.array(inputs, { minLength: 5, maxLength: 25 }).map((sent) => [...arrivals, ...sent]),
);

describe('who did not hear of what happened', { timeout: 10_000 + runs * 500 }, () => {
  it('has a reason for it, in any world and after any inputs, and who did has none', () => {
    fc.assert(
      fc.property(histories, ([file, sent]) => {
        const { events } = played(file, sent);
        for (const session of [1, 2, 3]) {
          const story = storyOf(file, events, session);
          if (story === null) throw new Error('The session has no story.');
          for (const { event } of [...story.all].filter(isHappening)) {
            const { answers } = whyUnheard(story, event.seq);
            const about = (kind: string) => answers.some(({ question }) => question.about === kind);
            const ran = (role: string) => started(events, event, role);

            expect([event.seq, 'bot', about('bot')]).toEqual([event.seq, 'bot', !ran('bot')]);
            expect([event.seq, 'webhook', about('webhook')]).toEqual([
              event.seq,
              'webhook',
              !isTold(events, event),
            ]);
            expect([event.seq, 'trigger', about('trigger')]).toEqual([event.seq, 'trigger', !ran('trigger')]);
          }
        }
      }),
      // Each asks about every event of a history: fewer are as good.
      { numRuns: Math.ceil(runs / 6) },
    );
  });
});

const botRoles = ['sessionCreated', 'sessionChanged', 'messageReceived'];

/** Whether a script of the bot or of the trigger ran for a happening, by what the log says. */
function started(
  events: readonly RecordedEvent[],
  { seq, cause, ...of }: RecordedEvent,
  kind: string,
): boolean {
  const runs = events.filter((event) => {
    if (event.type !== 'script.started') return false;
    const before = event.eventType === 402 && of.type.startsWith('message.') && event.seq < seq;
    const isCaused = before ? event.cause === cause && event.step === of.step : event.cause === seq;
    if (event.eventType === 402 && !before) return false;
    return isCaused && (kind === 'bot' ? botRoles.includes(event.role) : event.role === 'trigger');
  });
  const tooDeep = (run: RecordedEvent) =>
    events.some(
      (event) => event.type === 'script.failed' && event.cause === run.seq && event.kind === 'NestingTooDeep',
    );
  const last = runs.at(-1);
  return last !== undefined && !tooDeep(last);
}

const isTold = (events: readonly RecordedEvent[], { seq }: RecordedEvent): boolean =>
  events.some((event) => event.type === 'webhook.queued' && event.cause === seq);

/** A world around one channel, anything of which may stand in the way of what a customer is to meet first. */
const starts = fc
  .record({
    form: fc.boolean(),
    faq: fc.boolean(),
    bot: fc.boolean(),
    folder: fc.constantFrom('Bot', 'Gone', 'Triggers'),
    present: fc.boolean(),
    responds: fc.boolean(),
    hours: fc.boolean(),
    created: fc.constantFrom('', 'post 1 hello', 'reset', 'status 7', 'status 4', 'reset\npost 1 hello'),
    changed: fc.constantFrom('', 'when 4 post 1 greeting', 'when 6 status 5', 'reset'),
    trigger: fc.constantFrom('', 'post 1 hello', 'status 7', 'status 3', 'block'),
    event: fc.constantFrom(400 as const, 401 as const, 402 as const),
    identified: fc.boolean(),
  })
  .map((given): { readonly file: WorldFile; readonly identified: boolean } => ({
    identified: given.identified,
    file: {
      // A Sunday, on which channels with opening hours are closed.
      startsAt: '2026-03-01T09:00:00Z',
      agents: [{ id: 1, name: 'Kari Nord', present: given.present }],
      channels: [
        {
          id: 1,
          name: 'Help',
          members: [{ agent: 1, canRespond: given.responds }],
          bot: { enabled: given.bot, folder: given.folder, name: 'Eko' },
          preChatForm: { enabled: given.form, faqEnabled: given.faq },
          properties: { openingHours: { enabled: given.hours } },
        },
      ],
      folders: [
        {
          name: 'Bot',
          scripts: [
            { id: 1, name: 'bot register' },
            { id: 2, name: 'bot session created', source: given.created },
            { id: 3, name: 'bot session changed', source: given.changed },
          ],
        },
        { name: 'Triggers', scripts: [{ id: 5, name: 'trigger', source: given.trigger }] },
      ],
      triggers: [{ id: 1, event: given.event, script: 5 }],
    },
  }));

/** The file with a setting as an answer says; null where it says no value. */
function withSetting(file: WorldFile, { path, to }: Setting): WorldFile | null {
  const [section = '', id = '', tab = '', field = ''] = path;
  if (to === undefined) return null;
  if (section === 'options') return { ...file, options: { ...file.options, [id]: to } };
  if (section === 'channels') {
    const change = (one: ChannelFile) => {
      const [outer = '', inner] = field.split('.');
      const group = ((one as Record<string, unknown>)[tab] ?? {}) as Record<string, unknown>;
      const deep = inner === undefined ? to : { ...(group[outer] as object), [inner]: to };
      return { ...one, [tab]: { ...group, [outer]: deep } };
    };
    return { ...file, channels: file.channels?.map((one) => (String(one.id) === id ? change(one) : one)) };
  }
  const list = (file[section as 'agents' | 'triggers'] ?? []) as readonly { readonly id: number }[];
  return { ...file, [section]: list.map((one) => (String(one.id) === id ? { ...one, [tab]: to } : one)) };
}

describe('what a customer did not meet when the chat began', { timeout: 10_000 + runs * 500 }, () => {
  it.each(Object.keys(screens) as ScreenName[])(
    'has a reason, and comes when the settings that the reasons name are changed: %s',
    (name) => {
      const came = { asked: 0, mended: 0 };
      fc.assert(
        fc.property(starts, ({ file, identified }) => {
          const connects: Input = { type: 'customer.connects', channel: 1, customer: { identified } };
          let now = file;
          for (let tries = 0; tries < 8; tries++) {
            const story = storyOf(now, played(now, [connects]).events);
            const answers = whyNoScreen(story, name);
            if (stands(now, connects) === screens[name]) {
              expect(answers).toEqual([]);
              came.mended += tries === 0 ? 0 : 1;
              return;
            }
            came.asked += 1;
            expect(answers.length).toBeGreaterThan(0);
            const settings = answers.flatMap((one) => one.settings);
            const next = settings.reduce<WorldFile | null>(
              (made, setting) => (made === null ? null : withSetting(made, setting)),
              now,
            );
            // Nothing that is set stands in the way: the customer is known, or the agents may not respond.
            const mended = answers.every((one) => one.settings.length > 0);
            if (next === null || !mended) {
              expect(answers.map(({ because }) => because.code).join(' ')).toMatch(
                /known-customer|no-responders|moved|left/,
              );
              return;
            }
            now = next;
          }
          throw new Error(`${name} never comes: ${JSON.stringify(now)}`);
        }),
        { numRuns: runs },
      );

      // Enough of them to mean something.
      expect(came.asked).toBeGreaterThan(runs / 8);
      expect(came.mended).toBeGreaterThan(runs / 20);
    },
  );
});

/** Where the only session stands once the customer has come. */
const stands = (file: WorldFile, connects: Input): number | undefined =>
  played(file, [connects]).world.sessions.get(1)?.status;
