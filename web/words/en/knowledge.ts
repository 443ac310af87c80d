export const knowledge = {
  title: 'Knowledge',
  empty: 'Nothing is here yet.',
};
