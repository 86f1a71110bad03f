import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { environmentContract } from '../../contracts/environmentContract.ts';
import { load, smallScenario } from '../scenario/smallScenario.ts';
import { everyProgram } from './exampleProgram.ts';

for (const program of everyProgram())
  environmentContract(
    program.name,
    () => new PopulationEnvironment(program, { users: 7 }),
    program.decision?.every,
  );

environmentContract('a small scenario', () => new PopulationEnvironment(load(smallScenario()), { users: 9 }));

environmentContract('a scenario where not everyone may be given everything', () => {
  const actions =
    'actions: { none: { pull: 0, when: mood < 0.9 }, coupon: { pull: 1, when: stage == new or day > 5 }, call: { pull: 2, when: mood > 0.9 } }';
  const rules =
    'rules: { sure: { about: x, choose: [{ do: call }] }, mixed: { about: x, choose: [{ do: { coupon: 0.5, call: 0.5 } }] } }';
  return new PopulationEnvironment(load(smallScenario({ actions, rules })), { users: 9, measured: true });
});

environmentContract('a scenario that says what a visit is', () => {
  const text = smallScenario({ more: 'visit: visit or stage == gone' });
  return new PopulationEnvironment(load(text), { users: 9 });
});

environmentContract('a part of a population', () => {
  return new PopulationEnvironment(load(smallScenario()), { users: 1, firstUser: 12, measured: true });
});

environmentContract('a scenario where nobody sees anything and nobody leaves', () => {
  const text =
    'title: t\nstory: s\nhorizon: 2\nactions: { a: {}, b: {} }\nreward: { r: action == b }\nobserve: {}';
  return new PopulationEnvironment(load(text), { users: 3 });
});
