import { type AgentKind, settingsOf } from '../../agents/kinds.ts';
import type { Agent } from '../../environments/contract.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { openEngine } from './engines.ts';
import { playEpisode, type Spent, trainEpisode } from './episodes.ts';
import type { EngineName } from './options.ts';
import { progress } from './progress.ts';

/** So many episodes are announced to the agent, so that what changes over the training hardly does. */
const EPISODES = 1000;

/** An agent that is measured. */
export interface SubjectPlan {
  readonly kind: AgentKind;
  /** undefined for agents without networks */
  readonly engine: EngineName | undefined;
  readonly users: number;
  /** in an episode */
  readonly days: number;
  readonly settings?: Readonly<Record<string, number>>;
}

/** What was measured of an agent, episode by episode. */
export interface Measured {
  readonly plan: SubjectPlan;
  readonly training: readonly Spent[];
  readonly play: readonly Spent[];
}

/** User-days per second, by the clock or of CPU time, of the best episode by that measure. */
export function fastest(episodes: readonly Spent[], measure: 'seconds' | 'cpuSeconds'): number {
  return Math.max(...episodes.map((spent) => spent.userDays / spent[measure]));
}

/** An agent in its world, measured episode by episode. */
export class Subject implements Measured {
  readonly plan: SubjectPlan;
  training: Spent[] = [];
  play: Spent[] = [];
  readonly #environment: PopulationEnvironment;
  readonly #agent: Agent;
  #episode = 0;

  private constructor(plan: SubjectPlan, environment: PopulationEnvironment, agent: Agent) {
    this.plan = plan;
    this.#environment = environment;
    this.#agent = agent;
  }

  static async open(plan: SubjectPlan, program: Program): Promise<Subject> {
    const { kind, users, days, settings } = plan;
    const environment = new PopulationEnvironment({ ...program, horizon: days }, { users });
    const context = { key: 1, trainingDays: EPISODES * days, ...(await compute(plan)) };
    return new Subject(
      plan,
      environment,
      kind.create(environment.spec, context, settingsOf(kind, settings ?? {})),
    );
  }

  /** Episodes of training, each with one of play, for at least so many seconds. @returns seconds of one of them */
  async run(seconds: number): Promise<number> {
    await compute(this.plan);
    const begun = performance.now();
    let episodes = 0;
    do {
      this.training.push(trainEpisode(this.#environment, this.#agent, `bench/${this.#episode++}`));
      this.play.push(playEpisode(this.#environment, this.#agent.greedy(), 'bench/played'));
      episodes++;
    } while (performance.now() - begun < 1000 * seconds);
    return (performance.now() - begun) / 1000 / episodes;
  }

  /** Forgets what was measured. */
  forget(): void {
    this.training = [];
    this.play = [];
  }
}

/** Opens the engine for a turn. */
async function compute({ kind, engine }: SubjectPlan) {
  return kind.networks && engine && openEngine(engine, kind.networks);
}

/** How long agents are measured. */
export interface Patience {
  /** turns after the first one, which warms up */
  readonly rounds: number;
  /** shortest turn, in seconds */
  readonly turn: number;
  /** whose episode takes longer than this, in seconds, has one turn only */
  readonly longest: number;
}

/** Measures agents in turns, as the machine is never the same for long. */
export async function measureInTurns(
  plans: readonly SubjectPlan[],
  program: Program,
  { rounds, turn, longest }: Patience,
): Promise<Measured[]> {
  const subjects: Subject[] = [];
  const slow = new Set<Subject>();
  for (const plan of plans) {
    progress(`${titleOf(plan)}, warming up`);
    const subject = await Subject.open(plan, program);
    if ((await subject.run(turn)) > longest) slow.add(subject);
    subject.forget();
    subjects.push(subject);
  }
  for (let round = 1; round <= rounds; round++) {
    for (const subject of subjects) {
      if (round > 1 && slow.has(subject)) continue;
      progress(`${titleOf(subject.plan)}, turn ${round} of ${rounds}`);
      await subject.run(turn);
    }
  }
  progress('');
  return subjects;
}

function titleOf({ kind, engine, users }: SubjectPlan): string {
  return `${kind.name}${engine ? ` on ${engine}` : ''}, ${users.toLocaleString('en')} users`;
}
