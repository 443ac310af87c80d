import { sharedKeysIn } from '../../env/shared-keys.js';
import { maskSid } from '../../log/mask.js';
import { ok, type Result, wrong } from '../finding.js';
import type { Installation } from '../installation.js';
import { atTwilio, type Json } from './asking.js';

/** An account has 50 of each at most, so that one page has all. */
const RULES = '/v1/Webhooks/Rules?pageSize=100';
const SETTINGS = '/v1/Webhooks/Settings?pageSize=100';

interface Fault {
  detail: string;
  cure: string;
}

/**
 * Whether a Webhook Rule that matches our addresses lets webhooks through. The Setting that it applies
 * counts whole: it says who signs, and how often Twilio tries again; what the fragment of the address
 * says (`#rc=…`) doesn't count then
 * (https://www.twilio.com/docs/usage/webhooks/webhook-rules, webhook-settings).
 */
export function webhookRules(installation: Installation): Promise<Result> {
  return atTwilio(installation, async (twilio) => {
    const rules = await twilio.list('webhooks', RULES, 1);
    const { webhookUrl, statusCallbackUrl } = installation.endpoints;
    const addresses = [webhookUrl, ...(statusCallbackUrl ? [statusCallbackUrl] : [])];
    const matching = [
      ...new Set(addresses.map((url) => ruleFor(url, rules)).filter((rule) => rule !== undefined)),
    ];
    if (!matching.length)
      return ok(`none of ${rules.length} matches our addresses: the auth token signs`);
    const settings = await twilio.list('webhooks', SETTINGS, 1);
    return judged(installation, matching, settings);
  });
}

/** The Rule that counts for an address: the exact one, the longest prefix, or the default. */
function ruleFor(url: string, rules: Json[]): Json | undefined {
  const prefixes = rules
    .filter(({ prefix }) => typeof prefix === 'string' && prefix && url.startsWith(prefix))
    .sort((a, b) => String(b.prefix).length - String(a.prefix).length);
  const exact = rules.find(({ value }) => value === url);
  return exact ?? prefixes[0] ?? rules.find(({ matchType }) => matchType === 'DEFAULT');
}

function judged(installation: Installation, rules: Json[], settings: Json[]): Result {
  const applied = rules.flatMap((rule) =>
    ((rule.settings ?? []) as Json[]).flatMap(({ settingId }) => {
      const setting = settings.find(({ id }) => id === settingId);
      return setting
        ? [{ setting, name: `${nameOf('Rule', rule)}, ${nameOf('Setting', setting)}` }]
        : [];
    }),
  );
  const faults = applied.flatMap(({ setting, name }) =>
    faultsOf(setting, installation).map(({ detail, cure }) => ({
      detail: `${name}: ${detail}`,
      cure,
    })),
  );
  if (!faults.length)
    return ok(applied.map(({ setting, name }) => `${name}: ${manner(setting)}`).join('; '));
  const cures = [...new Set(faults.map(({ cure }) => cure))];
  return wrong(faults.map(({ detail }) => detail).join('; '), cures.join(' '));
}

function faultsOf(setting: Json, installation: Installation): Fault[] {
  const signing = signingFault(setting, installation);
  return [...(signing ? [signing] : []), ...(retriesOf(setting).count ? [] : [NO_RETRIES])];
}

/** A Setting can't be changed, but for its name. */
const NO_RETRIES: Fault = {
  detail: 'Twilio tries no second time, and the #rc=… of an address does not count',
  cure:
    'Make a Setting with connection.retryPolicy: retryCount 5, retryOn CONNECTION_TIMEOUT, ' +
    'READ_TIMEOUT and HTTP_5XX, and let the Rule apply that one.',
};

function signingFault(setting: Json, { config }: Installation): Fault | undefined {
  const signature = setting.signature as Json | undefined | null;
  if (!signature) return undefined;
  const { sharedKeyId: id, algorithm, type } = signature;
  if (typeof id !== 'string') {
    if (!/none/i.test(String(type))) return undefined;
    const cure = 'Let the Rule apply a Setting that signs: Recado refuses what is not signed.';
    return { detail: 'it signs nothing, so that every webhook is refused', cure };
  }
  if (algorithm !== 'HMAC_SHA256')
    return {
      detail: `it signs by ${String(algorithm)}, so that every webhook is refused`,
      cure: 'Let the Rule apply a Setting with the algorithm HMAC_SHA256.',
    };
  if (sharedKeysIn(config.twilioSharedKeys).some((key) => key.id === id)) return undefined;
  return {
    detail: `it signs with SharedKey ${maskSid(id)}, which is not configured here: all is refused`,
    cure: "Add the key's id and secret to twilio_shared_keys by PUT /api/v1/bot/config.",
  };
}

function retriesOf({ connection }: Json) {
  const { retryPolicy } = (connection ?? {}) as Json;
  const { retryCount, retryOn } = (retryPolicy ?? {}) as Json;
  return { count: Number(retryCount ?? 0), on: Array.isArray(retryOn) ? retryOn.join(', ') : '' };
}

function manner(setting: Json): string {
  const { count, on } = retriesOf(setting);
  const { sharedKeyId } = (setting.signature ?? {}) as Json;
  const signer = sharedKeyId ? `SharedKey ${maskSid(String(sharedKeyId))}` : 'the auth token';
  return `${signer} signs, ${count} more tries${on && ` on ${on}`}`;
}

function nameOf(kind: string, { friendlyName, id }: Json): string {
  return `${kind} ${friendlyName ? `“${String(friendlyName)}”` : maskSid(String(id))}`;
}
