import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startVictim, type Victim } from './browser.ts';
import { startHost, type Host } from './host.ts';
import { judge, whole, type Verdict } from './judge.ts';
import type { Report } from './report.ts';

/*
 * The browser is killed while the app writes, again and again, on one profile (reliability appendix A).
 * `npm run test:kill` does it two hundred times, fifty more for each way to spoil what lies on the disk, and freezes
 * the tab that writes twenty times.
 */

const kills = Number(process.env.REHEARSAL_KILLS ?? 3);
const some = Math.max(2, Math.floor(kills / 4));
const freezes = Math.max(1, Math.floor(kills / 10));
/** Milliseconds: some five seconds as a rule. */
const takesOverSoon = 12_000;
/**
 * Milliseconds: a tab that was frozen in the middle of a transaction of the database has it open still, and Chromium takes it from
 * it after a minute, once another one waits. Only a long run waits for that; else it is thawed, and frozen in another moment.
 */
const takesOverWithin = 80_000;
const otherMoments = freezes > 1 ? 0 : 5;
/** A new profile is begun after so many kills: reading the whole log costs more each time. */
const perProfile = 10;

let host: Host;
let profile: string;
let victim: Victim | null = null;

beforeEach(async () => {
  host = await startHost();
  profile = await newProfile();
});

afterEach(async () => {
  await victim?.kill();
  await host.close();
  await throwAway(profile);
});

/** What happens to the disk after a kill, and what is expected of the next start. */
type Spoiling = {
  /** To be done to the disk while the app rests and the database holds all that was acknowledged. */
  readonly atRest?: (profile: string, kill: number) => Promise<void>;
  /** To be done to the disk after the kill. */
  readonly after?: (profile: string, kill: number) => Promise<void>;
  /** The kill comes while the app rests, so that the database holds what was acknowledged. */
  readonly whileAtRest?: (kill: number) => boolean;
  readonly expected?: (report: Report, verdict: Verdict, kill: number) => void;
};

async function killAgainAndAgain(count: number, spoiling: Spoiling): Promise<void> {
  const rests = spoiling.whileAtRest !== undefined;
  for (let kill = 0; kill <= count; kill++) {
    const isNew = kill % perProfile === 0;
    if (kill > 0 && isNew) await anotherProfile();
    const name = `after kill ${String(kill)}, ${String(host.acknowledged.size)} acknowledged`;
    const told = soon(host.report(), `${name}: no report`);
    const written = soon(host.acknowledgement(), `${name}: nothing written`);
    const calm = rests ? soon(host.calm(), `${name}: no rest`) : Promise.resolve();
    for (const waited of [written, calm]) waited.catch(() => undefined); // what went wrong before tells more
    victim = startVictim(profile, host.url + (rests ? '?rests' : ''));

    const report = await told;
    const verdict = judge(report, host.acknowledged);
    expect(verdict, name).toMatchObject(whole);
    if (!isNew) spoiling.expected?.(report, verdict, kill);

    await written;
    await calm;
    await spoiling.atRest?.(profile, kill);
    if (spoiling.whileAtRest?.(kill) !== true) {
      if (rests) await soon(host.acknowledgement(), `${name}: nothing written after the rest`);
      await passes((kill * 137) % 400); // in another moment of the writing each time
    }
    await victim.kill();
    await spoiling.after?.(profile, kill);
  }
  expect(host.acknowledged.size).toBeGreaterThan(0);
}

