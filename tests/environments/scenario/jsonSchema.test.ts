import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../../environments/scenario/jsonSchema.ts';
import { scenarioSchema } from '../../../environments/scenario/schema.ts';

const COMMITTED = join(import.meta.dirname, '../../../environments/scenario/scenario.schema.json');

describe('scenarioJsonSchema()', () => {
  it('is what is committed for editors', () => {
    const generated = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
    expect(readFileSync(COMMITTED, 'utf8')).toBe(generated);
  });

  it('names its dialect, itself, and every section of a scenario', () => {
    const schema = scenarioJsonSchema();
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:tenure:scenario',
      title: 'Tenure scenario',
      additionalProperties: false,
    });
    expect(Object.keys(schema['properties'] as object)).toEqual(Object.keys(scenarioSchema.shape));
  });

  it('asks for what has no default only', () => {
    expect(scenarioJsonSchema()['required']).toEqual([
      'title',
      'story',
      'horizon',
      'actions',
      'reward',
      'observe',
    ]);
  });
});
