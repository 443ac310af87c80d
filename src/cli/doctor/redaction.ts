import type { Installation } from './installation.js';

const HIDDEN = '••••••';
/** In characters: a shorter value would be found in ordinary words too. */
const SHORTEST = 6;

/** Hides the secrets that are known in what is shown, whoever wrote it. */
export class Redaction {
  private readonly secrets = new Set<string>();

  /** Remembers what is known of an installation by now. */
  know({ env, config, adminToken, endpoints }: Installation): void {
    this.add(adminToken, env.ADMIN_TOKEN, env.SECRET_KEY, env.SECRET_KEY_PREVIOUS);
    this.add(env.TWILIO_AUTH_TOKEN, env.TWILIO_AUTH_TOKEN_PREVIOUS, env.TWILIO_API_KEY_SECRET);
    this.add(config.twilioAuthToken, config.twilioAuthTokenPrevious, config.twilioApiKeySecret);
    this.add(endpoints.simulated?.authToken, env.OPENAI_API_KEY, passwordOf(env.MONGODB_URI));
  }

  hide(text: string): string {
    let hidden = text;
    for (const secret of this.secrets) hidden = hidden.replaceAll(secret, HIDDEN);
    return hidden;
  }

  private add(...secrets: (string | undefined)[]): void {
    for (const secret of secrets) if (secret && secret.length >= SHORTEST) this.secrets.add(secret);
  }
}

function passwordOf(uri: string | undefined): string | undefined {
  return /^[^/]+\/\/[^:@/]*:([^@/]*)@/.exec(uri ?? '')?.[1];
}
