import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channelFrom } from '../../src/engine/defaults.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import {
  customerScreen,
  offlineOffered,
  queuePlace,
  queueText,
  visibleMessages,
} from '../../src/engine/views.ts';
import { worldFromJson } from '../../src/engine/world-json.ts';
import type { Preview, PreviewView } from '../../src/protocol/preview.ts';
import { createFilesService } from '../../src/worker/files/files-service.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { onMessage, onSession, supportWorld, type Setting } from '../support/browser/sample.ts';
import { previewTexts } from '../support/preview-texts.ts';

const publicDir = join(import.meta.dirname, '../../public');
const monday = Date.parse('2026-03-02T09:04:37Z');

const faq: WorldFile['faq'] = {
  folders: [
    { id: 1, name: 'Delivery', parent: 0 },
    { id: 2, name: 'Drafts', parent: 0 },
  ],
  entries: [
    {
      id: 1,
      folder: 1,
      title: 'How long does delivery take?',
      answer: 'Three days.',
      access: 4,
      status: 'published',
    },
    { id: 2, folder: 2, title: 'Delivery of drafts', answer: 'Not yet.', access: 4, status: 'unpublished' },
  ],
};

type Wanted = Setting & {
  readonly world?: Partial<WorldFile>;
  readonly now?: number;
  readonly leftOut?: readonly number[];
};

/** What a preview of a channel, whose draft is `channel`, shows of a world without conversations. */
async function previewed({ world = {}, now = monday, leftOut = [], channel = {}, ...setting }: Wanted = {}) {
  const service = createFilesService({
    engine: realEngine(),
    loadText: (url) => Promise.resolve(readFileSync(join(publicDir, new URL(url).pathname), 'utf8')),
  });
  await service.connect('https://rehearsal.test/', 'Rehearsal');
  const whole = { ...supportWorld(setting), ...world };
  const [saved] = whole.channels ?? [];
  const draft = channelFrom({ ...saved, ...channel, id: 1, name: 'Support' });
  return service.preview({ setting: whole, channel: draft, now, leftOut, texts: previewTexts });
}

function viewOf(preview: Preview, view: PreviewView) {
  if (preview.kind !== 'played') throw new Error('Nothing was played.');
  const found = preview.views.find((one) => one.view === view);
  if (found === undefined) throw new Error(`There is no view ${view}.`);
  const world = worldFromJson(found.world);
  const session = world.sessions.get(found.session);
  if (session === undefined) throw new Error('Nobody has this view.');
  return {
    ...found,
    world,
    of: session,
    screen: customerScreen(world, session),
    said: visibleMessages(world, session.id, 'customer').map(({ text }) => text),
  };
}

const off = (preview: Preview) =>
  preview.kind === 'played'
    ? preview.views.flatMap(({ view, because }) => (because === null ? [] : [[view, because]]))
    : [];
const problems = (preview: Preview) =>
  preview.kind === 'played' ? preview.problems.map(({ view, code }) => [view, code]) : [];

/** Which screen each view of the strip is of, whether the settings lead there or not. */
const screens: readonly (readonly [PreviewView, string])[] = [
  ['preChat', 'preChat'],
  ['faq', 'faq'],
  ['queue', 'queue'],
  ['conversation', 'conversation'],
  ['offline', 'offline'],
  ['postChat', 'postChat'],
  ['closed', 'closed'],
  ['writing', 'conversation'],
];

const screensOf = (preview: Preview) => screens.map(([view]) => [view, viewOf(preview, view).screen]);

