import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, it } from 'vitest';
import { scenarioSchema } from '../../src/scenario/schema.ts';

/** `npm run schema` runs this file with --update, which writes the schema anew. */
it('ships a JSON Schema that says what the validator says', async () => {
  const schema = {
    title: 'Rehearsal scenario, format 1 and 2',
    description: 'A world, the inputs that it receives, and what is expected of them.',
    ...toJsonSchema(scenarioSchema, { target: 'draft-2020-12' }),
  };

  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../../public/scenario.schema.json',
  );
});
