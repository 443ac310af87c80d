/**
 * A message that can't be answered: storing an answer that holds FAULTS_POISON's word throws, or kills
 * the process. The word and what it does are given as `word:throw` or `word:kill`.
 */
import { WRITTEN } from './steps.js';
import { tapMongo, tapSqlite } from './tap.js';

const [word, does] = process.env.FAULTS_POISON!.split(':');

function write(text: string): void {
  const isAnswer = WRITTEN.turn.some((pattern) => pattern.test(text));
  if (!isAnswer || !text.includes(word)) return;
  if (does === 'kill') process.kill(process.pid, 'SIGKILL');
  throw new Error('This message is poison.');
}

tapSqlite({ write });
if (process.env.MONGODB_URI) tapMongo({ write });
