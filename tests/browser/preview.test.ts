import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ChannelFile, WorldFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';
import { previewTexts as texts, previewWords } from '../../src/ui/words/preview-words.ts';
import { playView } from '../../src/worker/preview/preview.ts';
import { leadsTo, sceneOf } from '../../src/worker/preview/scenes.ts';
import type { PreviewView } from '../../src/protocol/preview.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { onePage } from '../support/browser/one-page.ts';
import { onMessage, onSession, supportWorld } from '../support/browser/sample.ts';

const { opens } = onePage();

const settings = {
  preChatForm: { enabled: true, message: 'Who are you?', faqEnabled: true, faqFolder: 1, consent: true },
  postChatForm: { enabled: true, header: 'Before you go', rating: true, transcript: true },
  offlineForm: { header: 'Nobody is here', fromQueue: { enabled: true, minutes: 2 } },
} as const;

type Kind = { readonly name: string } & Partial<ChannelFile>;

/** A channel where people answer, in the classic theme, and one where a bot does first, in the modern one. */
const kinds: readonly Kind[] = [
  {
    name: 'Help desk',
    layout: { header: 'Help desk', message: 'We help.', welcomeMessage: 'Welcome.', showAgentPhoto: true },
  },
  {
    name: 'Bot desk',
    layout: { theme: 'modern', size: 'large', color: '#8a3a0e', customerColor: '#cfe3ff' },
    bot: { enabled: true, folder: 'Testbot', name: 'Eko' },
  },
];

const views = Object.keys(leadsTo) as PreviewView[];
/** All at once: a view of a kind has a channel of its own. Nobody is there for the offline form, which therefore comes last. */
const stands = [...views.filter((view) => view !== 'offline'), 'offline' as const].flatMap((view) =>
  kinds.map((kind, index) => ({ view, kind, index })),
);
const numbered = (name: string, n: number): string => `${name} ~${String(n).padStart(2, '0')}`;
const world: WorldFile = {
  ...supportWorld({
    bot: {
      'session created': onSession('addChatMessage(session, "Hi, I am <b>Eko</b>.", 1, "Eko", 16, "");'),
      'message received': onMessage(`
if (text == "human") { resetChat(session); }
else { addChatMessage(session, "Echo: " + text, 1, "Eko", 17, "[\\"Hours\\",\\"A person\\"]"); }`),
    },
  }),
  faq: {
    folders: [{ id: 1, name: 'Delivery' }],
    entries: [
      {
        id: 1,
        folder: 1,
        title: 'How long does delivery take?',
        answer: '3 days',
        access: 4,
        status: 'published',
      },
    ],
  },
  channels: stands.map(({ kind }, at) => ({
    ...kind,
    ...settings,
    id: at + 1,
    name: numbered(kind.name, at + 1),
    members: [{ agent: 1, canRespond: true }],
  })),
};

type Way = { readonly inputs: readonly Input[]; readonly session: number; readonly sessions: number };

/** The inputs that lead a customer of each channel to its view, in a world in which nothing else has happened. */
async function ways(): Promise<readonly Way[]> {
  const engine = realEngine();
  await engine.prepare?.([], () => Promise.resolve('{}'));
  const start = engine.createWorld(world);
  return stands.map(({ view }, at) => {
    const channel = start.channels[at];
    if (channel === undefined) throw new Error('There is no such channel.');
    const { play, shown } = playView(engine.step, sceneOf(start, channel, { texts, leftOut: [] }), view);
    expect([view, shown.because]).toEqual([view, null]);
    return { inputs: play.inputs, session: play.session, sessions: play.world.sessions.length };
  });
}

/** An input of the n-th channel, whose customers have names and sessions of their own. */
const behind = (input: Input, n: number, sessions: number): Input => {
  if (input.type === 'customer.connects')
    return { ...input, customer: { ...input.customer, alias: numbered(input.customer?.alias ?? '', n) } };
  return 'session' in input && input.session !== undefined
    ? { ...input, session: input.session + sessions }
    : input;
};

/** What is drawn, without what differs from one page, moment and customer to the next. */
const drawn = async (widget: Locator): Promise<string> =>
  (await widget.evaluate((element) => element.outerHTML))
    .replaceAll(/ (id|for|name|aria-labelledby|aria-describedby|aria-controls)="[^"]*"/g, '')
    .replaceAll(/ data-(session|message)="\d+"/g, '')
    .replaceAll(/\b\d\d:\d\d\b/g, 'hh:mm')
    .replaceAll(/ ~\d+/g, '')
    .replaceAll(/ selected(?=[ "])/g, '')
    .replaceAll(/ +"/g, '"');

/** The strip of a channel, by view. */
async function previewed(page: Page, channel: number): Promise<ReadonlyMap<string, string>> {
  await page.evaluate((id) => {
    location.hash = `#/settings/channels/${String(id)}/preChatForm`;
  }, channel);
  await page.getByRole('heading', { level: 2, name: new RegExp(` ~0${String(channel)}$`) }).waitFor();
  const strip = page.getByRole('region', { name: previewWords.title });
  await expect.poll(() => strip.getByRole('article').count()).toBe(views.length);
  expect(await strip.getByText(previewWords.off, { exact: true }).count()).toBe(0);
  const all = new Map<string, string>();
  for (const view of views) {
    const card = strip.getByRole('article', { name: previewWords.views[view], exact: true });
    all.set(view, await drawn(card.locator('.widget')));
  }
  return all;
}

describe('the preview of a channel', () => {
  it('draws each view as the stage draws it for a customer who came there, in both themes, with a bot and without', async () => {
    const all = await ways();
    let before = 0;
    const sessions: number[] = [];
    const steps: ScenarioStep[] = all.flatMap((way, at) => {
      const own = way.inputs.map((input) => ({ input: behind(input, at + 1, before) }));
      sessions.push(way.session + before);
      before += way.sessions;
      return own;
    });
    const page = await opens(world, steps);

    const real: (readonly [string, string])[] = [];
    for (const [at, { view }] of stands.entries()) {
      const tile = page.locator(`.customer-tile[data-session="${String(sessions[at])}"]`);
      const name = numbered(texts.customer.name, at + 1);
      await page.getByRole('searchbox', { name: 'Find a customer' }).fill(name);
      // Those who were before them in the queue gave the same name.
      const found = page.getByRole('option');
      await expect.poll(async () => (await found.count()) < 4).toBe(true);
      await found.last().click();
      if (view === 'badge') await tile.getByRole('button', { name: 'Minimise' }).click();
      real.push([view, await drawn(tile.locator('.widget'))]);
    }
    const strips = [await previewed(page, 1), await previewed(page, 2)] as const;

    expect(real).toEqual(stands.map(({ view, index }) => [view, strips[index]?.get(view)]));
  });
});
