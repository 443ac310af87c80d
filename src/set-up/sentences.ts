import type { Part } from './looks.js';

/** What it means for the business that a part isn't right. The cause and the cure say the rest. */
export const CONSEQUENCES: Record<Part, string> = {
  store: 'Nothing can be kept: messages are refused, and Twilio tries again.',
  documents: 'There is nothing to answer from.',
  model:
    "The model does not answer: customers get the documents' own words, or the fallback message.",
  embeddings: 'Documents are searched by words alone, not by meaning.',
  twilio: 'Twilio does not take the account: nothing can be sent.',
  sender: 'No answer can be sent.',
  public_address: 'Twilio cannot reach this installation: no message comes in.',
  webhook: 'What people write may not arrive here.',
};

/** Where something could not be looked at. */
export const NOT_KNOWN = 'Not known now.';

/** Before the first verdict. */
export const BEING_CHECKED = 'Being checked.';
