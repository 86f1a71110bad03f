import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { loadScenario } from '../../environments/scenario/loadScenario.ts';

const PLAIN = readFileSync(join(import.meta.dirname, '../fixtures/architecture-example.yaml'), 'utf8');
const USERS = 20_000;
const DAYS = 60;
const TOPICS = 6;

const NEWCOMERS = `arrivals:
  founders: 1000
  channels: { search: { rate: 8, cost: 1 } }
`;

/** The same day with what a part of the language adds to it. */
const WORLDS: Readonly<Record<string, string>> = {
  plain: PLAIN,
  'newcomers by a channel': `${PLAIN}${NEWCOMERS}`,
  'newcomers, and referred ones': `${PLAIN}${NEWCOMERS}  refer: bernoulli(0.002)\n  likeness: 0.5\n`,
  'a budget that binds': `${PLAIN}budget: { on: contacts, limit: 0.2 }\n`,
  'one decision for 200 users': asProduct(PLAIN),
  'six topics, as a vector': withTopics('vector'),
  'six topics, written out': withTopics('scalars'),
};

/** Prints how many days of users each world lives per second of CPU time, and its ratio to the plain one. */
export function compareWorlds(rounds: number): void {
  console.log(
    `Parts of the language, ${USERS.toLocaleString('en')} users at the start, user-days lived per second of CPU time, best of interleaved rounds`,
  );
  const best = new Map(Object.keys(WORLDS).map((name) => [name, 0]));
  for (let round = 0; round < rounds; round++)
    for (const [name, text] of Object.entries(WORLDS))
      best.set(name, Math.max(best.get(name) ?? 0, speedOf(text)));
  const plain = best.get('plain') ?? 1;
  for (const [name, speed] of best)
    console.log(`${name.padStart(30)}  ${(speed / 1e6).toFixed(2)} M/s  ${(speed / plain).toFixed(2)}`);
}

function speedOf(text: string): number {
  const program = loadScenario({ name: 'world', file: 'world.yaml', text });
  const users = program.decision ? USERS / program.decision.users : USERS;
  const environment = new PopulationEnvironment(program, { users });
  environment.reset('bench');
  const count = environment.spec.users;
  const actions = [0, 1, 2, 3].map((shift) => new Uint8Array(count).map((_, i) => (i + shift) % 4));
  const there = program.stages.map(({ absorbing }) => !absorbing);
  let lived = 0;
  let cpu = 0;
  for (let day = 0; day < DAYS; day++) {
    for (const stage of environment.stages) if (there[stage]) lived++;
    const begun = process.cpuUsage();
    environment.step(actions[day % 4]);
    const { user, system } = process.cpuUsage(begun);
    cpu += user + system;
  }
  return lived / (cpu / 1e6);
}

function asProduct(text: string): string {
  const [before] = text.split('\nreward:');
  return `${before}
decision: { by: product, users: 200 }
reward:
  retained: 0.05 * total(stage != churned)
  margin: total(purchase * (1 - 3 * action.discount))
  cost: -action.cost
observe:
  recency: { value: mean(recency), bins: [1, 3, 7, 14] }
  contact: { value: mean(fatigue), bins: [0.3, 0.7, 1.2] }
`;
}

/** A satiation for each of six topics, of which the action shows one. */
function withTopics(form: 'vector' | 'scalars'): string {
  const places = Array.from({ length: TOPICS }, (_, k) => k + 1);
  const state =
    form === 'vector'
      ? `  satiation: { length: ${TOPICS}, value: 0 }`
      : places.map((k) => `  satiation${k}: 0`).join('\n');
  const day =
    form === 'vector'
      ? '  satiation: 0.9 * satiation[index] + action.contact * (index <= 3)'
      : places.map((k) => `  satiation${k}: 0.9 * satiation${k} + action.contact * (${k} <= 3)`).join('\n');
  return PLAIN.replace(/\nactions:/, `\n${state}\nactions:`).replace(/\nlifecycle:/, `\n${day}\nlifecycle:`);
}
