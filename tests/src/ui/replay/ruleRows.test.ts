import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../../../environments/scenario/loadScenario.ts';
import { rulePlaces } from '../../../../environments/scenario/rulePlaces.ts';
import { type RuleAdvice, ruleAdvice } from '../../../../src/replay/advice/ruleAdvice.ts';
import { openReplay, type Replay } from '../../../../src/replay/replay.ts';
import { type GlyphSet, glyphsOf } from '../../../../src/ui/glyphs.ts';
import { formulaRoom } from '../../../../src/ui/replay/panels/formulaRows.ts';
import { ruleRows } from '../../../../src/ui/replay/panels/ruleRows.ts';
import { takenWords } from '../../../../src/ui/replay/panels/takenWords.ts';
import { whyRows } from '../../../../src/ui/replay/panels/whyRows.ts';
import { personOf } from '../../../../src/ui/replay/personOf.ts';
import { rowWidth, textOf } from '../../../../src/ui/row.ts';
import { couponTrap, playedBy } from '../../replay/playedBy.ts';

/** The coupon trap under a rule of it. */
function under(name: string): Replay {
  const program = couponTrap();
  const { recording } = playedBy(program, name, 30).replay;
  const rule = program.rules.find((own) => own.name === name)!;
  const source = { ...readScenarioFile(SOURCE.pathname), file: 'scenarios/coupon-trap.yaml' };
  const places = rulePlaces(source, rule);
  return openReplay({ ...recording, rule: { name, places } });
}

const SOURCE = new URL('../../../../scenarios/coupon-trap.yaml', import.meta.url);

const marketer = under('marketer');

/** The first user and day on which so many lines were looked at, and one of them held, or none. */
function decidedBy(replay: Replay, lines: number, holds: boolean): RuleAdvice {
  for (let user = 0; user < replay.people; user++) {
    for (let day = 1; day <= (replay.life(user).leftOn ?? replay.days); day++) {
      const advice = ruleAdvice(replay, replay.explain(user, day))!;
      if (advice.rule.lines.length === lines && advice.rule.holds === holds) return advice;
    }
  }
  throw new Error(`no day with ${lines} lines`);
}

const DECIDED = [1, 2, 3, 5]
  .map((lines) => decidedBy(marketer, lines, true))
  .concat(decidedBy(marketer, 5, false));

function drawn(advice: RuleAdvice, width: number, glyphs: GlyphSet): string[] {
  const room = { width, glyphs: glyphsOf(glyphs) };
  const rows = ruleRows(advice, formulaRoom(couponTrap(), ['policy saw'], room));
  for (const line of rows) expect(rowWidth(line)).toBeLessThanOrEqual(width);
  return rows.map(textOf);
}

describe('ruleRows(advice)', () => {
  it.each([
    [80, 'unicode'],
    [100, 'unicode'],
    [120, 'unicode'],
    [80, 'ascii'],
  ] as const)('tells the lines up to the one that decided: %i columns, %s', async (width, glyphs) => {
    const text = DECIDED.map((advice) => drawn(advice, width, glyphs).join('\n')).join('\n\n');
    if (glyphs === 'ascii') expect(text).toMatch(/^[\n\x20-\x7e]*$/);
    await expect(`${text}\n`).toMatchFileSnapshot(
      `frames/rule-${width}${glyphs === 'ascii' ? '-ascii' : ''}.txt`,
    );
  });

  it('stands in the why panel, also where the policy is not asked, and says each thing once', () => {
    const { user, day, rule } = DECIDED[2];
    const room = { width: 100, glyphs: glyphsOf('unicode') };
    const texts = (advice?: 'waiting') => {
      const person = personOf(marketer, advice && (() => ({ kind: advice })))(user, day);
      return whyRows(couponTrap(), person, room).map(textOf);
    };
    expect(texts().filter((text) => text.includes('the rule marketer'))).toHaveLength(1);
    expect(texts().filter((text) => /^ line \d/.test(text))).toHaveLength(rule.lines.length);
    expect(texts('waiting').length).toBe(texts().length + 1);
  });

  it('names the file alone where its path is long', () => {
    const places = [{ file: `${'long/'.repeat(20)}own.yaml`, line: 7 }];
    const [first, second = ''] = drawn({ ...DECIDED[0], places }, 100, 'unicode');
    expect(first + second).toContain('(own.yaml:7)');
    expect(drawn({ ...DECIDED[0], places: undefined }, 100, 'unicode')[0]).toBe(
      ' the rule marketer: none, by line 1 of 5',
    );
  });

  it('writes a value out as far as it takes to tell it from what it is compared with', () => {
    const inputs = [{ name: 'engagement', value: Math.fround(0.3) }];
    const when = { name: 'line 1', text: 'engagement <= 0.3', value: 0, inputs, draws: [] };
    const line = { when, holds: false, probabilities: [0, 0, 1, 0] };
    const rule = { ...DECIDED[0].rule, lines: [line], count: 1, holds: false };
    expect(drawn({ ...DECIDED[0], rule, places: undefined }, 100, 'ascii')[1]).toBe(
      ' line 1     = no        engagement <= 0.3  (engagement 0.30000001)  -> message',
    );
  });

  it('shows all probabilities of a line that draws', () => {
    const law = [0.25, 0, 0, 0.75];
    const line = { when: undefined, holds: true, probabilities: law };
    const rule = { ...DECIDED[0].rule, lines: [line], count: 2, probabilities: law };
    expect(drawn({ ...DECIDED[0], rule, law, taken: 3, places: undefined }, 100, 'ascii')).toEqual([
      ' the rule marketer: draws none 0.25, coupon 0.75, by line 1 of 2',
      ' line 1     = yes       always  -> draws none 0.25, coupon 0.75',
      ' line 2, the last, was not looked at',
      ' drawn: coupon, with probability 0.75; the draw itself is not recorded',
    ]);
  });
});

describe('takenWords(advice, program)', () => {
  const program = couponTrap();
  const [none, message, coupon] = [0, 2, 3];
  const only = (action: number) => program.actions.map((_, k) => Number(k === action));
  const given = (more: Partial<RuleAdvice>): RuleAdvice => ({
    ...DECIDED[0],
    rule: { ...DECIDED[0].rule, probabilities: only(coupon) },
    law: only(coupon),
    taken: coupon,
    missing: [],
    because: { kind: 'rule' },
    ...more,
  });

  it.each([
    ['the rule', {}, []],
    [
      'what is missing',
      { missing: [coupon], law: only(none), taken: none },
      ['coupon was not available; none, the first that was, takes its place'],
    ],
    [
      'a fork',
      { because: { kind: 'fork', action: message }, taken: message },
      ['the fork gives message instead'],
    ],
    [
      'the same by a fork',
      { because: { kind: 'fork', action: coupon } },
      ['the fork gives coupon, as the rule does'],
    ],
    [
      'a fork of what is missing',
      { because: { kind: 'fork', action: message }, taken: none },
      ['the fork was to give message, which was not available; none was recorded'],
    ],
    [
      'a budget',
      { because: { kind: 'budget' }, taken: none },
      ['none was recorded: all users share a budget, and it did not pay for what the rule gives'],
    ],
    [
      'what nobody knows',
      { because: { kind: 'untold' }, taken: message },
      ['message was recorded, which this rule does not give; why cannot be told'],
    ],
  ] as const)('tells of %s', (_, more, words) => {
    expect(takenWords(given(more), program)).toEqual(words);
  });
});
