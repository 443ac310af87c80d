export const inbox = {
  title: 'Inbox',
  empty: 'Nothing is here yet.',
};
