import { endpointsSeen } from '../../app.endpoints.js';
import { type Env, EnvError } from '../../env/env.js';
import { noticesOf, readEnv } from '../../env/read-env.js';
import { KnownSecrets } from '../../log/redaction.js';
import { embeddings, fallbackModel, model, rerank } from '../../checks/answers.check.js';
import { clock } from '../../checks/clock.check.js';
import { documents } from '../../checks/documents.check.js';
import { lines } from '../../checks/lines.check.js';
import { mail } from '../../checks/mail.check.js';
import { type Finding, inTime, ok, type Result, skipped, wrong } from '../../checks/finding.js';
import { adminToken, secretKey } from './keys.check.js';
import { configByEnvironment, type Examined, secretsOfInstallation } from './installation.js';
import { publicUrl } from '../../checks/public-url.check.js';
import { RunningAt } from './running.js';
import { cannotOpen } from './sqlite.check.js';
import { runningProcess, store } from './store.check.js';
import { sender, twilio } from '../../checks/twilio/account.check.js';
import { alerts } from '../../checks/twilio/alerts.check.js';
import { https } from '../../checks/twilio/https.check.js';
import { ownSender } from '../../checks/twilio/own-sender.check.js';
import { serviceSenders } from '../../checks/twilio/service-senders.check.js';
import { senderWebhook } from '../../checks/twilio/sender-webhook.check.js';
import { webhookRules } from '../../checks/twilio/webhook-rules.check.js';
import { webhook } from '../../checks/webhook.check.js';

/** Hears of each check as it begins and ends. */
export interface Observer {
  begins(check: string): void;
  found(finding: Finding): void;
}

interface Check {
  name: string;
  run(installation: Examined): Promise<Result>;
  /** Milliseconds, where it may take longer than usual. */
  limit?(env: Env): number;
}

/** In this order: a fault that an earlier one finds explains those that later ones find. */
const CHECKS: Check[] = [
  { name: 'process', run: runningProcess },
  { name: 'store', run: store },
  { name: 'admin_token', run: adminToken },
  { name: 'secret_key', run: secretKey },
  { name: 'documents', run: documents },
  { name: 'model', run: model, limit: (env) => env.LLM_TIMEOUT_MS + 2000 },
  { name: 'fallback_model', run: fallbackModel, limit: (env) => env.LLM_TIMEOUT_MS + 2000 },
  { name: 'embeddings', run: embeddings },
  { name: 'rerank', run: rerank },
  { name: 'mail', run: mail },
  { name: 'twilio', run: twilio },
  { name: 'clock', run: clock },
  { name: 'sender', run: sender },
  { name: 'own_sender', run: ownSender },
  { name: 'service_senders', run: serviceSenders },
  { name: 'lines', run: lines },
  { name: 'public_url', run: publicUrl },
  { name: 'https', run: https },
  { name: 'webhook', run: webhook },
  { name: 'sender_webhook', run: senderWebhook },
  { name: 'webhook_rules', run: webhookRules },
  { name: 'alerts', run: alerts },
];

/** Checks everything that a message needs to get an answer; one finding for each check. */
export async function examine(observer: Observer, read: () => Env = readEnv): Promise<Finding[]> {
  const findings: Finding[] = [];
  const secrets = new KnownSecrets();
  const found = (check: string, { detail, cure, ...rest }: Result) => {
    const words = { detail: secrets.hide(detail), ...(cure && { cure: secrets.hide(cure) }) };
    findings.push({ check, ...rest, ...words });
    observer.found(findings.at(-1)!);
  };
  const installation = installationOf(read, found);
  for (const { name, run, limit } of CHECKS) {
    if (findings.some(({ check }) => check === name)) continue;
    if (!installation) found(name, skipped('not checked: what is above comes first'));
    if (!installation) continue;
    secrets.add(...secretsOfInstallation(installation));
    observer.begins(name);
    const result = await inTime(() => run(installation), limit?.(installation.env));
    secrets.add(...secretsOfInstallation(installation));
    found(name, result);
  }
  await installation?.leave?.();
  return findings;
}

/** Undefined when a finding must be put right before anything else can be checked. */
function installationOf(read: () => Env, found: (check: string, result: Result) => void) {
  const env = environment(read, found);
  if (!env) return undefined;
  try {
    const endpoints = endpointsSeen(env);
    const running = new RunningAt(endpoints.localUrl);
    const config = configByEnvironment(env, endpoints);
    return { env, endpoints, running, config } as Examined;
  } catch (error) {
    found('store', cannotOpen(error));
    return undefined;
  }
}

function environment(read: () => Env, found: (check: string, result: Result) => void) {
  try {
    const env = read();
    found('environment', ok(['every value is valid', ...noticesOf(env)].join('; ')));
    return env;
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    found('environment', invalid(error));
    return undefined;
  }
}

function invalid({ message }: EnvError): Result {
  const cure = 'Correct it in .env or in the environment; .env.example lists every variable.';
  return wrong(message.replaceAll('\n', '; '), cure);
}
