import { expect, it } from 'vitest';
import { channelReference } from './channel-reference.ts';

it('describes in docs/channel-settings.md the settings that a channel has (else run: npm run reference)', async () => {
  await expect(channelReference()).toMatchFileSnapshot('../../docs/channel-settings.md');
});
