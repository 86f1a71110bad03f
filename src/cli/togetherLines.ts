import type { Program } from '../../environments/scenario/program.ts';

/** Who is decided for, where that is not each user. */
export function decisionLines({ decision }: Program): string[] {
  if (!decision) return [];
  const days = decision.every === 1 ? 'every day' : `every ${decision.every} days`;
  return [`a whole product of ${decision.users} users at the start, ${days}`];
}

/** What may be spent on all users together. */
export function budgetLines({ budget }: Program): string[] {
  if (!budget) return [];
  const unit = budget.on === 'cost' ? 'currency units' : 'contacts';
  return [`${budget.limit} ${unit} per ${budget.per} for each user at the start, spent on all together`];
}

/** How new users come. */
export function arrivalLines({ arrivals }: Program): string[] {
  if (!arrivals) return [];
  const { founders, room, channels, refer, likeness } = arrivals;
  return [
    ...channels.map(
      ({ name, formula, cost, about }) => `${name}: ${formula.text} a day, ${cost} each${note(about)}`,
    ),
    ...(channels.length > 0 ? [`rates are those of a product with ${founders} users at the start`] : []),
    ...(refer
      ? [
          `each user brings ${refer.formula.text}; a drawn trait is the referrer's with probability ${likeness}`,
        ]
      : []),
    `room for ${room} newcomers for each user at the start`,
  ];
}

const note = (about: string | undefined) => (about ? `  – ${about}` : '');
