import type { ExplainedDraw } from '../../../../environments/scenario/explain.ts';
import { apart, figure } from '../../formatNumber.ts';
import type { Glyphs } from '../../glyphs.ts';

/** How a draw came out: `draw 0.123 < 0.402 → yes`, `draw 0.87 → normal(0, 1) = 1.126`, `draw poisson(2.5) = 4`. */
export function drawWords(draw: ExplainedDraw, glyphs: Glyphs): string {
  const { distribution, arguments: numbers, uniform, value } = draw;
  if (distribution === 'bernoulli' && uniform !== undefined)
    return `draw ${verdict(uniform, numbers[0], glyphs)}`;
  const law = `${distribution}(${numbers.map((number) => figure(number)).join(', ')}) = ${figure(value)}`;
  return uniform === undefined ? `draw ${law}` : `draw ${figure(uniform)} ${glyphs.arrow} ${law}`;
}

/** Whether a uniform fell below a threshold: `0.123 < 0.402 → yes`. */
export function verdict(uniform: number, threshold: number, { arrow, atLeast }: Glyphs): string {
  const below = uniform < threshold;
  const [left, right] = apart(uniform, threshold);
  return `${left} ${below ? '<' : atLeast} ${right} ${arrow} ${below ? 'yes' : 'no'}`;
}
