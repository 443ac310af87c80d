export const live = {
  live: 'Live',
  reconnecting: 'Reconnecting…',
};
