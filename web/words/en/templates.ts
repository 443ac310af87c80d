/** What is said where a template is chosen and sent. */
export const templates = {
  choose: 'Template',
  none: 'The Twilio account has no approved template yet: make one in its Content Template Builder.',
  value: (name: string) => `Variable ${name}`,
  preview: 'How it reads',
  send: 'Send the template',
};
