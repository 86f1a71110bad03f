import { channelNames, FAMILIES, type Program } from '../../../../environments/scenario/program.ts';
import { figure } from '../../formatNumber.ts';

/** A name with its value: `fatigue 0.37`; stages, segments, actions and families by their names. */
export function inputWords(program: Program, name: string, value: number): string {
  return `${name} ${member(program, name, value) ?? figure(value)}`;
}

function member(program: Program, name: string, index: number): string | undefined {
  const { stages, segments, actions, arrivals } = program;
  switch (name) {
    case 'stage':
      return stages[index].name;
    case 'segment':
      return segments[index].name;
    case 'action':
      return actions[index].name;
    case 'channel':
      return channelNames(arrivals)[index];
    case 'action.family':
      return FAMILIES[index];
    default:
      return undefined;
  }
}
