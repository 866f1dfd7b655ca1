import { expect, it } from 'vitest';
import { reference } from './reference.ts';

it('describes in docs/crmscript.md what the interpreter has (else run: npm run reference)', async () => {
  await expect(reference()).toMatchFileSnapshot('../../docs/crmscript.md');
});
