import { describe, expect, it } from 'vitest';
import { tellFork } from '../../../../src/replay/forks/tellFork.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { forkWords } from '../../../../src/ui/replay/forkWords.ts';
import { recorded } from '../../replay/forks/recorded.ts';

const glyphs = glyphsOf('unicode');

describe('forkWords(told, program, glyphs)', () => {
  it('tells of one user with its luck and with others', async () => {
    const { replay, decider, program } = recorded('closed', 'reminder');
    const told = await tellFork(
      replay,
      { who: { kind: 'user', user: 0 }, action: 1, day: 1, days: 1 },
      decider,
    );
    expect(forkWords(told, program, glyphs)).toMatchInlineSnapshot(`
      [
        "with the same luck: here on day 12 either way; rewards −0.0625, contacts +1, cost +0.0625 from day 1 on",
        "with other lucks: of 400 from that morning on 74.0% are here on day 12, the same ones with the fork; rewards −0.0496 [−0.0917, −0.00745]",
      ]
    `);
  });

  it('says that nothing changes where it was done anyway', async () => {
    const { replay, decider, program } = recorded('closed', 'reminder');
    const told = await tellFork(
      replay,
      { who: { kind: 'user', user: 0 }, action: 0, day: 1, days: 1 },
      decider,
    );
    expect(forkWords(told, program, glyphs)).toMatchInlineSnapshot(`
      [
        "with the same luck: here on day 12; the fork changes nothing for this user",
        "with other lucks: of 400 from that morning on 74.0% are here on day 12, the same ones with the fork; rewards 0 [0, 0]",
        "this is what was done anyway",
      ]
    `);
  });

  it('tells what was not available where it was given to many', async () => {
    const { replay, decider, program } = recorded('not always available', 'reminder');
    const choice = { who: { kind: 'everyone' }, action: 1, day: 3, days: Infinity } as const;
    expect(forkWords(await tellFork(replay, choice, decider), program, glyphs)).toMatchInlineSnapshot(`
      [
        "greet was not available in 95 of 190 decisions; the first available action was given",
      ]
    `);
  });

  it('tells of a product, and of a recording whose policy is not at hand', async () => {
    const { replay, program } = recorded('product', 'serveLow');
    const choice = { who: { kind: 'user', user: 3 }, action: 1, day: 8, days: 1 } as const;
    expect(forkWords(await tellFork(replay, choice, undefined), program, glyphs)).toMatchInlineSnapshot(`
      [
        "with the same luck: here on day 42 either way",
        "with other lucks: not told: product-shop takes one decision for a whole product: nobody there lives alone",
        "no policy is at hand: recorded actions go on",
      ]
    `);
  });
});
