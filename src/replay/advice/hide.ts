import type { Observation, Policy } from '../../../environments/contract.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import type { ChangedChoice, Hidings } from './advice.ts';
import { choicesOf } from './choicesOf.ts';
import { type StandIn, standInsOf } from './standIns.ts';
import { withHidden } from './withHidden.ts';

/**
 * Hides each observed name of a user in turn, behind what is ordinary among those who are there.
 *
 * @param own what the policy sees of the user, one row
 * @param everyone what it sees of all of them
 */
export function hide(policy: Policy, own: Observation, everyone: Observation, program: Program): Hidings {
  const standIns = standInsOf(program, everyone);
  const rows = withHidden(own, standIns);
  const [chosen, ...instead] = choicesOf(policy, rows, program.actions.length);
  const changes = standIns.flatMap((standIn, k) =>
    instead[k] === chosen ? [] : [changeOf(standIn, own, instead[k])],
  );
  return { kind: 'told', tried: standIns.map(({ name }) => name), changes };
}

function changeOf(standIn: StandIn, own: Observation, chosen: number): ChangedChoice {
  const { name, features } = standIn;
  return { name, shown: shownAs(standIn, own.features), instead: shownAs(standIn, features, 0), chosen };
}

/** What a row shows under a name: a number, or the name of the member. */
function shownAs(
  { members, column, columns }: StandIn,
  features: Float32Array,
  from = column,
): number | string {
  if (!members) return features[from];
  return members[features.subarray(from, from + columns).indexOf(1)] ?? '';
}
