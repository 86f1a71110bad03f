import { expect, it } from 'vitest';
import { classic, solved, stateWith, worth } from '../solved.ts';

const program = classic('toymaker');

it("Howard's toymaker: gains of the four policies", () => {
  const result = solved(program);
  const gain = (policy: string) => worth(program, result, policy).value;
  expect(gain('none')).toBeCloseTo(1, 12);
  expect(gain('whenOut')).toBeCloseTo(17 / 12, 12);
  expect(gain('whenIn')).toBeCloseTo(5 / 3, 12);
  expect(gain('always:advertise')).toBeCloseTo(2, 12);
  expect(result.solution.optimum).toBeCloseTo(2, 12);
});

it("Howard's toymaker: advertising is best, and favour is worth 10 more (chapter 4)", () => {
  const result = solved(program);
  const [out, inFavour] = [0, 1].map((favour) => stateWith(result, { favour }));
  expect(inFavour.value - out.value).toBeCloseTo(10, 12);
  expect([out.actions, inFavour.actions]).toEqual([['advertise'], ['advertise']]);
});

it("Howard's toymaker: with a discount of .9 the optimum is 22.197802, 12.307692", () => {
  const result = solved(program, { kind: 'discounted', discount: 0.9 });
  expect(stateWith(result, { favour: 1 }).value).toBeCloseTo(22.197802, 6);
  expect(stateWith(result, { favour: 0 }).value).toBeCloseTo(12.307692, 6);
});

it("Howard's toymaker: the best over so many years (table 3.1), from the last one backwards", () => {
  // n, in favour, out of favour, advertises in favour, out of favour
  const table: [number, number, number, boolean, boolean][] = [
    [1, 6, -3, false, false],
    [2, 8.2, -1.7, true, true],
    [3, 10.22, 0.23, true, true],
    [4, 12.222, 2.223, true, true],
  ];
  for (const [days, favoured, out, ...advertises] of table) {
    const result = solved(program, { kind: 'horizon', days });
    const states = [1, 0].map((favour) => stateWith(result, { favour }));
    expect(states[0].value).toBeCloseTo(favoured, 10);
    expect(states[1].value).toBeCloseTo(out, 10);
    expect(states.map(({ actions }) => actions)).toEqual(
      advertises.map((yes) => [yes ? 'advertise' : 'none']),
    );
  }
});
