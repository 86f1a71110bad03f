import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policiesOf } from '../../agents/index.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../environments/random/streams.ts';
import { loadScenario, readScenarioFile } from '../../environments/scenario/loadScenario.ts';
import { runChecks } from '../../src/experiment/scenarioChecks.ts';

const FOLDER = join(import.meta.dirname, '../../scenarios');
const BUSINESSES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const SEED = 'check';

/** As `tenure check` plays them. */
describe('the checks of a scenario', () => {
  it.each(BUSINESSES)('%s hold', (file) => {
    const program = loadScenario(readScenarioFile(join(FOLDER, file)));
    const { spec } = new PopulationEnvironment(program, { users: 1 });
    const results = runChecks(program, {
      users: program.decision ? 100 : 10_000,
      seed: SEED,
      policy: (name) =>
        policiesOf(spec)
          .find((kind) => kind.name === name)!
          .create(spec, { key: streamKey(SEED, 'policy') }),
    });
    expect(results.length).toBeGreaterThan(5);
    expect(results.filter(({ passed }) => !passed).map(({ check, value }) => [check.metric, value])).toEqual(
      [],
    );
  });
});
