export const setUp = {
  title: 'Set-up',
  empty: 'Nothing is here yet.',
};
