export const scenarios = {
  scenariosHint:
    'A scenario is a file of conversations and of what the answers must hold. Save a phone’s talk as one, edit it, and play it again, here or by “npx recado simulate”.',
  play: 'Play a scenario…',
  stop: 'Stop',
  progress: 'How far it is',
  passed: 'passed',
  failed: 'failed',
  played: (state: string, passed: number, failed: number, all: number) => {
    if (state === 'running') return `Playing: ${passed + failed} of ${all}`;
    const ends = { stopped: 'Stopped: ', broken: 'It could not go on: ' } as Record<string, string>;
    return `${ends[state] ?? ''}${passed} passed, ${failed} failed`;
  },
};
