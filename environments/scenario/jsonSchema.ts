import { z } from 'zod';
import { scenarioSchema } from './schema.ts';

/**
 * The JSON Schema of scenario files, from which editors complete and check as one types. It knows shapes; names in
 * formulas are checked when a scenario is loaded. Committed as `scenario.schema.json`.
 */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-2020-12' });
  return { $schema, $id: 'urn:tenure:scenario', title: 'Tenure scenario', ...schema };
}
