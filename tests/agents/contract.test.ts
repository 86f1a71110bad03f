import { AGENTS, policiesOf } from '../../agents/index.ts';
import { agentContract } from '../contracts/agentContract.ts';
import { policyContract } from '../contracts/policyContract.ts';
import { restInvestLeave } from '../support/restInvestLeave.ts';

for (const kind of AGENTS) agentContract(kind);
for (const kind of policiesOf(restInvestLeave(1, 1).spec)) policyContract(kind);
