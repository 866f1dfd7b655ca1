import { describe, expect, it } from 'vitest';
import { doctorWords as words } from '../../../src/ui/words/doctor-words.ts';
import { findingsOf, inTheWay, isLocal, type Code, type BrowserFacts } from '../../../src/ui/doctor/facts.ts';

/** A computer on which all is well. */
const well: BrowserFacts = {
  isSecure: true,
  host: 'localhost',
  database: 'works',
  inMemory: false,
  files: 'works',
  persisted: 'yes',
  free: 2.1e9,
  engine: 12,
  offline: { kind: 'controls', files: { all: 140, missing: 0 }, newer: false },
  now: Date.UTC(2026, 10, 30, 8),
  zone: 'Europe/Oslo',
  locks: true,
  wasm: true,
};

const lineOf = (facts: BrowserFacts): string => {
  const codes = inTheWay(findingsOf(facts));
  if (codes === null) return 'unknown';
  return codes.length === 0 ? words.ready('1.0.3', facts.free) : words.notReady('1.0.3', codes);
};

const codeOf = (facts: BrowserFacts, subject: string) =>
  findingsOf(facts).find((finding) => finding.subject === subject)?.code;

describe('the line that is read aloud', () => {
  it('says what everybody should have, and how much is free', () => {
    expect(lineOf(well)).toBe('Ready: Rehearsal 1.0.3, offline, 2.1 GB free');
    expect(lineOf({ ...well, free: null })).toBe('Ready: Rehearsal 1.0.3, offline');
  });

  it.each<[string, Partial<BrowserFacts>, string]>([
    ['the engine does not answer', { engine: 'silent' }, 'the engine does not answer'],
    ['all is in memory', { inMemory: true }, 'nothing is kept'],
    ['nothing can be stored', { database: 'fails' }, 'nothing can be stored'],
    ['the copy is still coming', { offline: { kind: 'coming' } }, 'not yet copied for offline use'],
    ['there is no copy', { offline: { kind: 'none' } }, 'no offline use'],
    [
      'files were cleared',
      { offline: { kind: 'controls', files: { all: 140, missing: 3 }, newer: false } },
      'files are missing for offline use',
    ],
    ['the disk is full', { free: 1e6 }, 'no space left'],
  ])('says what is in the way when %s', (_, facts, why) => {
    expect(lineOf({ ...well, ...facts })).toBe(`Not ready: Rehearsal 1.0.3, ${why}`);
  });

  it('names the address of another computer first, as the rest follows from it', () => {
    const far: BrowserFacts = {
      ...well,
      isSecure: false,
      host: '192.168.1.7',
      files: 'fails',
      offline: { kind: 'none' },
      locks: false,
    };

    expect(lineOf(far)).toBe(
      'Not ready: Rehearsal 1.0.3, opened by the address of another computer, no offline use',
    );
    expect(words.says['address-insecure'](far)).toContain('192.168.1.7');
    expect(words.says['address-insecure'](far)).toContain('Copy the folder of the app to this computer');
  });

  it('waits for the engine before it says ready, and does not when something else is in the way', () => {
    expect(lineOf({ ...well, engine: 'waits', inMemory: null })).toBe('unknown');
    expect(lineOf({ ...well, engine: 'waits', free: 0 })).toMatch(/^Not ready/);
  });

  it('stays ready with what is only worth a look', () => {
    const worth: BrowserFacts = {
      ...well,
      files: 'fails',
      persisted: 'no',
      engine: 4000,
      free: 100e6,
      locks: false,
      wasm: false,
      now: 0,
      offline: { kind: 'controls', files: null, newer: false },
    };

    expect(lineOf(worth)).toBe('Ready: Rehearsal 1.0.3, offline, 100 MB free');
    expect(findingsOf(worth).filter(({ state }) => state === 'note')).toHaveLength(8);
  });
});

describe('each finding', () => {
  it('has a sentence, for every code and any facts', () => {
    const facts = [well, { ...well, free: null, offline: { kind: 'none' } } satisfies BrowserFacts];
    for (const [code, say] of Object.entries(words.says))
      for (const one of facts) expect(say(one), code).toMatch(/^[A-Z\d].*\.$/s);
  });

  it('tells a newer version, a slow engine and a clock that is years off', () => {
    const expected: readonly [Partial<BrowserFacts>, string, Code][] = [
      [
        { offline: { kind: 'controls', files: { all: 1, missing: 0 }, newer: true } },
        'offline',
        'offline-newer',
      ],
      [{ engine: 1600 }, 'engine', 'engine-slow'],
      [{ now: Date.UTC(2009, 0) }, 'clock', 'clock-wrong'],
      [{ host: 'rehearsal.example' }, 'address', 'address-far'],
    ];
    for (const [facts, subject, code] of expected) expect(codeOf({ ...well, ...facts }, subject)).toBe(code);
  });
});

describe('an address of this computer', () => {
  it('is what browsers take for one', () => {
    for (const host of ['localhost', 'app.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])
      expect(isLocal(host), host).toBe(true);
    for (const host of ['192.168.1.7', 'localhost.example', 'trainer', '10.127.0.0.1'])
      expect(isLocal(host), host).toBe(false);
  });
});
