import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import { eventLine } from '../../src/scenario/event-line.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { encodeLink } from '../../src/scenario/link.ts';
import { linkMeter } from '../../src/scenario/link-meter.ts';
import { isLink } from '../../src/scenario/open-link.ts';
import { releasedSamples } from '../../src/scenario/released-samples.ts';
import { replay } from '../../src/scenario/replay.ts';
import { withoutDefaults } from '../../src/scenario/without-defaults.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import {
  deflated,
  opened,
  randomText,
  readFile,
  sampleConversation,
  scenarioPaths,
  sealed,
} from './links.ts';
import { helpDesk, minimal } from './scenarios.ts';
import { bothLanguages } from '../bots/javascript/stage.ts';

const runScript = bothLanguages();

const none: ReadonlySet<string> = new Set();

const eventsOf = (file: ScenarioFile) => replay(file, runScript).events.map(eventLine);

/** The same world with every default written out, as the engine knows it. */
function inFull(file: ScenarioFile): ScenarioFile {
  const full = createWorld(file.world);
  const faq = { folders: full.faqFolders, entries: full.faqEntries };
  const { agents, channels, folders, triggers, webhooks, mocks, contacts, quickReplies } = full;
  const things = { agents, channels, folders, triggers, webhooks, mocks, contacts, quickReplies };
  const { timeZone, seed, fileTypes, tables, options } = full;
  const { startsAt } = file.world;
  return {
    ...file,
    description: file.description ?? '',
    world: { startsAt, timeZone, seed, ...things, faq, fileTypes, tables, options },
    steps: file.steps.map((step) => ({ note: '', expect: [], ...step })),
  };
}

describe.each(scenarioPaths)('the link of %s', (path) => {
  const file = readFile(path);
  const link = encodeLink(file, releasedSamples);

  it('is opened as the scenario in the fewest words, which plays the same', async () => {
    const scenario = (await opened(link)) as ScenarioFile;

    expect(writeScenario(scenario)).toBe(writeScenario(withoutDefaults(file)));
    expect(eventsOf(scenario)).toEqual(eventsOf(file));
  });

  it('is the same however many words say the same', () => {
    expect(encodeLink(inFull(file), releasedSamples)).toBe(link);
    expect(encodeLink(withoutDefaults(file), releasedSamples)).toBe(link);
    expect(encodeLink(inFull(file), none)).toBe(encodeLink(file, none));
  });
});

describe('a link', () => {
  const desk = helpDesk({ input: { type: 'customer.connects', channel: 1, customer: { alias: 'Åse 🙂' } } });
  const link = encodeLink(desk, none);

  it('is what the description of the format says', () => {
    const bytes = Buffer.from(link.slice('#s=1'.length), 'base64url');
    const text = JSON.stringify(JSON.parse(writeScenario(withoutDefaults(desk))));

    expect(link.startsWith('#s=1')).toBe(true);
    expect(sealed(bytes.subarray(4))).toBe(link);
    expect(sealed(deflated(text))).toBe(link);
  });

  it('holds no hashes, no revision of the rules, and nobody who made it', async () => {
    const recorded: ScenarioFile = {
      ...desk,
      version: 2,
      rules: 1,
      made: { by: 'Kari', with: 'Rehearsal 1.0.0' },
      steps: desk.steps.map((step) => ({ ...step, hash: '0123abcd' })),
    };

    expect(encodeLink(recorded, none)).toBe(link);
    expect(await opened(link)).toEqual(withoutDefaults(desk));
  });

  it('keeps what a newer version of the format says, and which version that is', async () => {
    const tagged: ScenarioFile = { ...desk, version: 2, tags: ['class'], opening: 1 };

    expect(await opened(encodeLink(tagged, none))).toEqual(withoutDefaults(tagged));
  });

  it.each([
    ['a whole address', `https://chat.example/rehearsal/${link}`],
    ['a fragment without its mark', link.slice(1)],
    ['an address in angle brackets', `Have a look:\r\n<https://chat.example/${link}>\r\nKari`],
    ['an address in quotes', `“https://chat.example/${link}”`],
    ['an address in a sentence', `See https://chat.example/${link}. Regards`],
    ['an address with words behind it', `https://chat.example/${link} and tell me what you think`],
    ['an address with a line behind it', `https://chat.example/${link}\n\nRegards`],
    ['lines of 70 characters', link.replaceAll(/.{70}/g, '$&\r\n')],
    ['lines of 70 characters with blanks', link.replaceAll(/.{70}/g, '$& \n\t')],
    ['a quoted message', `> ${link.replaceAll(/.{70}/g, '$&\n> > ')}`],
    ['soft breaks of a mail', link.replaceAll(/.{75}/g, '$&=\r\n')],
    ['invisible characters', link.replaceAll(/.{40}/g, '$&\u200B')],
    ['an address whose marks are escaped', `https://chat.example/${link.replace('#s=', '%23s%3D')}`],
  ])('is found in %s', async (_, text) => {
    expect(isLink(text)).toBe(true);
    expect(await opened(text)).toEqual(withoutDefaults(desk));
  });

  it('is told from a file and from a file’s name', () => {
    const names = ['case.rehearsal.json', './s=1.json', 'C:\\s=1', writeScenario({ ...desk, name: link })];

    expect(names.filter(isLink)).toEqual([]);
  });
});

