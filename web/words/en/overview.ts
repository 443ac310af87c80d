export const overview = {
  title: 'Overview',
  empty: 'Nothing is here yet.',
};
