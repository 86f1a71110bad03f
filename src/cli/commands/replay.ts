import { existsSync, readFileSync, statSync } from 'node:fs';
import { shapeOf } from '../../../environments/population/shape.ts';
import { seeds } from '../../experiment/configuration.ts';
import type { Recording } from '../../replay/recording.ts';
import { openReplay } from '../../replay/replay.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { leavingCode } from '../leavingCode.ts';
import { PICTURE_OPTIONS, pictureRequest } from '../picture/pictureOptions.ts';
import { FIRST_RULE_SEED, firstRule, recordFirstRule } from '../recordFirstRule.ts';
import { AGAINST_OPTION } from '../replaying/against.ts';
import type { Replayed } from '../replaying/replayed.ts';
import { showAgainst } from '../replaying/showAgainst.ts';
import { findRun, type OpenedRun, openRun } from '../runs.ts';
import { findScenario, isShipped } from '../scenarioFiles.ts';
import { loadWith } from '../scenarioOptions.ts';
import { SCREEN_OPTIONS } from '../screenOptions.ts';
import { RESULTS_OPTION } from '../trainingOptions.ts';

export const command: Command = {
  describe: 'Shows what happened in a run, day by day and user by user, and why.',
  positional: '[run]',
  examples: [
    ['tenure replay', 'the latest run, in the terminal; ? explains the keys'],
    ['tenure replay latest --day 41 --user 173 --plain', 'the same as text, for a pipe'],
    ['tenure replay --day 41 --user 173 --save day-41.svg', 'the same as a picture; .txt for text'],
    ['tenure replay --day 20 --until 90 --every 5 --save film.svg', 'a film that browsers play'],
    ['tenure replay coupon-trap', 'no run: a scenario under its first rule, played now'],
    ['tenure replay --against none', 'the same people with the same luck, if nothing had been done'],
  ],
  options: {
    day: { kind: 'integer', range: [0, 100_000], about: 'day to open at' },
    user: { kind: 'integer', range: [0, 10_000_000], about: 'user to open at, from 0' },
    plain: { kind: 'flag', about: 'print text; what happens anyway where there is no terminal' },
    ...AGAINST_OPTION,
    ...PICTURE_OPTIONS,
    ...SCREEN_OPTIONS,
    ...RESULTS_OPTION,
  },
  async run(invocation) {
    const { output } = invocation;
    const picture = pictureRequest(invocation);
    const asked = invocation.arguments[0] ?? 'latest';
    const { recording, replayed } = isShipped(asked)
      ? await ofScenario(asked, invocation)
      : ofRun(openRun(findRun(asked, invocation.text('results'), 'finished')));
    const { label } = replayed;
    const replay = openReplay(recording);
    const day = within('day', invocation.maybe('day'), replay.days);
    const user = within('user', invocation.maybe('user'), replay.people - 1);
    const glyphs = invocation.text('glyphs') as 'unicode' | 'ascii';
    if (invocation.optional('against') !== undefined)
      return showAgainst(replay, replayed, { day, user, glyphs, picture }, invocation);
    if (picture) {
      const { saveReplayPicture } = await import('../picture/saveReplayPicture.ts');
      saveReplayPicture(replay, { day, user, glyphs }, picture, output);
      return undefined;
    }
    if (output.json) {
      const at = day ?? replay.days;
      const why = user === undefined ? {} : { life: replay.life(user), why: replay.explain(user, at) };
      output.printJson({ schema: 'tenure.replay/1', run: label, frame: replay.frame(at), ...why });
      return undefined;
    }
    if (invocation.flag('plain') || !process.stdout.isTTY || !process.stdin.isTTY) {
      const { plainReplay } = await import('../../ui/replay/plainReplay.ts');
      output.print(plainReplay(replay, { day: day ?? replay.days, user, width: output.width, glyphs }));
      return undefined;
    }
    const { runReplay } = await import('../../ui/replay/runReplay.ts');
    const command = (d: number, u: number | undefined) =>
      `tenure replay ${label} --day ${d}${u === undefined ? '' : ` --user ${u}`}`;
    const leaving = await runReplay(replay, {
      stdin: process.stdin,
      stdout: process.stdout,
      day: day ?? 0,
      user,
      glyphs,
      altScreen: invocation.flag('alt-screen'),
      command,
    });
    return leavingCode(leaving);
  },
};

interface Opened {
  readonly recording: Recording;
  readonly replayed: Replayed;
}

function ofRun(run: OpenedRun): Opened {
  const { agent, seed } = run.record.configuration;
  const replayed = { label: run.folder.label, scenario: run, policy: agent.name, seed };
  return { recording: recordingOf(run), replayed };
}

async function ofScenario(name: string, invocation: Invocation): Promise<Opened> {
  const scenario = loadWith(findScenario(name), {}, 'declared');
  const recording = await recordFirstRule(name, invocation);
  const policy = firstRule(scenario.program);
  return { recording, replayed: { label: name, scenario, policy, seed: FIRST_RULE_SEED } };
}

function recordingOf({ folder, record, program }: OpenedRun): Recording {
  if (!existsSync(folder.actions)) {
    throw new UsageError(
      `${folder.label} is not finished; go on with: tenure train --resume ${folder.label}`,
    );
  }
  const { seed, heldOutUsers: users, agent } = record.configuration;
  const { deciders } = shapeOf(program, users);
  const steps = Math.ceil(program.horizon / (program.decision?.every ?? 1));
  const expected = deciders * steps;
  const { size } = statSync(folder.actions);
  if (size !== expected)
    throw new UsageError(
      `${folder.actions} has ${size} bytes; ${deciders} ${program.decision ? 'products' : 'users'} × ${steps} ${program.decision ? 'decisions' : 'days'} take ${expected}`,
    );
  const label = `${program.name} ${agent.name} ${record.id}`;
  return { program, seed: seeds.heldOut(seed), users, actions: readFileSync(folder.actions), label };
}

function within(name: string, value: ReturnType<Invocation['maybe']>, last: number): number | undefined {
  if (value !== undefined && value > last)
    throw new UsageError(`--${name}: this run has ${name}s 0 to ${last}, got ${value}`);
  return value;
}
