import type { EnvironmentSpec, LearningFigures, Snapshot } from '../../environments/contract.ts';
import { ActionValues } from './actionValues.ts';
import type { StepSize } from './stepSize.ts';
import type { TabularMemory } from './tabularAgent.ts';
import { TdErrors } from './tdErrors.ts';

/** Two tables that learn from different transitions, and their mean, by which the agent acts. */
export class DoubleValues implements TabularMemory {
  readonly table: ActionValues;
  readonly tables: readonly [ActionValues, ActionValues];
  readonly #tdErrors = new TdErrors();
  readonly #combine = (cell: number): void => {
    const [one, other] = this.tables;
    const value = (one.values[cell] + other.values[cell]) / 2;
    this.table.put(cell, value, (one.averages[cell] + other.averages[cell]) / 2);
  };

  constructor(
    { stateCount, actions }: EnvironmentSpec,
    { initialValue }: Readonly<Record<'initialValue', number>>,
  ) {
    const make = () => new ActionValues(stateCount, actions.length, initialValue, this.#tdErrors);
    this.table = make();
    this.tables = [make(), make()];
  }

  apply(stepSize: StepSize): LearningFigures {
    for (const table of this.tables) table.move(stepSize, this.#combine);
    return { tdError: this.#tdErrors.take() };
  }

  save(): Snapshot {
    const [one, other] = this.tables.map((table) => table.save());
    return { ...one, values2: other['values'], averages2: other['averages'], visits2: other['visits'] };
  }

  /** @throws RangeError if the snapshot is of tables of another size */
  restore(snapshot: Snapshot): void {
    const { values2: values, averages2: averages, visits2: visits } = snapshot;
    const second = { values, averages, visits } as Snapshot;
    this.tables[1].check(second);
    this.tables[0].restore(snapshot);
    this.tables[1].restore(second);
    for (let cell = 0; cell < this.table.values.length; cell++) this.#combine(cell);
  }
}
