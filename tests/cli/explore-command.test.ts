import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { connects, desk, lateAnswer, promptBot, scenario, writes } from '../testing/explore/races.ts';
import { cli, folderWith } from './shell.ts';

const text = (file: ScenarioFile): string => JSON.stringify(file);

describe('explore', () => {
  it('answers 1, shows the order that fails beside one that passes, and writes it as a scenario', () => {
    const folder = folderWith({ 'race.json': text(lateAnswer()) });

    const { code, out, err } = cli(folder, 'explore', 'race.json', '--out', 'found.json');

    expect(code).toBe(1);
    expect(out).toContain('FAILED  race.json: Race (1 of 3 orders)');
    expect(out).toContain('A bot speaks in session 1 after it was handed over: “It costs 10.”');
    expect(out).toContain('* step 5  customer.writes session 1 "human"');
    expect(out).toContain('Nothing breaks one swap away:');
    expect(err).toBe('The shortest order that fails is in found.json.\n');
    expect(cli(folder, 'replay', 'found.json')).toMatchObject({ code: 1 });
    expect(JSON.parse(readFileSync(join(folder, 'found.json'), 'utf8'))).toMatchObject({
      name: 'Race: an order that fails',
    });
  });

  it('answers 0 and writes nothing where nothing breaks', () => {
    const folder = folderWith({ 'mended.json': text(lateAnswer(promptBot)) });

    expect(cli(folder, 'explore', 'mended.json', '--out', 'found.json')).toEqual({
      code: 0,
      out: 'ok      mended.json: Race (3 orders, nothing breaks)\n',
      err: '',
    });
    expect(existsSync(join(folder, 'found.json'))).toBe(false);
  });

  it('says so where there is only one order', () => {
    const alone = scenario(desk(null), connects('Ada'), writes(1, 'Hi'));
    const { code, out } = cli(folderWith({ 'alone.json': text(alone) }), 'explore', 'alone.json');

    expect(code).toBe(0);
    expect(out).toContain('(1 order, nothing breaks)');
    expect(out).toContain('No inputs of different actors lie within 2000 ms of each other.');
  });

  it('takes a window, a number of orders and a seed', () => {
    const folder = folderWith({ 'race.json': text(lateAnswer()) });

    expect(cli(folder, 'explore', 'race.json', '--window', '100').out).toContain('(1 order, nothing breaks)');
    const some = cli(folder, 'explore', 'race.json', '--window', '60000', '--runs', '4', '--seed', '9').out;
    expect(some).toMatch(/\bof 4 of \d+ orders\)|\(4 of \d+ orders/);
  });

  it.each([
    [['explore'], 'explore: name one scenario file.'],
    [['explore', 'a.json', 'b.json'], 'explore: name one scenario file.'],
    [
      ['explore', 'race.json', '--runs', '0'],
      'explore: --runs takes a whole number from 1 to 100000, not “0”.',
    ],
    [
      ['explore', 'race.json', '--window', 'wide'],
      'explore: --window takes a whole number from 0 to 3600000',
    ],
    [['explore', 'late.json'], 'late.json cannot be explored: Step 1: “soon” is neither'],
  ])('answers 2 to %j', (args, words) => {
    const folder = folderWith({
      'race.json': text(lateAnswer()),
      'late.json': text(scenario(desk(null), connects('Ada', '+1s'))).replace('"+1s"', '"soon"'),
    });

    const { code, out, err } = cli(folder, ...args);

    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(words.startsWith('late.json') ? 'late.json' : words);
  });
});

describe('compare', () => {
  const one = scenario(desk(null), connects('Ada'), writes(1, 'Hi'));

  it('answers 0 where the same comes of both', () => {
    const folder = folderWith({ 'a.json': text(one), 'b.json': text({ ...one, name: 'Another name' }) });

    expect(cli(folder, 'compare', 'a.json', 'b.json')).toEqual({
      code: 0,
      out: 'the same 2 steps\n',
      err: '',
    });
  });

  it('answers 1 and prints the first step of which something else comes', () => {
    const other = scenario(desk(null), connects('Ada'), writes(1, 'Hello'));
    const folder = folderWith({ 'a.json': text(one), 'b.json': text(other) });

    const { code, out } = cli(folder, 'compare', 'a.json', 'b.json');

    expect(code).toBe(1);
    expect(out).toContain('step 2: message.saved differs in text\n');
    expect(out).toMatch(/\n {2}- \{.*"text":"Hi".*\}\n {2}\+ \{.*"text":"Hello".*\}\n$/);
  });

  it('tells of a step that only one of the two has, and of one in which more happens', () => {
    const longer = scenario(one.world, ...one.steps, writes(1, 'Are you there?'));
    const away = scenario({ ...desk(null), agents: [] }, ...one.steps);
    const folder = folderWith({ 'a.json': text(one), 'b.json': text(longer), 'c.json': text(away) });

    expect(cli(folder, 'compare', 'a.json', 'b.json').out).toContain(
      'step 3: nothing more in a.json, clock.advanced in b.json\n',
    );
    expect(cli(folder, 'compare', 'a.json', 'a.json').code).toBe(0);
  });

  it('answers 2 to anything but two scenarios', () => {
    const folder = folderWith({ 'a.json': text(one) });

    expect(cli(folder, 'compare', 'a.json')).toMatchObject({ code: 2, out: '' });
    expect(cli(folder, 'compare', 'a.json', 'none.json')).toMatchObject({ code: 2, out: '' });
  });
});
