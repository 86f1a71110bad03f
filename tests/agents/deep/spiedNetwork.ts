import type { Network } from '../../../agents/deep/networks/network.ts';

/** One gradient step that a network was asked for: copies of what it was given. */
export interface TrainedStep {
  readonly inputs: Float32Array;
  readonly rows: number;
  readonly targets: unknown;
  readonly rate: number;
}

/** A network that also notes what it is trained on. */
export function spied(network: Network): { network: Network; steps: TrainedStep[] } {
  const steps: TrainedStep[] = [];
  const train: Network['train'] = (inputs, rows, loss, targets, rate) => {
    const used = inputs.slice(0, rows * network.description.inputs);
    steps.push({ inputs: used, rows, targets: structuredClone(targets), rate });
    return network.train(inputs, rows, loss, targets, rate);
  };
  return { steps, network: withTrain(network, train) };
}

function withTrain(network: Network, train: Network['train']): Network {
  return {
    description: network.description,
    forward: (inputs, rows) => network.forward(inputs, rows),
    train,
    parameters: () => network.parameters(),
    assign: (parameters) => network.assign(parameters),
    state: () => network.state(),
    restore: (state) => network.restore(state),
    dispose: () => network.dispose(),
  };
}
