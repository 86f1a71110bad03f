import { type ConstantContext, checkConstant, checkProperties, type FormulaSource } from './checkConstant.ts';
import type { Segment } from './program.ts';
import type { ScenarioFile } from './schema.ts';

/** Checks the kinds of users; a file without segments has one, of everyone. */
export function checkSegments(file: ScenarioFile, context: ConstantContext): Segment[] {
  const { names, checker } = context;
  const entries = Object.entries(file.segments);
  if (entries.length === 0) return [{ name: 'everyone', share: 1, properties: {} }];
  const mistakes = checker.problems.length;
  const segments = entries.map(([name, given]): Segment => {
    const properties = checkProperties(
      ['segments', name],
      given,
      names.segmentProperties,
      'segment',
      context,
    );
    const share = checkConstant(given.share as FormulaSource, ['segments', name, 'share'], context);
    return { name, share, properties };
  });
  if (checker.problems.length === mistakes) checkShares(segments, context);
  return segments;
}

function checkShares(segments: readonly Segment[], { checker }: ConstantContext): void {
  const total = segments.reduce((sum, segment) => sum + segment.share, 0);
  const negative = segments.find((segment) => segment.share < 0);
  if (negative)
    checker.report(['segments', negative.name, 'share'], `a share is not negative, got ${negative.share}`);
  else if (Math.abs(total - 1) > 1e-6)
    checker.reportKey(['segments'], `shares add up to 1, these to ${total}`);
}
