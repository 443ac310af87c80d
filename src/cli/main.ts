import { load } from '../env/node-version.js';

await load(() => import('./program.js'));
