export const phone = {
  title: 'Simulator',
  empty: 'Nothing is here yet.',
};
