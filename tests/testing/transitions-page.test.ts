import { expect, it } from 'vitest';
import { transitionsPage } from './transitions-page.ts';

it('shows in docs/transitions.md which transitions the acceptance scenarios take (else run: npm run reference)', async () => {
  await expect(await transitionsPage()).toMatchFileSnapshot('../../docs/transitions.md');
});