describe('a link that cannot be opened', () => {
  const link = encodeLink(helpDesk(), none);

  it('says at every length that it was cut off', async () => {
    const said = new Set<unknown>();
    for (let length = '#s=1'.length; length < link.length; length++)
      said.add(await opened(link.slice(0, length)));

    expect([...said]).toEqual([
      'This link was cut off: a mail or chat program may have shortened it. Ask for the whole link or for the file.',
    ]);
  });

  it.each([
    [
      'changed',
      link.slice(0, 20) + (link[20] === 'A' ? 'B' : 'A') + link.slice(21),
      'was changed on its way',
    ],
    ['followed by junk', `${link}AAAABBBB`, 'was changed on its way'],
    ['of a newer version', `#s=2${link.slice(4)}`, 'by a newer version of Rehearsal. Update Rehearsal'],
    ['of no version', `#s=0${link.slice(4)}`, 'This is no link to a scenario'],
    ['another address', 'https://chat.example/#/settings/mocks/3', 'This is no link to a scenario'],
    ['nothing', '', 'This is no link to a scenario'],
    ['too long', `#s=1${'A'.repeat(32_000)}`, 'longer than the 32,000 characters'],
    ['without deflated data', sealed(Uint8Array.of(255, 255, 255)), 'was changed on its way'],
    ['in a block type that there is not', sealed(Uint8Array.of(7, 1, 2, 3)), 'was changed on its way'],
    ['not text', sealed(Uint8Array.of(1, 2, 0, 253, 255, 0xc3, 0x28)), 'was changed on its way'],
    ['not JSON', sealed(deflated('hello')), 'Not JSON'],
    ['empty', sealed(deflated('')), 'empty'],
    ['of another format', sealed(deflated('{"format":"x"}')), 'not a scenario file'],
    ['deflated twice', sealed(deflated(Buffer.from(deflated('{}')).toString('latin1'))), 'Not JSON'],
    ['nested', sealed(deflated('['.repeat(1000))), 'Nested deeper than 64'],
  ])('says why: %s', async (_, text, message) => {
    const said = await opened(text);

    expect(said).toContain(message);
    expect((said as string).split('\n')).toHaveLength(1);
  });

  it('names the place where its content is wrong', async () => {
    const steps = [{ input: { type: 'customer.writes', session: 3, text: '' } }];

    const said = await opened(sealed(deflated(JSON.stringify({ ...minimal(), steps }))));

    expect(said).toContain('No session has been started by this step.');
  });
});

describe('a world that is a released sample’s', () => {
  const file = sampleConversation();
  const link = encodeLink(file, releasedSamples);

  it('stands in the link by its name, and is there again when the link is opened', async () => {
    expect(link.length).toBeLessThan(encodeLink(file, none).length / 3);
    expect(await opened(link)).toEqual(withoutDefaults(file));
  });

  it('is held whole when one thing in it is another', async () => {
    const changed = { ...file, world: { ...file.world, seed: 2 } };

    expect(await opened(encodeLink(changed, releasedSamples))).toEqual(withoutDefaults(changed));
  });

  it.each([
    ['of a newer build', 'ffffffffffff'],
    ['that is another path', '../scenarios'],
  ])('is refused when it is one %s', async (_, sample) => {
    const text = JSON.stringify({ ...minimal(), world: { sample } });

    expect(await opened(sealed(deflated(text)))).toMatch(/^This link builds on a sample|no such field/);
  });
});

it('is made and opened as the first links were', async () => {
  const first = readFileSync(join(import.meta.dirname, 'first-link.txt'), 'utf8').trim();

  expect(encodeLink(sampleConversation(), releasedSamples)).toBe(first);
  expect(await opened(first)).toEqual(withoutDefaults(sampleConversation()));
});

describe('the length of a link', () => {
  it('is under 700 characters for a conversation of ten messages with a sample', () => {
    const file = sampleConversation();
    const messages = replay(file, runScript).events.filter(
      (event) => event.type === 'message.saved' && event.session === 1,
    );

    expect(messages).toHaveLength(10);
    expect(encodeLink(file, releasedSamples).length).toBeLessThan(700);
  });

  it('is under 3,500 characters for ten messages with a bot of four short scripts of one’s own', () => {
    const { steps, ...sample } = readFile('public/scenarios/echobot-bot-first.json');
    const file = { ...sample, steps: steps.map(({ note: _note, expect: _expect, ...step }) => step) };
    const messages = replay(file, runScript).events.filter(({ type }) => type === 'message.saved');

    expect(file.world.folders?.[0]?.scripts).toHaveLength(4);
    expect(messages.length).toBeGreaterThanOrEqual(10);
    expect(encodeLink(file, none).length).toBeLessThan(3500);
  });

  it.each(scenarioPaths)('is told in parts that add up to it: %s', (path) => {
    const file = readFile(path);

    for (const samples of [none, releasedSamples]) {
      const { length, parts } = linkMeter(file, samples);
      expect(length).toBe(encodeLink(file, samples).length);
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(length);
      expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
    }
  });

  it('is told by what takes the space', () => {
    const file = readFile('public/scenarios/echobot-bot-first.json');
    const bare = { ...file, steps: file.steps.map(({ input }) => ({ input })) };

    expect(linkMeter(file, none).parts.scripts).toBeGreaterThan(500);
    expect(linkMeter(file, none).parts.expectations).toBeGreaterThan(300);
    expect(linkMeter(bare, none).parts.expectations).toBe(0);
    expect(linkMeter(file, releasedSamples).parts.scripts).toBe(0);
  });

  it('is short, long, or too long for anybody to open', () => {
    const noise = (length: number) => ({ ...minimal(), description: randomText(length) });
    const flat = minimal({ tables: { t: Array.from({ length: 70 }, () => ({ a: 'x'.repeat(32_000) })) } });

    expect(linkMeter(minimal(), none).verdict).toBe('short');
    expect(linkMeter(noise(3000), none).verdict).toBe('long');
    expect(linkMeter(noise(30_000), none).verdict).toBe('tooLong');
    expect(encodeLink(flat, none).length).toBeLessThan(32_000);
    expect(linkMeter(flat, none).verdict).toBe('tooLong');
  });
});
