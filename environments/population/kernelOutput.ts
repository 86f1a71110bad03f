import type { Observation } from '../contract.ts';
import type { Program } from '../scenario/program.ts';
import { hasAvailability } from './availabilityGraph.ts';
import type { ColumnSpec, Layout } from './layout.ts';

/** Arrays that a kernel fills for one day. */
export interface KernelOutput {
  readonly rewards: Float32Array;
  readonly discounts: Float32Array;
  readonly states: Uint32Array;
  readonly features: Float32Array;
  readonly active: Uint8Array;
  /** users; 1: came today. Where the scenario says what a visit is */
  readonly visits: Uint8Array | undefined;
  /** users × actions; what is available after the day, where not every action always is */
  readonly available: Uint8Array | undefined;
  /** what was available before the day: the other set's `available` */
  readonly offered: Uint8Array | undefined;
}

/** Names of the columns of an observation row. */
export function featureNames({ observe }: Program): string[] {
  return observe.flatMap(({ name, members }) => members?.map((member) => `${name}=${member}`) ?? [name]);
}

/** The two sets of outputs that the days fill by turns. */
export function outputColumns(program: Program): ColumnSpec[] {
  const width = featureNames(program).length;
  return [0, 1].flatMap((set): ColumnSpec[] => [
    { name: `rewards${set}`, type: 'f32' },
    { name: `discounts${set}`, type: 'f32' },
    { name: `features${set}`, type: 'f32', width },
    { name: `states${set}`, type: 'u32' },
    { name: `active${set}`, type: 'u8' },
    ...(program.visit ? [{ name: `visits${set}`, type: 'u8' } as const] : []),
    ...(hasAvailability(program)
      ? [{ name: `available${set}`, type: 'u8', width: program.actions.length } as const]
      : []),
  ]);
}

/** One of the two sets. */
export function outputOf(layout: Layout, set: 0 | 1): KernelOutput {
  return {
    rewards: layout.f32(`rewards${set}`),
    discounts: layout.f32(`discounts${set}`),
    features: layout.f32(`features${set}`),
    states: layout.u32(`states${set}`),
    active: layout.u8(`active${set}`),
    visits: layout.find(`visits${set}`) as Uint8Array | undefined,
    available: layout.find(`available${set}`) as Uint8Array | undefined,
    offered: layout.find(`available${1 - set}`) as Uint8Array | undefined,
  };
}

/** What policies see of a set. */
export function observationOf({ features, states, active, available }: KernelOutput): Observation {
  return available ? { features, states, active, available } : { features, states, active };
}
