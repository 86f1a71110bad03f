import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { random } from '../../agents/rules/random.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../environments/scenario/loadScenario.ts';
import { interact } from '../../src/experiment/interact.ts';

const FOLDER = join(import.meta.dirname, '../../scenarios');
const SCENARIOS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
);
const USERS = 6;
const DAYS = 40;
const EVERY = 5;

/** A few users' first weeks under random actions, as text: action, stage, reward, state index and hidden state. */
function trajectory(file: string): string {
  const program = loadScenario(readScenarioFile(join(FOLDER, file)));
  const environment = new PopulationEnvironment(program, { users: USERS });
  const days = Math.min(DAYS, program.horizon);
  const every = Math.min(EVERY, days);
  const lines: string[] = [];
  for (const { step, actions, next } of interact(environment, random(program.actions.length, 7), 'frozen')) {
    if (Math.floor(next.day / every) > Math.floor(step.day / every)) {
      for (let user = 0; user < USERS; user++) {
        const state = program.state.map(({ name }) => `${name} ${environment.column(name)[user]}`);
        const stage = program.stages[environment.stages[user]].name;
        const did = program.actions[actions[user]].name;
        const seen = `state ${next.observation.states[user]}, reward ${next.rewards[user]}`;
        lines.push(`day ${next.day} user ${user}: ${did}, ${stage}, ${seen}, ${state.join(', ')}`);
      }
    }
    if (next.day >= days) break;
  }
  return `${lines.join('\n')}\n`;
}

describe('the first weeks of each scenario stay as they were, to the last digit', () => {
  it.each(SCENARIOS)('%s', async (file) => {
    await expect(trajectory(file)).toMatchFileSnapshot(`frozen/${file.replace('.yaml', '.txt')}`);
  });
});
