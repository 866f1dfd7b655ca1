import { expect, it } from 'vitest';
import { fidelity } from './fidelity.ts';

it('lists in docs/fidelity.md every rule with how sure it is (else run: npm run reference)', async () => {
  await expect(fidelity()).toMatchFileSnapshot('../../docs/fidelity.md');
});
