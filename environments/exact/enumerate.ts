import type { Program } from '../scenario/program.ts';
import { assembleProcess, type Found, type Row } from './assembleProcess.ts';
import { TooManyBranches } from './branching.ts';
import { NotFiniteError, requireFinite } from './finite.ts';
import { type FiniteDecisionProcess, keyOf } from './process.ts';
import { UserDay, type UserState, type Way } from './userDay.ts';

/** How much is enumerated at most. */
export interface EnumerationLimits {
  readonly states: number;
  /** next states, over all states and actions */
  readonly transitions: number;
}

export const ENUMERATION_LIMITS: EnumerationLimits = { states: 200_000, transitions: 20_000_000 };

/**
 * Builds the exact decision process of one user's life: every state that can be reached from birth, under any actions.
 *
 * @throws NotFiniteError if the program is not finite, or larger than the limits; it says what made it so
 */
export function enumerate(
  program: Program,
  limits: EnumerationLimits = ENUMERATION_LIMITS,
): FiniteDecisionProcess {
  requireFinite(program);
  return new Enumeration(program, limits).run();
}

class Enumeration {
  readonly #program: Program;
  readonly #limits: EnumerationLimits;
  readonly #user: UserDay;
  readonly #found: Found[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #entry = new Map<number, number>();
  readonly #left = new Set<number>();
  #transitions = 0;

  constructor(program: Program, limits: EnumerationLimits) {
    this.#program = program;
    this.#limits = limits;
    this.#user = new UserDay(program);
  }

  run(): FiniteDecisionProcess {
    try {
      const born: [number, UserState][] = [];
      this.#user.born((probability, state) => born.push([probability, state]));
      for (const [probability, state] of born) add(this.#entry, this.#numberOf(state), probability);
      // The list grows while it is gone through.
      for (const found of this.#found) found.rows = this.#rowsOf(found);
    } catch (error) {
      if (!(error instanceof TooManyBranches)) throw error;
      throw new NotFiniteError(
        `${this.#program.name}: one day can go in more than 100000 ways; use fewer or simpler draws`,
      );
    }
    return assembleProcess(this.#program, this.#user.carried, {
      found: this.#found,
      entry: this.#entry,
      left: this.#left,
      numbers: this.#numbers,
    });
  }

  #rowsOf({ state, available }: Found): Row[] {
    if (this.#isOver(state)) return available.map(() => ({ reward: 0, next: new Map() }));
    const first = Math.max(available.indexOf(true), 0);
    const rows = available.map((may, action) =>
      may || action === first ? this.#live(state, action) : undefined,
    );
    return rows.map((row) => row ?? (rows[first] as Row));
  }

  /** Where the day is counted, life is followed up to the horizon. */
  #isOver(state: UserState): boolean {
    const clock = this.#user.carried.findIndex(({ kind }) => kind === 'day');
    return clock >= 0 && state[clock] >= this.#program.horizon;
  }

  #live(state: UserState, action: number): Row {
    const row: Row = { reward: 0, next: new Map() };
    const ways: Way[] = [];
    try {
      this.#user.lived(state, action, (way) => ways.push(way));
    } catch (error) {
      if (!(error instanceof NotFiniteError)) throw error;
      const where = this.#user.carried.map(({ name }, k) => `${name} ${state[k]}`).join(', ');
      throw new NotFiniteError(`${error.message}; after ${this.#program.actions[action].name} in ${where}`);
    }
    for (const { probability, reward, to, stage } of ways) {
      row.reward += probability * reward;
      if (to === undefined) this.#left.add(stage);
      else add(row.next, this.#numberOf(to), probability);
    }
    this.#transitions += row.next.size;
    if (this.#transitions > this.#limits.transitions)
      throw this.#tooLarge(`more than ${this.#limits.transitions} transitions`);
    return row;
  }

  #numberOf(state: UserState): number {
    const key = keyOf(state);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#found.length === this.#limits.states)
      throw this.#tooLarge(`more than ${this.#limits.states} states`);
    this.#found.push({ state, ...this.#user.seen(state), rows: [] });
    this.#numbers.set(key, this.#found.length - 1);
    return this.#found.length - 1;
  }

  #tooLarge(how: string): NotFiniteError {
    const made = this.#user.carried.map(
      ({ name }, k) => `${name} ${new Set(this.#found.map(({ state }) => state[k])).size}`,
    );
    return new NotFiniteError(
      `${this.#program.name} has ${how}, which is more than is solved; values found so far: ${made.join(' × ')}`,
    );
  }
}

function add(map: Map<number, number>, key: number, amount: number): void {
  map.set(key, (map.get(key) ?? 0) + amount);
}
