import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { environmentContract } from '../../contracts/environmentContract.ts';
import { load, smallScenario } from '../scenario/smallScenario.ts';
import { everyProgram } from './exampleProgram.ts';

for (const program of everyProgram())
  environmentContract(program.name, () => new PopulationEnvironment(program, { users: 7 }));

environmentContract('a small scenario', () => new PopulationEnvironment(load(smallScenario()), { users: 9 }));

environmentContract('a part of a population', () => {
  return new PopulationEnvironment(load(smallScenario()), { users: 1, firstUser: 12, measured: true });
});

environmentContract('a scenario where nobody sees anything and nobody leaves', () => {
  const text =
    'title: t\nstory: s\nhorizon: 2\nactions: { a: {}, b: {} }\nreward: { r: action == b }\nobserve: {}';
  return new PopulationEnvironment(load(text), { users: 3 });
});
