import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startVictim, type Victim } from './browser.ts';
import { startHost, type Host } from './host.ts';
import { judge } from './judge.ts';

/*
 * The browser is killed while the app writes, again and again, on one profile (reliability appendix A).
 * `npm run test:kill` does it two hundred times.
 */

const kills = Number(process.env.REHEARSAL_KILLS ?? 5);
/** A new profile is begun after so many kills: reading the whole log costs more each time. */
const perProfile = 10;
/** After each third kill the database is deleted too, as Chromium does with one that is torn. */
const losesDatabase = (kill: number) => kill % 3 === 2;

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

describe('a browser that is killed while it writes', () => {
  it(
    `has lost nothing that was acknowledged and holds nothing torn, ${String(kills)} times`,
    async () => {
      let incarnation = '';
      let isDeleted = false;
      let wipes = 0;
      for (let kill = 0; kill <= kills; kill++) {
        if (kill > 0 && kill % perProfile === 0) {
          await throwAway(profile);
          profile = await newProfile();
          host.forget();
          incarnation = '';
          isDeleted = false;
        }
        const name = `after kill ${String(kill)}, ${String(host.acknowledged.size)} acknowledged`;
        const told = soon(host.report(), `${name}: no report`);
        const written = soon(host.acknowledgement(), `${name}: nothing written`);
        written.catch(() => undefined); // what went wrong before tells more
        victim = startVictim(profile, host.url);

        const report = await told;
        const { incarnation: found, ...faults } = judge(report, host.acknowledged);
        expect(faults, name).toEqual({ lost: [], doubled: [], torn: [], differs: false });
        // A torn database is thrown away by Chromium, which even strict durability cannot keep it from.
        if (isDeleted)
          expect(report.restored, name).toMatchObject({ workspaces: [{ isWhole: true }], left: 0 });
        else if (report.restored !== null) wipes++;
        else if (incarnation !== '') expect(found, name).toBe(incarnation);
        incarnation = found;

        await written;
        await passes((kill * 137) % 400); // in another moment of the writing each time
        await victim.kill();
        isDeleted = losesDatabase(kill);
        if (isDeleted) await throwAway(join(profile, 'Default', 'IndexedDB'));
      }
      expect(host.acknowledged.size).toBeGreaterThan(0);
      if (wipes > 0)
        console.log(`The browser itself lost its database ${String(wipes)} times; the journal had it all.`);
    },
    60_000 + kills * 15_000,
  );
});

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

function passes(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
