import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/scenario/link.ts';
import { releasedSamples } from '../../src/scenario/released-samples.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { randomText, sampleConversation } from '../scenario/links.ts';
import { helpDesk } from '../scenario/scenarios.ts';
import { cli, folderWith } from './shell.ts';

const sample = sampleConversation();
const link = encodeLink(sample, releasedSamples);

describe('link', () => {
  it('prints the fragment and nothing else', () => {
    const folder = folderWith({ 'a.json': writeScenario(sample) });

    expect(cli(folder, 'link', 'a.json')).toEqual({ code: 0, out: `${link}\n`, err: '' });
  });

  it('prints the same for what the same link holds', () => {
    expect(cli(folderWith({}), 'link', `https://chat.example/${link}`).out).toBe(`${link}\n`);
  });

  it('warns of what may be secret in it', () => {
    const desk = helpDesk();
    const webhooks = [{ id: 1, name: 'CRM', secret: 'signing-key-1' }];
    const folder = folderWith({ 'a.json': writeScenario({ ...desk, world: { ...desk.world, webhooks } }) });

    const { code, out, err } = cli(folder, 'link', 'a.json');

    expect([code, out.split('\n')]).toEqual([0, [expect.stringMatching(/^#s=1[\w-]+$/), '']]);
    expect(err).toBe(
      'Whoever has this link can read what may be secret in it:\n  world.webhooks[0].secret sig…\n',
    );
  });

  it('answers 1 and prints no link that nobody could open', () => {
    const file = { ...helpDesk(), description: randomText(30_000) };

    const { code, out, err } = cli(folderWith({ 'a.json': writeScenario(file) }), 'link', 'a.json');

    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^a\.json would be a link of \d+ characters\. A link may have 32000 .*send the file/);
  });

  it.each([[[]], [['a.json', 'b.json']], [['none.json']], [['--short', 'a.json']]])(
    'answers 2 when it is called with %j',
    (args) => {
      const folder = folderWith({ 'a.json': writeScenario(sample), 'b.json': writeScenario(sample) });

      expect(cli(folder, 'link', ...args)).toMatchObject({ code: 2, out: '' });
    },
  );
});

describe('replay of a link', () => {
  it('gives the events that the file gives', () => {
    const folder = folderWith({ 'a.json': writeScenario(sample) });

    const played = cli(folder, 'replay', link, '--events');

    expect(played.out).toBe(cli(folder, 'replay', 'a.json', '--events').out);
    expect(played.out.split('\n').length).toBeGreaterThan(50);
  });

  it('is told by the beginning of the link', () => {
    expect(cli(folderWith({}), 'replay', link)).toEqual({
      code: 0,
      out: `ok      ${link.slice(0, 24)}…: Echobot and Echobot2 (9 steps)\n`,
      err: '',
    });
  });

  it('answers 2 when the link was cut off, and says so', () => {
    const { code, err } = cli(folderWith({}), 'replay', link.slice(0, 300));

    expect(code).toBe(2);
    expect(err).toContain('This link was cut off');
  });

  it('writes no hashes, since a link holds none', () => {
    const folder = folderWith({ 'a.json': writeScenario(sample) });

    expect(cli(folder, 'replay', 'a.json', link, '--rehash').code).toBe(2);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(writeScenario(sample));
  });
});
