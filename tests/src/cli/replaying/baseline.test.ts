import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../../../environments/scenario/loadScenario.ts';
import { namedPolicy } from '../../../../src/cli/policies.ts';
import { playBaseline } from '../../../../src/cli/replaying/baseline.ts';
import { loadWith } from '../../../../src/cli/scenarioOptions.ts';
import { evaluate } from '../../../../src/experiment/evaluate.ts';
import { openReplay } from '../../../../src/replay/replay.ts';
import { mixByDay } from '../../../../src/ui/replay/mixByDay.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const SEED = '7';
const USERS = 400;
const asked = { signal: new AbortController().signal, text: () => 'results' };

/** A scenario, and a recording of one of its policies as `compare` plays it. */
function played(file: string, rule: string, spending?: 'lots') {
  const name = spending === undefined ? rule : `${rule}:${spending}`;
  const scenario = loadWith(readScenarioFile(resolve(ROOT, file)), {}, 'declared');
  const { program } = scenario;
  const training = { episodes: 1, heldOutUsers: USERS };
  const policy = namedPolicy(name, { scenario, results: 'results', training, origins: {} }).for(SEED);
  const plan = { users: USERS, seed: `${SEED}/held-out` };
  const { actions } = evaluate(program, policy as Parameters<typeof evaluate>[1], { ...plan, record: true });
  const replay = openReplay({ program, ...plan, actions, label: name });
  replay.liveUntil(replay.days);
  return { scenario, replay };
}

describe('playBaseline()', () => {
  it.each([
    ['the first rule', 'tests/fixtures/budget-shop.yaml', 'letterLow'],
    ['random where there are no rules', 'scenarios/classics/maximisation-bias.yaml', 'random'],
  ])('plays %s as compare does', async (_, file, name) => {
    const { scenario, replay } = played(file, name);
    const other = played(file, 'none').replay;
    const baseline = await playBaseline(other, { scenario, seed: SEED }, asked);
    expect(baseline).toEqual({ name, mix: mixByDay(replay) });
    expect(baseline.mix).not.toEqual(mixByDay(other));
  });

  it('spends a budget by the scores of the rule, as compare does', async () => {
    const file = join(temporaryFolder(), 'scored-shop.yaml');
    const text = readFileSync(join(ROOT, 'tests/fixtures/budget-shop.yaml'), 'utf8');
    writeFileSync(file, text.replace(/^ {2}letterLow:.*\n/m, ''));
    const { scenario, replay } = played(file, 'letterLowest');
    const { mix } = await playBaseline(replay, { scenario, seed: SEED }, asked);
    expect(mix).toEqual(mixByDay(replay));
    expect(mix).not.toEqual(mixByDay(played(file, 'letterLowest', 'lots').replay));
  });
});
