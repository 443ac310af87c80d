/** Where the value of a setting comes from, and where it goes back to: in the settings, and those of a line. */
export const origins = {
  sources: {
    stored: {
      stored: 'Set here',
      environment: 'From the environment',
      default: 'Default',
      line: 'Of a line',
    },
    line: {
      line: 'Of this line',
      stored: 'Common to all lines',
      environment: 'Common to all, from the environment',
      default: 'Default',
    },
  },
  back: {
    stored: {
      will: 'Goes back to the environment or the default',
      hint: (field: string) => `Reset ${field}: back to the environment or the default`,
    },
    line: {
      will: 'Goes back to the common value',
      hint: (field: string) => `Reset ${field}: back to the common value`,
    },
  },
};
