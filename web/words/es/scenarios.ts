import type { scenarios as en } from '../en/scenarios.js';

export const scenarios: typeof en = {
  scenariosHint:
    'Un escenario es un archivo con conversaciones y con lo que las respuestas deben contener. Guarda la conversación de un teléfono, edítala y repítela, aquí o con «npx recado simulate».',
  play: 'Reproducir un escenario…',
  stop: 'Parar',
  progress: 'Cuánto lleva',
  passed: 'bien',
  failed: 'mal',
  played: (state, passed, failed, all) => {
    if (state === 'running') return `En marcha: ${passed + failed} de ${all}`;
    const ends: Record<string, string> = { stopped: 'Parado: ', broken: 'No pudo seguir: ' };
    return `${ends[state] ?? ''}${passed} bien, ${failed} mal`;
  },
};
