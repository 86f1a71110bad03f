import { openCompute } from '../../agents/deep/engine.ts';
import { AGENTS, policiesOf } from '../../agents/index.ts';
import { agentContract } from '../contracts/agentContract.ts';
import { policyContract } from '../contracts/policyContract.ts';
import { restInvestLeave } from '../support/restInvestLeave.ts';

const compute = await openCompute('simd', 'recurrent');
for (const kind of AGENTS) agentContract(kind, compute);
for (const kind of policiesOf(restInvestLeave(1, 1).spec)) policyContract(kind);
