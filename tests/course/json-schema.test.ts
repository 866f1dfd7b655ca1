import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, it } from 'vitest';
import { courseSchema, resultSchema, resultsSchema } from '../../src/course/schema.ts';
import { scenarioSchema } from '../../src/scenario/schema.ts';

/* `npm run schema` runs this file with --update, which writes the schemas anew. */

const definitions = { scenario: scenarioSchema };
const options = { target: 'draft-2020-12', definitions } as const;

it('ships a JSON Schema of courses that says what the validator says', async () => {
  const schema = {
    title: 'Rehearsal course, format 1',
    description: 'Lessons that people do one after the other: a world, a text, checks, hints, a solution.',
    ...toJsonSchema(courseSchema, options),
  };

  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../public/course.schema.json');
});

it('ships a JSON Schema of results that says what the validator says', async () => {
  const { $defs, ...one } = toJsonSchema(resultSchema, options);
  const { $defs: _same, ...many } = toJsonSchema(resultsSchema, options);
  const schema = {
    title: 'Rehearsal result, format 1',
    description: 'What somebody made of a lesson, or of several.',
    anyOf: [one, many],
    $defs,
  };

  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../public/result.schema.json');
});
