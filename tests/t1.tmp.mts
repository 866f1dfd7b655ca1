import { launchApp } from './support/app.ts';
import { stopSharedBrowser } from './support/app.ts';
const n = Number(process.argv[2] ?? 5);
const t = performance.now();
for (let i = 0; i < n; i++) {
  const app = await launchApp();
  const page = await app.open();
  await page.getByTestId('saved').waitFor();
  await app.close();
}
console.log('wall per start', Math.round((performance.now() - t) / n));
await stopSharedBrowser();
