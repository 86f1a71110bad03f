import { describe, expect, it } from 'vitest';
import { studyAll } from '../../../../src/learn/lessons/bandit/studies.ts';
import { ratesOf, type Study, send, study } from '../../../../src/learn/lessons/bandit/subjectLines.ts';
import { moral } from '../../../../src/learn/lessons/bandit/told.ts';
import { finish } from '../../../../src/learn/work.ts';
import { benchOf } from '../bench.ts';

const bench = benchOf('1');
const program = bench.world('five-subjects');
const rates = ratesOf(program);

describe('send()', () => {
  it('sends a mail a day, and loses what the best subject line has more', () => {
    const { sent, opened, regret } = finish(send(program, 0.3, 100, 'few'));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(100);
    expect(opened.every((count, k) => count <= sent[k])).toBe(true);
    const lost = sent.reduce((sum, count, k) => sum + count * (0.24 - rates[k]), 0);
    expect(regret[100]).toBeCloseTo(lost, 9);
    expect(regret.every((value, day) => day === 0 || value >= regret[day - 1])).toBe(true);
  });

  it('with ε 1 loses per mail what the mean of the five has less than the best', () => {
    const many = finish(study(program, 1, 10, 'few'));
    expect(many.regret[1000]).toBeGreaterThan(66);
    expect(many.regret[1000]).toBeLessThan(82);
  });
});

describe('lesson bandit', () => {
  const studies = finish(studyAll(bench, program, 0.2));

  it('asks about four values of ε and the own one', () => {
    expect(studies.map(({ epsilon }) => epsilon)).toEqual([0, 0.02, 0.1, 0.2, 0.5]);
  });

  it('finds what it tells: not trying stays with a lucky one, and trying for ever goes on losing', () => {
    const [greedy, , some, , much] = studies;
    const lost = ({ regret }: Study, mail: number) => regret[mail];
    expect(greedy.foundBest).toBeLessThan(0.5);
    expect(much.foundBest).toBeGreaterThan(0.7);
    expect(lost(some, 1000)).toBeLessThan(lost(greedy, 1000));
    expect(lost(some, 1000)).toBeLessThan(lost(much, 1000));
    // ε 0.5, a mean of 0.166 against 0.24, 500 mails; what is lost later is hardly more than that.
    expect(500 * much.trying).toBeCloseTo(0.5 * 0.074 * 500, 9);
    expect(Math.abs(lost(much, 1000) - lost(much, 500) - 500 * much.trying)).toBeLessThan(4);
    const [first, second, third] = moral(studies, 0.2);
    expect(first).toContain(`${lost(greedy, 1000).toFixed(0)} opens were lost`);
    expect(second).toContain('Trying alone costs 18.5 in every half');
    expect(third).toContain('Your ε 0.2 lost');
  });

  it('does not say so where the numbers do not', () => {
    const flat = (study: Study, end: number): Study => ({
      ...study,
      regret: study.regret.map((_, day) => Math.min(day, 100) * (end / 100)),
    });
    const turned = studies.map((one, k) => flat(one, 10 + k));
    const [first, , third] = moral(turned, 0);
    expect(first).toContain('Here that was nevertheless the least');
    expect(third).toContain('That was your ε');
  });
});
