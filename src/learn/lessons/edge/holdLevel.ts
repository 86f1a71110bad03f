import { random } from '../../../../agents/rules/random.ts';
import type { Policy } from '../../../../environments/contract.ts';
import { drawKey, uniformDraw } from '../../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../../environments/random/purpose.ts';
import type { Program } from '../../../../environments/scenario/program.ts';

const TRY = purposeOf('try anything');

/**
 * Holds the pressure at a level, and with some probability does anything instead.
 *
 * @param key 32-bit key of the random stream that it tries things with
 */
export function holdLevel(
  { actions, observe }: Program,
  level: number,
  epsilon: number,
  key: number,
): Policy {
  const pressureAt = observe.findIndex(({ name }) => name === 'pressure');
  const [message, reminder, none] = ['message', 'reminder', 'none'].map((name) =>
    actions.findIndex((action) => action.name === name),
  );
  const anything = random(actions.length, key);
  let day = 0;
  return {
    selectActions(observation, chosen) {
      const { a, b } = drawKey(key, day++, TRY);
      anything.selectActions(observation, chosen);
      for (let i = 0; i < chosen.length; i++) {
        if (observation.active[i] === 0 || uniformDraw(i, a, b) < epsilon) continue;
        const pressure = observation.features[i * observe.length + pressureAt];
        chosen[i] = pressure < level ? message : pressure === level ? reminder : none;
      }
    },
  };
}
