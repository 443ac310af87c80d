export const settings = {
  title: 'Settings',
  empty: 'Nothing is here yet.',
};
