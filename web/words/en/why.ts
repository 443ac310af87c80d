export const why = {
  title: 'Why this answer',
  empty: 'Nothing is here yet.',
};
