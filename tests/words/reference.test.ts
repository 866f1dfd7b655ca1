import { expect, it } from 'vitest';
import { reference } from './reference.ts';

it('describes in docs/codes.md the codes that there are (else run: npm run reference)', async () => {
  await expect(reference()).toMatchFileSnapshot('../../docs/codes.md');
});
