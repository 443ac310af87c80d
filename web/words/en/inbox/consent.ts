/** What an open conversation says of what its sender wants, and whether anything reaches them. */
export const consent = {
  blocked: 'They blocked this number. Nothing is sent until they write again.',
  invalid: 'There is no WhatsApp at this number. Nothing is sent until they write again.',
  code: (code: number) => `Twilio's error ${code}`,
  reachable: 'They can be reached',
  record: 'Consent',
  none: 'They have neither opted out nor in.',
  opted_out: 'Opted out',
  opted_in: 'Opted in',
  by: { sender: 'by their own word', channel: 'said Twilio', operator: 'entered here' },
};
