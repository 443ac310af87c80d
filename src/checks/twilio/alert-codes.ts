/** What an alert of Twilio's debugger says about our address, and what to do about it. */
export interface AlertCode {
  cause: string;
  cure: string;
}

const TLS = 'Renew the certificate of the name in PUBLIC_URL, with its whole chain.';

/** By Twilio's pages (https://www.twilio.com/docs/api/errors/11200 and so on). */
export const ALERT_CODES: Partial<Record<string, AlertCode>> = {
  11200: {
    cause: 'Twilio got an error instead of an answer (HTTP 4xx or 5xx), or none in time',
    cure: 'See `webhook` above, and the log of Recado and of the proxy at that time; 403: see diag.',
  },
  11205: {
    cause: 'Twilio could not connect',
    cure: 'See whether the proxy or the tunnel runs, and whether a firewall is before it.',
  },
  11206: {
    cause: 'what answered does not speak HTTP as it should',
    cure: 'See which server has this name, and what is between it and Recado.',
  },
  11210: { cause: 'Twilio does not find the name', cure: 'See the DNS record of the name.' },
  11215: {
    cause: 'too many redirects',
    cure: 'Give Twilio the address to which they lead in the end.',
  },
  11220: { cause: 'no TLS came about', cure: 'See the TLS of the proxy: version 1.2 or newer.' },
  11235: { cause: 'the certificate is of another name', cure: TLS },
  11236: { cause: 'the certificate has expired', cure: TLS },
  11237: { cause: 'the chain of the certificate is incomplete', cure: TLS },
  11750: {
    cause: 'the answer was too long for Twilio',
    cure: 'See which server has this name: Recado answers <Response/>.',
  },
  12100: {
    cause: 'the answer was no TwiML',
    cure: 'See which server has this name: Recado answers <Response/>.',
  },
  12200: {
    cause: 'the answer was no TwiML',
    cure: 'See which server has this name: Recado answers <Response/>.',
  },
  12300: {
    cause: 'the answer was of a kind that Twilio does not take, such as JSON or HTML',
    cure:
      'Let the proxy pass on every header: Recado answers Twilio, known by User-Agent TwilioProxy or ' +
      'I-Twilio-Idempotency-Token, with text/xml. Or another server answers in its place.',
  },
  57012: {
    cause: 'the signature was taken for wrong',
    cure:
      "Set twilio_auth_token to the account's primary Auth Token (a secondary one signs only once it " +
      'is promoted) and PUBLIC_URL to the address that Twilio has; diag says which one fits.',
  },
};

/** Of a code that isn't in the table. */
export function unknownCode(code: string): AlertCode {
  return { cause: 'see its page', cure: `See https://www.twilio.com/docs/api/errors/${code}.` };
}
