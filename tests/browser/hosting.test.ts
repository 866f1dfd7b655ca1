import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview, type PreviewServer } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isReadyOffline, launchApp, type LaunchedApp } from '../support/app.ts';
import { pack } from '../../build/package/pack.ts';
import { isSaved } from '../support/browser/stage.ts';
import { builtApp } from '../support/build-app.ts';
import { startPackage } from '../support/packaged.ts';
import { startStaticServer, type StaticServer } from '../support/static-server.ts';

let app: LaunchedApp;
/** Another origin: whatever arrives there has left the app. */
let foreign: StaticServer;

beforeEach(async () => {
  app = await launchApp();
  foreign = await startStaticServer(builtApp);
});

afterEach(async () => {
  await app.close();
  await foreign.stop();
});

/** Loads the app from there, and lets its service worker ask another origin. */
async function askFromServiceWorker(url: string): Promise<string> {
  const page = await app.context.newPage();
  await page.goto(url);
  await isReadyOffline(page);
  const worker = app.context.serviceWorkers().find((one) => one.url().startsWith(url));
  return (
    (await worker?.evaluate(
      (to) =>
        fetch(to, { mode: 'no-cors' }).then(
          () => 'went through',
          () => 'was refused',
        ),
      `${foreign.url}icons/rehearsal.svg`,
    )) ?? 'no service worker'
  );
}

describe('the service worker', () => {
  it('obeys the policy that a host sends with its file, as `npm start` does', async () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const host: PreviewServer = await preview({
      root,
      logLevel: 'silent',
      preview: { port: 0, host: '127.0.0.1' },
      build: { outDir: builtApp },
    });
    try {
      const url = host.resolvedUrls?.local[0] ?? host.resolvedUrls?.network[0] ?? '';
      const policies = await Promise.all(
        ['', 'sw.js'].map(async (file) =>
          (await fetch(new URL(file, url))).headers.get('Content-Security-Policy'),
        ),
      );

      for (const policy of policies) expect(policy).toContain("connect-src 'self';");
      const ofNetwork = (await fetch(new URL('network.html', url))).headers.get('Content-Security-Policy');
      expect(ofNetwork).toContain("connect-src 'self' https: http:;");
      expect(await askFromServiceWorker(url)).toBe('was refused');
      expect(foreign.requests).toEqual([]);
    } finally {
      await host.close();
    }
  });

  it('has none from a host that sends no headers, which is why hosts are told which to send', async () => {
    expect(await askFromServiceWorker(app.server.url)).toBe('went through');

    const headers = await readFile(join(builtApp, '_headers'), 'utf8');
    expect(headers).toMatch(
      /^\/sw\.js\n {2}Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/m,
    );
  });

  it('is one file that brings in no other and makes no code from text', async () => {
    const code = await readFile(join(builtApp, 'sw.js'), 'utf8');

    expect(code).not.toMatch(/importScripts\(|\beval\(|new Function|\bimport\(/);
  });
});

describe('the folder of an offline workshop', () => {
  it('starts the app, of which the doctor says when the computer is ready, and which then needs it no more', async () => {
    const into = await mkdtemp(join(tmpdir(), 'rehearsal-package-'));
    const { folder } = pack({ app: builtApp, into, version: '1.0.3' });
    const served = await startPackage(folder);
    const page = await app.context.newPage();
    try {
      await page.goto(`${served.url}#/doctor`);
      await page
        .getByText(/^Ready: Rehearsal \d+\.\d+\.\d+, offline, [\d.]+ \wB free$/)
        .waitFor({ timeout: 60_000 }); // some 400 files
      await page.getByText(/^All \d+ files of the app are on this computer\./).waitFor();

      await served.stop();
      await page.reload();

      await page.getByText(/^Ready: Rehearsal/).waitFor();
      await page.getByRole('button', { name: 'Back to Rehearsal' }).click();
      await isSaved(page);
      const { errors, policyViolations } = app.complaints;
      expect({ errors, policyViolations }).toEqual({ errors: [], policyViolations: [] });
    } finally {
      await served.stop();
      await rm(into, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
