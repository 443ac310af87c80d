export const message = {
  title: 'Message',
  empty: 'Nothing is here yet.',
};
