import type { Program } from '../../../environments/scenario/program.ts';
import { table } from '../table.ts';
import type { Section } from './scenarioSections.ts';

/** What may be done to users, and to whom it may not. */
export function actionSections({ actions, actionAttributes }: Program): Section[] {
  const rows = actions.map(({ name, family, attributes }) => [
    name,
    family,
    ...actionAttributes.map((attribute) => String(attributes[attribute])),
  ]);
  const conditions = actions.flatMap(({ name, when }) => (when ? [`${name} when ${when.text}`] : []));
  return [
    { title: 'Actions', lines: table(['action', 'family', ...actionAttributes], rows) },
    { title: 'Not for everyone', lines: conditions },
  ];
}
