import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { layersOf, type NetworkDescription, parameterCount } from './description.ts';

const WEIGHTS = purposeOf('initial weights');

/**
 * The first weights of a network, uniform between ±√(3 g² / inputs), biases 0. The variance g² / inputs keeps the
 * size of the signal from layer to layer: g² is 2 before a rectifier, 1 before tanh or nothing, and the square of
 * `outputGain` in the last layer.
 *
 * Source: LeCun et al. (1998), section 4.6; He et al. (2015), section 2.2. The small last layer of policies: Andrychowicz et
 * al. (2021), section 3.2.
 *
 * @param key 32-bit key of the random stream
 * @param name of the network, so that two networks of one agent begin differently
 */
export function initialWeights(description: NetworkDescription, key: number, name: string): Float32Array {
  const parameters = new Float32Array(parameterCount(description));
  const { outputGain } = description;
  let at = 0;
  for (const [layer, { inputs, outputs, activation }] of layersOf(description).entries()) {
    const gain = activation === 'relu' ? Math.SQRT2 : activation === 'tanh' ? 1 : outputGain;
    const limit = gain * Math.sqrt(3 / inputs);
    const { a, b } = drawKey(key, layer, (WEIGHTS ^ purposeOf(name)) >>> 0);
    for (let k = 0; k < inputs * outputs; k++) parameters[at++] = limit * (2 * uniformDraw(k, a, b) - 1);
    at += outputs;
  }
  return parameters;
}
