import type { Loss } from './loss.ts';

/** Mean of (v − y)² / 2 for networks with one output. Its minimum is the mean of what follows, as a value must be. */
export const squaredErrorLoss: Loss<Float32Array> = {
  plain(outputs, rows, wanted, gradient) {
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      const error = outputs[i] - wanted[i];
      sum += (error * error) / 2;
      gradient[i] = error / rows;
    }
    return sum / rows;
  },
  tensors(tf, outputs, wanted) {
    const rows = outputs.shape[0];
    const error = tf.sub(tf.reshape(outputs, [rows]), tf.tensor1d(wanted.subarray(0, rows)));
    return tf.div(tf.mean(tf.square(error)), 2);
  },
};
