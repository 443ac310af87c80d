import { WA_ID } from '../address.js';

/** Who plays it: `npm run eval` over the chat API, or the simulator over WhatsApp. */
export type Stage = 'evaluation' | 'whatsapp';

const text = { type: 'string', pattern: '\\S' };
const texts = { type: 'array', minItems: 1, items: text };
const words = { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$' };
const time = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)$',
};

/** What an answer may be marked by. */
const MARKS = {
  must: { type: 'array', minItems: 1, items: { anyOf: [text, texts] } },
  must_not: texts,
  refuse: { const: true },
  no_sources: { const: true },
  handover: { const: true },
};
const CONTENT = { ask: text, kind: words };

/** Only WhatsApp has these. */
const SENT_TOO = {
  media: { type: 'array', minItems: 1, maxItems: 10, items: mediumForm() },
  location: {
    type: 'object',
    additionalProperties: false,
    required: ['latitude', 'longitude'],
    properties: {
      latitude: { type: 'number', minimum: -90, maximum: 90 },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
      address: text,
      label: text,
    },
  },
  button: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: { text, payload: text },
  },
};

/** What the team does, of which a turn holds nothing else. */
const OPERATOR = {
  anyOf: [
    { enum: ['takeover', 'handover', 'release'] },
    {
      type: 'object',
      additionalProperties: false,
      required: ['reply'],
      properties: { reply: text },
    },
  ],
};

/** A path beside the file, or the bytes themselves. What is said of texts doesn't touch objects. */
function mediumForm(): object {
  const content_type = { type: 'string', pattern: '^[\\w.+-]+/[\\w.+-]+(;[ -~]*)?$' };
  const base64 = { type: 'string', pattern: '^[A-Za-z0-9+/]*={0,2}$' };
  return {
    type: ['string', 'object'],
    pattern: '\\S',
    additionalProperties: false,
    required: ['content_type'],
    properties: { content_type, path: text, base64 },
    anyOf: anyGiven(['path', 'base64']),
    maxProperties: 2,
  };
}

function anyGiven(names: string[]): object[] {
  return names.map((name) => ({ required: [name] }));
}

/** A refusal, a handover or silence is all that the answer is: each goes with no other. */
function oneEnd(names: string[]): object[] {
  return [...anyGiven(names), { not: { anyOf: anyGiven(names) } }];
}

const OF_MESSAGES = ['ask', 'silence', ...Object.keys(SENT_TOO), ...Object.keys(MARKS)];

const TURNS: Record<Stage, object> = {
  evaluation: {
    required: ['ask', 'kind'],
    // Without any of them there is nothing to mark.
    anyOf: anyGiven(Object.keys(MARKS)),
    oneOf: oneEnd(['refuse', 'handover']),
    properties: { ...CONTENT, ...MARKS },
  },
  whatsapp: {
    anyOf: anyGiven(['ask', 'operator', ...Object.keys(SENT_TOO)]),
    oneOf: oneEnd(['refuse', 'handover', 'silence']),
    properties: { ...CONTENT, ...SENT_TOO, ...MARKS, silence: { const: true }, operator: OPERATOR },
    dependencies: { operator: { not: { anyOf: anyGiven(OF_MESSAGES) } } },
  },
};

const SENDER: Record<Stage, object> = {
  evaluation: {},
  whatsapp: {
    from: { type: 'string', pattern: WA_ID.source.replace('^', '^(whatsapp:)?') },
    name: { ...text, maxLength: 200 },
  },
};

/** The form of a file, as JSON Schema. */
export function formFor(stage: Stage): object {
  const turn = { type: 'object', additionalProperties: false, ...TURNS[stage] };
  const turns = { type: 'array', minItems: 1, items: turn };
  return {
    type: 'object',
    additionalProperties: false,
    required: stage === 'evaluation' ? ['documents', 'conversations'] : ['conversations'],
    properties: {
      documents: { anyOf: [text, texts] },
      now: time,
      config: { type: 'object' },
      conversations: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['turns'],
          properties: { turns, ...SENDER[stage] },
        },
      },
    },
  };
}
