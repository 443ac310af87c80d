import { Command } from 'commander';
import { version } from '../env/version.js';
import { declareAsk } from './ask/declare.js';
import { declareAudit } from './audit/declare.js';
import { declareBackup } from './backup/declare.js';
import { declareCompletion } from './completion/declare.js';
import { declareConversations } from './conversations/declare.js';
import { declareDoctor } from './doctor/declare.js';
import { declareFailures } from './failures/declare.js';
import { declareIngest } from './ingest/declare.js';
import { declareKeys, declareTokens } from './keys/declare.js';
import { declareLogin } from './login/declare.js';
import { declareMigrate } from './migrate/declare.js';
import { declareReplay } from './replay/declare.js';
import { declareRestore } from './restore/declare.js';
import { declareSimulate } from './simulate/declare.js';
import { declareTrigger } from './trigger/declare.js';

/** In the order of the help. */
const COMMANDS = [
  declareDoctor,
  declareLogin,
  declareAsk,
  declareIngest,
  declareConversations,
  declareFailures,
  declareReplay,
  declareTrigger,
  declareSimulate,
  declareBackup,
  declareRestore,
  declareMigrate,
  declareKeys,
  declareTokens,
  declareAudit,
  declareCompletion,
];

/** The whole command line. What a command does is loaded when it is called. */
export function recado(): Command {
  const program = new Command('recado')
    .description('Recado, from the command line. Run it where Recado runs: it reads the same .env.')
    .version(version);
  for (const declare of COMMANDS) declare(program);
  return program;
}