describe('the preview of a channel', () => {
  it('plays a customer to every view that the settings have', async () => {
    const preview = await previewed({
      channel: {
        preChatForm: {
          enabled: true,
          faqEnabled: true,
          faqFolder: 1,
          required: ['name', 'country'],
          consent: true,
        },
        postChatForm: { enabled: true },
        layout: {
          queueText: { enabled: true, text: 'Number {cque}, wait {cavw}.' },
          welcomeMessage: 'Welcome.',
        },
      },
      world: { faq },
    });

    expect(screensOf(preview)).toEqual(screens);
    expect(off(preview)).toEqual([]);
    expect(problems(preview)).toEqual([]);
    const faqView = viewOf(preview, 'faq');
    expect(faqView.said.join()).toContain('How long does delivery take?');
    expect(faqView.of.faqQuestion).toBeGreaterThan(0);
    const queue = viewOf(preview, 'queue');
    expect(queuePlace(queue.world, queue.of)).toBe(2);
    expect(queueText(queue.world, queue.of)).toBe('Number 2, wait 00:03.');
    expect(viewOf(preview, 'conversation').said).toEqual(
      expect.arrayContaining(['My parcel is late.', 'Welcome.', 'Hello, I look for it.']),
    );
    expect(viewOf(preview, 'writing').of.userTyping).toBe(true);
  });

  it('draws what is off as it would be, and says so', async () => {
    const preview = await previewed({ world: { faq } });

    expect(off(preview)).toEqual([
      ['preChat', 'off'],
      ['faq', 'off'],
      ['postChat', 'off'],
    ]);
    expect(screensOf(preview)).toEqual(screens);
  });

  it('shows the draft of the channel, not what is saved', async () => {
    const preview = await previewed({
      channel: { layout: { header: 'Not saved' }, preChatForm: { enabled: true } },
    });

    const { world, reached } = viewOf(preview, 'preChat');
    expect(reached).toBe(true);
    expect(world.channels[0]?.layout.header).toBe('Not saved');
  });

  it('shows one that is new beside those that there are', async () => {
    const service = createFilesService({ engine: realEngine(), loadText: () => Promise.resolve('') });
    const draft = channelFrom({ id: 7, name: 'New', members: [{ agent: 1, canRespond: true }] });

    const preview = await service.preview({
      setting: supportWorld({}),
      channel: draft,
      now: monday,
      leftOut: [],
      texts: previewTexts,
    });

    const { world, of } = viewOf(preview, 'conversation');
    expect(world.channels.map(({ id }) => id)).toEqual([1, 7]);
    expect(of.channel).toBe(7);
  });

  it('waits for the channel to open, and shows the offline form of a time at which nobody is there', async () => {
    const sunday = Date.parse('2026-03-01T22:00:00Z');

    const preview = await previewed({
      now: sunday,
      channel: { properties: { openingHours: { enabled: true } } },
    });

    expect(off(preview).map(([view]) => view)).toEqual(['preChat', 'faq', 'postChat']);
    expect(viewOf(preview, 'conversation').world.now).toBe(Date.parse('2026-03-02T08:00:00Z'));
    expect(viewOf(preview, 'offline').reached).toBe(true);
  });

  it('says that a channel that never opens, or where nobody can respond, leads nowhere but to the offline form', async () => {
    const shut = { enabled: false };
    const days = { mon: shut, tue: shut, wed: shut, thu: shut, fri: shut, sat: shut, sun: shut };

    const never = await previewed({ channel: { properties: { openingHours: { enabled: true, days } } } });
    const nobody = await previewed({ channel: { members: [] } });

    expect(off(never)).toEqual(
      expect.arrayContaining([
        ['queue', 'never-open'],
        ['conversation', 'never-open'],
      ]),
    );
    expect(problems(never)).toEqual([['queue', 'never-open']]);
    expect(off(nobody)).toEqual(
      expect.arrayContaining([
        ['queue', 'nobody'],
        ['conversation', 'nobody'],
      ]),
    );
    expect(problems(nobody)).toEqual([['queue', 'nobody']]);
    expect(screensOf(nobody)).toEqual(screens);
    expect(viewOf(nobody, 'conversation').world.agents.map(({ name }) => name)).toContain('Kari Nord');
  });

  it('offers who waits the offline form after as long as the channel says', async () => {
    const preview = await previewed({
      channel: { offlineForm: { fromQueue: { enabled: true, minutes: 5, length: 0 } } },
    });

    const { world, of } = viewOf(preview, 'queue');
    expect(offlineOffered(world, of)).toBe(true);
  });

  it('says of the FAQ that no question would find an answer, and of a folder that is gone', async () => {
    const faqEnabled = true;
    const empty = await previewed({ channel: { preChatForm: { faqEnabled, faqFolder: 2 } }, world: { faq } });
    const gone = await previewed({ channel: { preChatForm: { faqEnabled, faqFolder: 9 } }, world: { faq } });

    expect(problems(empty)).toEqual([['faq', 'faq-empty']]);
    expect(viewOf(empty, 'faq').screen).toBe('faq');
    expect(problems(gone)).toEqual([['faq', 'faq-folder-gone']]);
  });

  it('refuses a draft that could not be saved, and plays nothing', async () => {
    const preview = await previewed({ channel: { layout: { color: 'green' } } });

    expect(preview).toMatchObject({ kind: 'unfit', problem: { code: 'input-not-kept' } });
  });
});

