import type {
  Agent,
  EnvironmentSpec,
  LearningFigures,
  Observation,
  Snapshot,
} from '../../../environments/contract.ts';
import type { AgentContext, AgentKind } from '../../kinds.ts';
import type { Backend } from '../backend.ts';
import { endsEpisode } from '../episodeEnd.ts';
import { type Kept, keptArrays, keptTogether } from '../kept.ts';
import { Encoder } from './encoder.ts';
import { EventScale } from './eventScale.ts';
import { eventShape } from './eventShape.ts';
import { HistoryLog } from './historyLog.ts';
import { HISTORY_SETTINGS, type HistorySettings } from './historySettings.ts';
import { HistoryTracker } from './historyTracker.ts';
import { type PretrainFigures, pretrain } from './pretrain.ts';
import { rememberingPolicy } from './rememberingPolicy.ts';
import { sparingPolicy } from './sparingPolicy.ts';

type Values = Readonly<Record<HistorySettings, number>>;
/** stretches of days per gradient step of the encoder */
const ROWS = 256;
const LEARNING_RATE = 0.003;

/**
 * The same agent with a memory: it sees, beside the features, what a recurrent network made of each user's days.
 *
 * The first episode is lived without learning to act: users are contacted now and then, and the network is taught,
 * without rewards, to guess the masked parts of their days. From the second episode on it stays as it is.
 *
 * Source: masked events as in Devlin et al. (2019), read from one side by the unit of Cho et al. (2014).
 */
export function withHistory<Settings extends string>(
  kind: AgentKind<Settings>,
  name: string,
): AgentKind<Settings | HistorySettings> {
  return {
    name,
    about: `${kind.name} on what a recurrent network remembers of each user's days; the network learns without rewards`,
    source: `${kind.source}; Cho et al. (2014); Devlin et al. (2019)`,
    networks: 'recurrent',
    hyperparameters: { ...kind.hyperparameters, ...HISTORY_SETTINGS },
    create: (spec, context, settings) => historyAgent(kind, spec, context, settings),
  };
}

function historyAgent<Settings extends string>(
  kind: AgentKind<Settings>,
  spec: EnvironmentSpec,
  context: AgentContext,
  settings: Values & Readonly<Record<Settings, number>>,
): Agent {
  const { tensors, key } = context;
  if (!tensors) throw new Error(`${kind.name} with a memory needs TensorFlow.js: the tensors of openCompute`);
  const units = Math.round(settings.historyUnits);
  const features = [...spec.features, ...HistoryTracker.featureNames(units)];
  const trainingDays = Math.max(context.trainingDays - spec.horizon, 1);
  const inner = kind.create({ ...spec, features }, { ...context, trainingDays }, settings);
  const encoder = new Encoder(tensors, eventShape(spec), units, key);
  const scale = new EventScale(spec.features.length);
  const tracker = () => new HistoryTracker(tensors, encoder, scale);
  const own = tracker();
  const sparing = sparingPolicy(spec.actions.length, key);
  const newLog = () => new HistoryLog(spec.users, spec.features.length, Math.round(settings.historyUsers));
  let log = newLog();
  /** 1: the encoder has been taught */
  const taught = new Float64Array(1);
  /** Somebody's first day, where it is not the one that was read last, and reading it changes nothing. */
  const look = (observation: Observation) =>
    own.made(observation.features) ?? tracker().read(observation, undefined);
  const memory = keptTogether([encoder.kept, scale.kept, keptArrays({ 'history.taught': taught })]);
  return {
    selectActions: (observation, actions) =>
      taught[0] === 0
        ? sparing.selectActions(observation, actions)
        : inner.selectActions(look(observation), actions),
    actionProbabilities: (observation, into) =>
      taught[0] === 0
        ? sparing.actionProbabilities!(observation, into)
        : inner.actionProbabilities!(look(observation), into),
    update(step, actions, next): LearningFigures {
      if (taught[0] === 0) {
        if (step.stepType === 'first') log = newLog();
        scale.see(step.observation, next.observation);
        log.add(step.observation, actions, next.observation);
        if (!endsEpisode(next, spec)) return {};
        taught[0] = 1;
        const figures = teach(tensors, encoder, log, scale, { ...settings, key });
        log = newLog();
        return { ...figures };
      }
      if (step.stepType === 'first') own.reset();
      const before = own.made(step.observation.features) ?? own.read(step.observation, undefined);
      const after = own.read(next.observation, actions);
      const figures = inner.update({ ...step, observation: before }, actions, {
        ...next,
        observation: after,
      });
      if (endsEpisode(next, spec)) own.reset();
      return figures;
    },
    greedy: () => rememberingPolicy(inner.greedy(), tracker()),
    save: () => withInner(memory, inner.save),
    restore(snapshot) {
      restoreBoth(memory, inner.restore, snapshot);
      own.reset();
      log = newLog();
    },
    ...(inner.estimates && { estimates: (observation) => inner.estimates!(look(observation)) }),
    savePolicy: () => withInner(memory, inner.savePolicy ?? inner.save),
    restorePolicy: (snapshot) => restoreBoth(memory, inner.restorePolicy ?? inner.restore, snapshot),
  };
}

function teach(
  tensors: Backend,
  encoder: Encoder,
  log: HistoryLog,
  scale: EventScale,
  { historyDays, historySteps, maskProbability, key }: Values & { readonly key: number },
): PretrainFigures {
  return pretrain(tensors, encoder, log, scale, {
    rows: ROWS,
    days: Math.min(Math.round(historyDays), log.days),
    probability: maskProbability,
    key,
    steps: Math.round(historySteps),
    learningRate: LEARNING_RATE,
  });
}

const INNER = 'agent.';

function withInner(memory: Kept, save: () => Snapshot): Snapshot {
  const inner = Object.entries(save()).map(([name, value]) => [`${INNER}${name}`, value]);
  return { ...memory.save(), ...Object.fromEntries(inner) };
}

/** The inner agent last: if it refuses its part, nothing has changed yet. */
function restoreBoth(memory: Kept, restore: (snapshot: Snapshot) => void, snapshot: Snapshot): void {
  const change = memory.restore(snapshot);
  const inner = Object.entries(snapshot).filter(([name]) => name.startsWith(INNER));
  restore(Object.fromEntries(inner.map(([name, value]) => [name.slice(INNER.length), value])));
  change();
}
