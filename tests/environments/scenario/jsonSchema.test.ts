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
      if: { required: ['extends'] },
    });
    for (const part of ['then', 'else']) {
      expect(schema[part]).toMatchObject({ additionalProperties: false });
      const { properties } = schema[part] as { properties: object };
      expect(Object.keys(properties)).toEqual(Object.keys(scenarioSchema.shape));
    }
  });

  it('asks for what has no default only', () => {
    expect(scenarioJsonSchema()['else']).toHaveProperty('required', [
      'title',
      'story',
      'horizon',
      'actions',
      'reward',
      'observe',
    ]);
  });

  it('asks a variant for nothing, and lets it take out anything', () => {
    const variant = scenarioJsonSchema()['then'] as { properties: Record<string, { anyOf: object[] }> };
    expect(variant).not.toHaveProperty('required');
    expect(JSON.stringify(variant)).not.toContain('"required":["value"]');
    for (const property of Object.values(variant.properties))
      expect(property.anyOf[1]).toEqual({ type: 'null' });
  });
});
