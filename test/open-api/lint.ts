/**
 * Holds the document of the app that was built against all rules that Redocly recommends. Its
 * warnings count, too.
 */
import { createConfig, formatProblems, getTotals, lintFromString } from '@redocly/openapi-core';
import { builtDocument } from '../../web/build/document.js';

const source = JSON.stringify(await builtDocument(), null, 2);
const config = await createConfig({ extends: ['recommended'] });
const problems = await lintFromString({ source, absoluteRef: '/docs-json', config });
formatProblems(problems, { totals: getTotals(problems), format: 'stylish', version: '' });
if (problems.length) process.exitCode = 1;
