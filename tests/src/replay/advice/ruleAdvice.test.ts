import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import { loadScenario } from '../../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../../environments/scenario/program.ts';
import {
  classicScenarios,
  findScenario,
  lessonScenarios,
  shippedScenarios,
} from '../../../../src/cli/scenarioFiles.ts';
import { evaluate } from '../../../../src/experiment/evaluate.ts';
import { type RuleAdvice, ruleAdvice } from '../../../../src/replay/advice/ruleAdvice.ts';
import type { ForkChoice } from '../../../../src/replay/forks/forkChoice.ts';
import { forkWork } from '../../../../src/replay/forks/forkRecording.ts';
import { atOnce } from '../../../../src/replay/patiently.ts';
import { decisionRow } from '../../../../src/replay/recording.ts';
import { openReplay, type Replay } from '../../../../src/replay/replay.ts';
import { type Recorded, recorded, type World } from '../forks/recorded.ts';

const NAMES = [...shippedScenarios(), ...classicScenarios(), ...lessonScenarios()];
/** Whole decisions, also of products that are decided for every week. */
const DAYS = 28;

/** A rule played and opened, with what it is called. */
function played(program: Program, name: string): Replay {
  const users = program.decision ? 2 : 5;
  const { rules } = new PopulationEnvironment(program, { users: 1 }).spec;
  const policy = rules.find((rule) => rule.name === name)!.create(5);
  const { actions } = evaluate(program, policy, {
    users,
    seed: 'told',
    days: Math.min(DAYS, program.horizon),
    record: true,
  });
  return openReplay({ program, users, seed: 'told', actions, label: name, rule: { name } });
}

/** What is told of some users on days, so many apart, on which something was decided for them. */
function* told(replay: Replay, users = replay.people, stride = 1): Generator<RuleAdvice> {
  const step = Math.max(Math.floor(replay.people / users), 1);
  for (let user = 0; user < replay.people; user += step) {
    const { days } = replay;
    const { bornOn = days, leftOn = days } = replay.life(user);
    for (let day = bornOn + 1; day <= leftOn; day += stride)
      yield ruleAdvice(replay, replay.explain(user, day))!;
  }
}

const ruled = (world: World, name: string): Recorded => {
  const own = recorded(world, name);
  return { ...own, replay: openReplay({ ...own.recording, rule: { name } }) };
};

