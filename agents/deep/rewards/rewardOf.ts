import type { EnvironmentSpec } from '../../../environments/contract.ts';
import { SettingError } from '../../kinds.ts';
import type { NetworkEngine } from '../networks/network.ts';
import type { FeatureScale } from '../scaling/featureScale.ts';
import type { DeepSettings } from '../settings.ts';
import { dailyReward } from './dailyReward.ts';
import type { LearnedReward } from './learnedReward.ts';
import { returnReward } from './returnReward.ts';
import { ReturnTimes } from './returnTimes.ts';

/**
 * The reward that the settings ask for.
 *
 * @param key 32-bit key of the random stream
 * @throws SettingError if it is about visits, and the scenario does not say what a visit is
 */
export function rewardOf(
  spec: EnvironmentSpec,
  { discount, returnShare: share, returnCap: cap }: Readonly<Record<DeepSettings, number>>,
  { engine, features, key }: { engine: NetworkEngine; features: FeatureScale; key: number },
): LearnedReward {
  if (share === 0) return dailyReward(discount);
  if (!spec.visits)
    throw new SettingError(
      `returnShare needs to know who came: scenario ${spec.name} does not say what a visit is; give it a "visit:" formula, or set returnShare to 0`,
    );
  return returnReward(spec, { discount, share, cap }, new ReturnTimes(engine, features, key));
}
