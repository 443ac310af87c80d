import { wordsOf } from '../../shell/language.js';
import { webhooks as en } from '../../words/en/settings/webhooks.js';
import { webhooks as es } from '../../words/es/settings/webhooks.js';

/** What this screen says. */
export const useWebhooksWords = wordsOf(en, es);