describe('ruleAdvice(replay, explained)', () => {
  it.each(NAMES)('names lines that give what was recorded: %s', (name) => {
    const program = loadScenario(findScenario(name));
    for (const { name: rule } of program.rules) {
      for (const advice of told(played(program, rule), 4, 4)) {
        const { user, day, taken, law, because, missing } = advice;
        const where = `${rule}, user ${user}, day ${day}`;
        const { lines, holds, probabilities, count } = advice.rule;
        expect(because, where).toEqual({ kind: 'rule' });
        expect(law[taken], where).toBeGreaterThan(0);
        if (missing.length === 0) expect(probabilities[taken], where).toBeGreaterThan(0);
        expect(holds ? lines[lines.length - 1].probabilities : lines.length, where).toEqual(
          holds ? probabilities : count,
        );
      }
    }
  });

  it('tells what was not available, and what took its place', () => {
    const { replay } = ruled('not always available', 'reminder');
    let missing = 0;
    for (const advice of told(replay)) {
      expect(advice.because).toEqual({ kind: 'rule' });
      expect(advice.law[advice.taken]).toBe(1);
      if (advice.missing.length === 0) continue;
      expect(advice.rule.probabilities[advice.missing[0]]).toBe(1);
      expect(advice.taken).toBe(0);
      missing++;
    }
    expect(missing).toBeGreaterThan(0);
  });

  it.each(['a budget a day', 'a budget for all days'] as const)('tells what a budget did: %s', (world) => {
    const { program, replay } = ruled(world, PLAYED[world]);
    const kinds = new Set<string>();
    for (const { because, law, taken } of told(replay)) {
      expect(because.kind).toBe(law[taken] > 0 ? 'rule' : 'budget');
      if (because.kind === 'budget') expect(program.actions[taken].name).toBe(program.actions[0].name);
      kinds.add(because.kind);
    }
    expect([...kinds].sort()).toEqual(['budget', 'rule']);
  });

  it('takes what a product showed on the morning of the decision', () => {
    const { replay, program } = ruled('product', PLAYED.product);
    for (const { user, day, decidedOn, because, rule, law, taken } of told(replay, 12)) {
      expect(because, `user ${user}, day ${day}`).toEqual({ kind: 'rule' });
      expect(law[taken]).toBe(1);
      expect(decidedOn).toBe(day - ((day - 1) % (program.decision?.every ?? 1)));
      expect(rule.lines.length).toBeGreaterThan(0);
    }
  });

  const FORKS: readonly (readonly [World, ForkChoice])[] = [
    ['closed', { who: { kind: 'user', user: 3 }, action: 1, day: 4, days: 3 }],
    ['closed', { who: { kind: 'stage', stage: 0 }, action: 1, day: 4, days: 5 }],
    ['open', { who: { kind: 'everyone' }, action: 1, day: 4, days: 2 }],
    ['a budget a day', { who: { kind: 'user', user: 3 }, action: 1, day: 4, days: 3 }],
    ['product', { who: { kind: 'user', user: 3 }, action: 1, day: 9, days: 1 }],
  ];

  it.each(FORKS)('tells what a fork forced, and follows the rule elsewhere: %s', (world, choice) => {
    const own = ruled(world, PLAYED[world]);
    const { recording, tally } = atOnce(forkWork(own.replay, choice, own.decider));
    const forced = new Set<string>();
    for (const { user, day, decidedOn, because, law, taken } of told(openReplay(recording))) {
      const where = `user ${user}, day ${day}`;
      if (because.kind === 'rule') expect(law[taken], where).toBeGreaterThan(0);
      if (because.kind === 'budget') expect(own.program.budget, where).toBeDefined();
      expect(because.kind, where).not.toBe('untold');
      if (because.kind !== 'fork') continue;
      expect(because.action).toBe(choice.action);
      if (!own.program.budget) expect(taken, where).toBe(choice.action);
      forced.add(`${decidedOn} ${decisionRow(recording, user)}`);
    }
    expect(forced.size).toBe(tally.forced);
    expect(forced.size).toBeGreaterThan(0);
  });

  it('tells of a fork of a fork only what that one forced', () => {
    const own = ruled('closed', PLAYED.closed);
    const choice = (day: number, days: number): ForkChoice => ({
      ...{ who: { kind: 'user', user: 3 }, action: 1, day, days },
    });
    const first = atOnce(forkWork(own.replay, choice(6, 4), own.decider));
    const { recording } = atOnce(forkWork(openReplay(first.recording), choice(2, 1), own.decider));
    const fork = openReplay(recording);
    const kinds = [2, 6, 7, 9].map((day) => ruleAdvice(fork, fork.explain(3, day))?.because.kind);
    expect(kinds).toEqual(['fork', 'rule', 'rule', 'rule']);
  });

  it('tells nothing where no rule decided, and where nothing was decided', () => {
    const { replay, recording } = ruled('closed', 'reminder');
    expect(ruleAdvice(replay, replay.explain(0, 0))).toBeUndefined();
    const unknown = openReplay(recording);
    expect(ruleAdvice(unknown, unknown.explain(0, 1))).toBeUndefined();
  });

  it('does not claim for a rule what it does not give', () => {
    const { recording } = recorded('closed', 'none');
    const replay = openReplay({ ...recording, rule: { name: 'reminder' } });
    const kinds = new Set([...told(replay)].map(({ because }) => because.kind));
    expect([...kinds].sort()).toEqual(['rule', 'untold']);
  });

  it('is refused for a rule that the scenario does not have', () => {
    const { recording } = recorded('closed', 'none');
    expect(() => openReplay({ ...recording, rule: { name: 'remindr' } })).toThrow(
      /has no rule "remindr"; did you mean "reminder"\?/,
    );
  });
});

/** The rule that is played in a world. */
const PLAYED = {
  closed: 'reminder',
  'not always available': 'reminder',
  open: 'greetLow',
  'a budget a day': 'letterLowest',
  'a budget for all days': 'greetLow',
  product: 'serveLow',
} as const satisfies Readonly<Record<World, string>>;
