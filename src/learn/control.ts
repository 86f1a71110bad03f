/** Something that is set or predicted: one of a few words, or a number. */
export type Control = ChoiceControl | NumberControl;

interface Asked {
  /** one word, for the command line */
  readonly name: string;
  /** what is asked, in a few words */
  readonly ask: string;
}

/** One of a few words. */
export interface ChoiceControl extends Asked {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  /** where the sandbox begins; a prediction begins with none */
  readonly initial?: string;
}

/** One of them. */
export interface Choice {
  /** one word, for the command line */
  readonly value: string;
  readonly label: string;
}

/** A number within a range. */
export interface NumberControl extends Asked {
  readonly kind: 'number';
  /** lowest and highest */
  readonly range: readonly [number, number];
  /** by which an arrow key moves it, and of which it is a multiple above the lowest */
  readonly step: number;
  readonly unit?: string;
  readonly initial?: number;
}

/** A word or a number. */
export type Value = string | number;
/** Values by the names of their controls. */
export type Values = Readonly<Record<string, Value>>;

/** The initial values of the controls that have one. */
export function initialValues(controls: readonly Control[]): Values {
  return Object.fromEntries(
    controls.flatMap(({ name, initial }): [string, Value][] =>
      initial === undefined ? [] : [[name, initial]],
    ),
  );
}

/** The next (1) or previous (−1) value; of none the middle of a range, or the first or last choice. */
export function stepped(control: Control, value: Value | undefined, by: 1 | -1): Value {
  if (control.kind === 'choice') {
    const { choices } = control;
    const at = choices.findIndex((choice) => choice.value === value);
    const next = at < 0 ? (by > 0 ? 0 : choices.length - 1) : (at + by + choices.length) % choices.length;
    return choices[next].value;
  }
  const [lowest, highest] = control.range;
  if (typeof value !== 'number') return onGrid(control, (lowest + highest) / 2);
  return onGrid(control, Math.min(Math.max(value + by * control.step, lowest), highest));
}

/** The nearest value that a number control can have. */
export function onGrid({ range: [lowest, highest], step }: NumberControl, value: number): number {
  const steps = Math.round((Math.min(Math.max(value, lowest), highest) - lowest) / step);
  // Steps such as 0.05 are not exact: what is shown is what is meant.
  return Number((lowest + steps * step).toFixed(6));
}

/** How a value is written for people. */
export function valueText(control: Control, value: Value | undefined): string {
  if (value === undefined) return '?';
  if (control.kind === 'choice')
    return control.choices.find((choice) => choice.value === value)?.label ?? String(value);
  return control.unit === undefined ? String(value) : `${value} ${control.unit}`;
}

/** What may be given for a control, in words. */
export function expectedText(control: Control): string {
  if (control.kind === 'choice') return control.choices.map(({ value }) => value).join(' or ');
  const [lowest, highest] = control.range;
  return `a number from ${lowest} to ${highest}${control.unit === undefined ? '' : ` (${control.unit})`}`;
}

/** Reads a value as somebody typed it; undefined where it is none. */
export function parseValue(control: Control, typed: string): Value | undefined {
  const word = typed.trim();
  if (control.kind === 'choice') {
    const lower = word.toLowerCase();
    return control.choices.find(
      ({ value, label }) => lower === value.toLowerCase() || lower === label.toLowerCase(),
    )?.value;
  }
  const value = /^[-+]?(\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : Number.NaN;
  return value >= control.range[0] && value <= control.range[1] ? value : undefined;
}

/** Whether there is a possible value for every control. */
export function fits(controls: readonly Control[], values: Values): boolean {
  return controls.every((control) => {
    const value = values[control.name];
    return value !== undefined && parseValue(control, String(value)) === value;
  });
}