describe('a browser that is killed while it writes', () => {
  it(
    `has lost nothing that was acknowledged and holds nothing torn, ${String(kills)} times`,
    async () => {
      let incarnation = '';
      let wipes = 0;
      /** After each third kill the database is deleted too, as Chromium does with one that is torn. */
      const losesDatabase = (kill: number) => kill % 3 === 2;
      await killAgainAndAgain(kills, {
        after: async (of, kill) => {
          if (losesDatabase(kill)) await throwAway(databaseOf(of));
        },
        expected: ({ restored }, { incarnation: found }, kill) => {
          if (losesDatabase(kill - 1))
            expect(restored).toMatchObject({ workspaces: [{ isWhole: true }], left: 0 });
          else if (restored !== null) wipes++;
          else if (incarnation !== '' && kill % perProfile > 1) expect(found).toBe(incarnation);
          incarnation = found;
        },
      });
      if (wipes > 0)
        console.log(`The browser itself lost its database ${String(wipes)} times; the journal had it all.`);
    },
    60_000 + kills * 15_000,
  );

  it(
    `has lost nothing when its journals are gone and the database is whole, ${String(some)} times`,
    async () => {
      await killAgainAndAgain(some, {
        whileAtRest: () => true,
        after: (of) => throwAway(filesOf(of)),
        expected: ({ restored }) => {
          expect(restored).toBe(null);
        },
      });
    },
    60_000 + some * 20_000,
  );

  it(
    `has lost nothing when database and journal are of different ages, ${String(some)} times`,
    async () => {
      /** The older half: the database, and every other time the journal. */
      const older = (of: string, kill: number) => (kill % 2 === 0 ? databaseOf(of) : filesOf(of));
      const kept = (of: string) => `${of}-older`;
      await killAgainAndAgain(some, {
        // A journal that is older than the database is one that the database has outlived: it holds what was told.
        whileAtRest: (kill) => kill % 2 === 1,
        atRest: async (of, kill) => {
          await throwAway(kept(of));
          await cp(older(of, kill), kept(of), { recursive: true });
          if (kill % 2 === 1) await soon(host.calm(), 'no second rest');
        },
        after: async (of, kill) => {
          await throwAway(older(of, kill));
          await cp(kept(of), older(of, kill), { recursive: true });
          await throwAway(kept(of));
        },
      });
    },
    60_000 + some * 25_000,
  );
});

describe.runIf(process.platform === 'linux')('a tab that is frozen while it writes', () => {
  it(
    `loses nothing and writes nothing twice while another takes over, ${String(freezes)} times`,
    async () => {
      for (let freeze = 1; freeze <= freezes; freeze++) {
        await anotherProfile();
        const name = `freeze ${String(freeze)}`;
        const first = soon(host.acknowledgement(), `${name}: the first tab writes nothing`);
        victim = startVictim(profile, `${host.url}?twice`);
        await first;
        await soon(host.report(), `${name}: the second tab does not open`);
        await passes(500 + ((freeze * 137) % 400));

        let frozen = await freezeWriter(victim.renderers());
        for (let moment = 1; !(await isGoingOn(takesOverSoon)) && moment <= otherMoments; moment++) {
          process.kill(frozen, 'SIGCONT');
          expect(await isGoingOn(takesOverWithin), `${name}: nobody writes after the thaw`).toBe(true);
          await passes((moment * 137) % 400);
          frozen = await freezeWriter(victim.renderers());
        }
        expect(await isGoingOn(takesOverWithin), `${name}: nobody has taken over`).toBe(true);
        process.kill(frozen, 'SIGCONT');
        await passes(3000);
        await victim.kill();

        const told = soon(host.report(), `${name}: no report`);
        victim = startVictim(profile, host.url);
        expect(judge(await told, host.acknowledged), name).toMatchObject(whole);
        await victim.kill();
      }
    },
    60_000 + (freezes + otherMoments) * 2 * takesOverWithin,
  );
});

/** Stops the process of the tab that writes, which is known by nothing being acknowledged any more. */
async function freezeWriter(renderers: readonly number[]): Promise<number> {
  for (const pid of renderers) {
    process.kill(pid, 'SIGSTOP');
    await passes(300); // what was on its way has arrived
    const before = host.acknowledged.size;
    await passes(700);
    if (host.acknowledged.size === before) return pid;
    process.kill(pid, 'SIGCONT');
  }
  throw new Error('No process is that of the tab that writes.');
}

/** Whether something is acknowledged within so many milliseconds. */
async function isGoingOn(within: number): Promise<boolean> {
  const before = host.acknowledged.size;
  const deadline = performance.now() + within;
  while (host.acknowledged.size === before && performance.now() < deadline) await passes(250);
  return host.acknowledged.size > before;
}

async function anotherProfile(): Promise<void> {
  await throwAway(profile);
  profile = await newProfile();
  host.forget();
}

/** Fails with what is known when something takes longer than it can take. */
async function soon<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what}; the page asked for ${host.asked()} last`));
    }, 45_000);
  });
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer);
  });
}

const newProfile = () => mkdtemp(join(tmpdir(), 'rehearsal-kill-'));
const throwAway = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 });
const databaseOf = (of: string) => join(of, 'Default', 'IndexedDB');
/** The private files of the origins, in which the journals lie. */
const filesOf = (of: string) => join(of, 'Default', 'File System');

function passes(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
