import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../../../environments/scenario/loadScenario.ts';
import { againstCommand } from '../../../../src/cli/replaying/against.ts';
import { forkCommand } from '../../../../src/cli/replaying/forkCommand.ts';
import { scenarioWords } from '../../../../src/cli/replaying/replayed.ts';
import { viewCommand } from '../../../../src/cli/replaying/viewCommand.ts';
import { loadWith } from '../../../../src/cli/scenarioOptions.ts';
import { SMALL_SHOP } from '../../../support/smallShop.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { exampleProgram } from '../../replay/recordedEpisode.ts';

const LABEL = "my runs/it's";

/** The words that a shell makes of a command line. */
const wordsOf = (command: string) =>
  execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
    .split('\n')
    .slice(0, -1);

describe('forkCommand()', () => {
  const program = exampleProgram();
  const { name: action } = program.actions[1];
  const { name: stage } = program.stages[1];

  it('forks the user it was asked for, whoever is looked at', () => {
    const choice = { who: { kind: 'user', user: 3 }, action: 1, day: 2, days: 1 } as const;
    expect(wordsOf(forkCommand(LABEL, program, choice, { user: 8, filter: undefined }))).toEqual([
      ...['tenure', 'replay', LABEL, '--day', '2', '--user', '3', '--fork', action],
    ]);
  });

  it('keeps the user looked at and who is counted where many are forked', () => {
    const choice = { who: { kind: 'stage', stage: 1 }, action: 1, day: 2, days: Infinity } as const;
    const fork = ['--fork-who', `stage:${stage}`, '--fork', action, '--fork-days', 'all'];
    const look = (user: number | undefined, filter?: string) =>
      wordsOf(forkCommand('latest', program, choice, { user, filter }));
    const day = ['tenure', 'replay', 'latest', '--day', '2'];
    expect(look(8)).toEqual([...day, '--user', '8', ...fork]);
    expect(look(undefined)).not.toContain('--user');
    expect(look(undefined, 'tired>1 calm')).toEqual([...day, '--filter', 'tired>1 calm', ...fork]);
  });
});

describe('againstCommand() and viewCommand()', () => {
  it('quote what a shell would take apart', () => {
    const both = ['tenure', 'replay', LABEL, '--against', 'other runs/b', '--day', '4'];
    expect(wordsOf(againstCommand(LABEL, 'other runs/b')(4, undefined))).toEqual(both);
    expect(wordsOf(againstCommand(LABEL, 'other runs/b')(4, 7))).toEqual([...both, '--user', '7']);
    const filter = "stage:dormant value>2 'x'";
    expect(wordsOf(viewCommand(LABEL)(4, 7, filter))).toEqual([
      ...['tenure', 'replay', LABEL, '--day', '4', '--user', '7', '--filter', filter],
    ]);
  });
});

describe('scenarioWords()', () => {
  it('quotes the file of a scenario', () => {
    const folder = join(temporaryFolder(), "a friend's");
    mkdirSync(folder);
    const file = join(folder, 'shop.yaml');
    copyFileSync(SMALL_SHOP, file);
    const scenario = loadWith(readScenarioFile(file), {}, 'declared');
    expect(wordsOf(scenarioWords({ scenario }).name)).toEqual([file]);
  });
});