describe('the preview of a channel with a bot', () => {
  const speaksFirst = onSession(
    'NSChatAgent a;\naddChatMessage(session, "Hi, I am Eko.", 1, "Eko", 16, "");',
  ).replace('NSChatAgent a;\n', '');
  const answers = onMessage(`
if (text == "human") { resetChat(session); }
else { addChatMessage(session, "Echo: " + text, 1, "Eko", 16, ""); }`);

  it('shows what the bot says, then people; a form comes once it hands over', async () => {
    const preview = await previewed({
      bot: { 'session created': speaksFirst, 'message received': answers },
      channel: { preChatForm: { enabled: true } },
    });

    const { said, of } = viewOf(preview, 'conversation');
    expect(said).toEqual(expect.arrayContaining(['Hi, I am Eko.', 'Echo: Hello', 'Hello, I look for it.']));
    expect(of.agent).toBe(1);
    expect(off(preview).map(([view]) => view)).toEqual(['faq', 'postChat']);
  });

  it('that keeps the customer: no form, no queue, nobody who types, and each is drawn all the same', async () => {
    const preview = await previewed({
      bot: { 'session created': speaksFirst },
      channel: { preChatForm: { enabled: true } },
    });

    expect(off(preview)).toEqual([
      ['preChat', 'bot-first'],
      ['faq', 'off'],
      ['queue', 'bot-answers'],
      ['offline', 'bot-answers'],
      ['postChat', 'off'],
      ['writing', 'nobody-types'],
    ]);
    expect(problems(preview)).toEqual([['preChat', 'bot-first']]);
    expect(screensOf(preview)).toEqual(screens);
  });

  it('whose script fails, or never ends, is told of once and goes on; a hung one is left out', async () => {
    const preview = await previewed({
      bot: { 'session created': onSession('String s = "x"; while (true) { s = "y"; }') },
    });
    const leftOut = await previewed({
      bot: { 'session created': onSession('String s = "x"; while (true) { s = "y"; }') },
      leftOut: [2],
      world: { options: { statementBudget: 1000 } },
    });

    if (preview.kind !== 'played' || leftOut.kind !== 'played') throw new Error('Nothing was played.');
    expect(preview.problems).toMatchObject([{ code: 'script-failed', script: 'testbot session created' }]);
    expect(leftOut.problems).toMatchObject([{ code: 'script-failed', failure: { code: 'left-out' } }]);
    expect(screensOf(preview)).toEqual(screens);
  });

  it('whose folder holds no bot says so, and people answer', async () => {
    const preview = await previewed({ channel: { bot: { enabled: true, folder: 'Gone', name: 'Eko' } } });

    expect(problems(preview)).toEqual([['conversation', 'bot-folder']]);
    expect(viewOf(preview, 'conversation').reached).toBe(true);
  });
});
