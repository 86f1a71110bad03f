import { type ChoiceControl, type NumberControl, type Value, valueText } from './control.ts';
import type { Judgement } from './lesson.ts';

/** How a predicted choice did. */
export function judgeChoice(control: ChoiceControl, said: Value, was: string): Judgement {
  return {
    name: control.name,
    said: valueText(control, said),
    was: valueText(control, was),
    right: said === was,
  };
}

/**
 * How a predicted number did. It counts as right where it is as near as its own step allows.
 *
 * @param digits decimals of what came out
 */
export function judgeNumber(control: NumberControl, said: Value, was: number, digits: number): Judgement {
  const off = Math.abs(Number(said) - was);
  return {
    name: control.name,
    said: valueText(control, said),
    was: valueText(control, was.toFixed(digits)),
    right: off <= control.step / 2,
    off: Number(off.toFixed(digits)),
  };
}

/** A judgement as a sentence. */
export function judgementText({ said, was, right, off }: Judgement): string {
  if (right)
    return off
      ? `You said ${said}, and it was ${was}: as near as could be.`
      : `You said ${said}, and so it was.`;
  return `You said ${said}; it was ${was}${off === undefined ? '' : `: ${off} off`}.`;
}
