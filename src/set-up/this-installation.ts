import { Injectable } from '@nestjs/common';
import { type Diagnosed, type Installation, Running } from '../checks/installation.js';
import type { BotConfig } from '../config/bot-config.js';
import { BotConfigService } from '../config/bot-config.service.js';
import { Endpoints } from '../config/endpoints.js';
import { Env } from '../env/env.js';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { Storage } from '../storage/storage.js';
import { DiagnosticsService } from '../whatsapp/diagnostics/diagnostics.service.js';

/** This process, as the checks look at it, and what it is configured with. */
@Injectable()
export class ThisInstallation extends Running {
  constructor(
    private readonly env: Env,
    private readonly endpoints: Endpoints,
    private readonly config: BotConfigService,
    private readonly storage: Storage,
    private readonly knowledge: KnowledgeService,
    private readonly diagnostics: DiagnosticsService,
  ) {
    super();
  }

  async alive(): Promise<boolean> {
    return true;
  }

  unready(): Promise<string | undefined> {
    return this.storage.check().then(
      () => undefined,
      (error: Error) => error.message,
    );
  }

  diagnosis(): Promise<Diagnosed> {
    return this.diagnostics.diag();
  }

  /** With the configuration that counts now. Throws the store's error. */
  async now(accountTaken = false): Promise<Installation> {
    const { env, endpoints } = this;
    const config = await this.config.fresh();
    const { lines } = await this.config.knownLines();
    const hasDocuments = async () => !(await this.knowledge.isEmpty());
    return { env, endpoints, config, lines, running: this, hasDocuments, accountTaken };
  }

  /**
   * With a configuration that doesn't count yet. Its Twilio is the environment's, also where the
   * simulator takes that one's place: the credentials are meant for it.
   */
  with(config: BotConfig): Installation {
    const { env } = this;
    return { env, endpoints: new Endpoints(env), config, running: this };
  }
}
