export const failures = {
  title: 'Failures',
  empty: 'Nothing is here yet.',
};
