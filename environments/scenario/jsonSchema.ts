import { z } from 'zod';
import { scenarioSchema } from './schema.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of scenario files, from which editors complete and check as one types. It knows shapes; names in
 * formulas are checked when a scenario is loaded. A file that extends another may leave everything out, and null
 * takes out what the other has. Committed as `scenario.schema.json`.
 */
export function scenarioJsonSchema(): Schema {
  const { $schema, description, ...schema } = z.toJSONSchema(scenarioSchema, {
    io: 'input',
    target: 'draft-2020-12',
  });
  return {
    $schema,
    $id: 'urn:tenure:scenario',
    title: 'Tenure scenario',
    description,
    type: 'object',
    if: { required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: this is the word of JSON Schema
    then: variantOf(schema),
    else: schema,
  };
}

/** The same shape with nothing required, and null wherever a key has a value. */
function variantOf(schema: Schema): Schema {
  const { required: _, properties, additionalProperties, anyOf, ...rest } = schema;
  return {
    ...rest,
    ...(isSchema(properties) && { properties: mapped(properties, orNull) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: isSchema(additionalProperties)
        ? orNull(additionalProperties)
        : additionalProperties,
    }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map((choice: Schema) => variantOf(choice)) }),
  };
}

function orNull(schema: unknown): Schema {
  return { anyOf: [variantOf(schema as Schema), { type: 'null' }] };
}

function mapped(schemas: Schema, change: (schema: unknown) => Schema): Schema {
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, change(schema)]));
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
