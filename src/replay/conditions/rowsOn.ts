import { UNBORN } from '../../../environments/population/people.ts';
import { weekdayOn, yeardayOn } from '../../../environments/scenario/calendar.ts';
import { fractionsOf, nearestMember } from '../../../environments/scenario/domain.ts';
import type { Expression } from '../../../environments/scenario/expression.ts';
import { FAMILIES, type Program } from '../../../environments/scenario/program.ts';
import type { Evening } from '../cursor.ts';
import { everyonesActionsOn, shapeOfRecording } from '../recording.ts';
import type { Replay } from '../replay.ts';
import { featureOf } from './featureOf.ts';
import type { RowNames } from './rowValues.ts';

/** The values that the names of a condition have for every user on the evening of a day. */
export class RowsOn implements RowNames {
  readonly rows: number;
  readonly #replay: Replay;
  readonly #program: Program;
  readonly #evening: Evening;
  readonly #words: Readonly<Record<string, () => Float64Array>>;

  constructor(replay: Replay, day: number) {
    this.rows = replay.people;
    this.#replay = replay;
    this.#program = replay.recording.program;
    this.#evening = replay.evening(day);
    this.#words = { ...this.#wordsOfTime(day), ...this.#wordsOfUsers(day) };
  }

  reference({ source, name }: Extract<Expression, { kind: 'reference' }>): Float64Array {
    const { parameters, segments } = this.#program;
    switch (source) {
      case 'parameter':
        return this.#constant(parameters.find((one) => one.name === name)?.value ?? Number.NaN);
      case 'segment':
        return through(
          this.#evening.segments,
          segments.map(({ properties }) => properties[name]),
        );
      case 'observed':
        return this.#ofDeciders(featureOf(this.#program, name, this.#evening.observation.features));
      case 'trait':
      case 'state':
        return this.#column(name);
      default:
        return this.#words[name]();
    }
  }

  attribute(name: string): Float64Array {
    const values = this.#program.actions.map(({ family, attributes }) =>
      name === 'family' ? FAMILIES.indexOf(family) : attributes[name],
    );
    return through(this.#actions(), values);
  }

  #wordsOfTime(day: number): Record<string, () => Float64Array> {
    const { starts } = this.#program;
    const { bornOn } = this.#evening;
    return {
      day: () => this.#constant(day),
      weekday: () => this.#constant(weekdayOn(starts, day)),
      yearday: () => this.#constant(yeardayOn(starts?.number, day)),
      tenure: () => this.#each((row) => day - bornOn[row]),
    };
  }

  #wordsOfUsers(day: number): Record<string, () => Float64Array> {
    const { stages, segments, channels, rewards } = this.#evening;
    const channel = channels ?? new Uint8Array(stages.length);
    const costs = this.#program.arrivals?.channels.map(({ cost }) => cost) ?? [];
    const lives = this.#program.stages.map(({ absorbing }) => Number(!absorbing));
    const value = () => this.#ofDeciders(this.#evening.column('sum_return'));
    return {
      stage: () => new Float64Array(stages),
      segment: () => new Float64Array(segments),
      action: () => new Float64Array(this.#actions()),
      channel: () => new Float64Array(channel),
      'channel.cost': () => through(channel, [0, ...costs, 0]),
      user: () => this.#each((row) => row),
      reward: () => this.#ofDeciders(rewards),
      value,
      ltv: value,
      left: () => this.#left(day),
      here: () => through(stages, lives),
      moved: () => this.#moved(),
      leaves: () => this.#leaves(day),
    };
  }

  #left(day: number): Float64Array {
    const days = this.#replay.leavingDays();
    return this.#each((row) => (days[row] === day ? 1 : 0));
  }

  #leaves(day: number): Float64Array {
    this.#replay.liveUntil(this.#replay.days);
    const days = this.#replay.leavingDays();
    return this.#each((row) => (days[row] < 0 ? Number.POSITIVE_INFINITY : days[row] - day));
  }

  #moved(): Float64Array {
    const [morning, { stages }] = [this.#morning(), this.#evening];
    return this.#each((row) => (morning[row] === UNBORN || morning[row] === stages[row] ? 0 : 1));
  }

  /** Stage index of every user in the morning; nobody has one on day 0. */
  #morning(): Uint8Array {
    const { day, stages } = this.#evening;
    return day > 0 ? this.#replay.stagesOn(day - 1) : new Uint8Array(stages.length).fill(UNBORN);
  }

  /** The first action for who was not there in the morning. */
  #actions(): Uint8Array {
    const actions = new Uint8Array(this.rows);
    const { day } = this.#evening;
    if (day === 0) return actions;
    const [taken, morning] = [everyonesActionsOn(this.#replay.recording, day), this.#morning()];
    const lives = this.#program.stages.map(({ absorbing }) => !absorbing);
    for (let row = 0; row < this.rows; row++) if (lives[morning[row]]) actions[row] = taken[row];
    return actions;
  }

  #column(name: string): Float64Array {
    const column = this.#evening.column(name);
    const declared = this.#program.state.find((variable) => variable.name === name);
    const members = declared && fractionsOf(declared);
    return members ? this.#each((row) => nearestMember(members, column[row])) : new Float64Array(column);
  }

  /** What there is once for a product is the same for all its users. */
  #ofDeciders(values: Float32Array | Float64Array): Float64Array {
    if (!this.#program.decision) return new Float64Array(values);
    const { places } = shapeOfRecording(this.#replay.recording);
    return this.#each((row) => values[Math.floor(row / places)]);
  }

  #constant(value: number): Float64Array {
    return new Float64Array(this.rows).fill(value);
  }

  #each(tell: (row: number) => number): Float64Array {
    const values = new Float64Array(this.rows);
    for (let row = 0; row < values.length; row++) values[row] = tell(row);
    return values;
  }
}

/** A value for each index that a column may hold. */
function through(column: Uint8Array, values: readonly number[]): Float64Array {
  const found = new Float64Array(column.length);
  for (let row = 0; row < found.length; row++) found[row] = values[column[row]];
  return found;
}
