import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BuiltProcess } from './built.process.js';

/** Recado as a process of its own. */
export class RecadoProcess extends BuiltProcess {
  private readonly directory: string;
  private readonly env: NodeJS.ProcessEnv;

  private constructor(directory: string, env: NodeJS.ProcessEnv, command?: string[]) {
    super('main.js', directory, { PORT: '0', ...env }, command);
    this.directory = directory;
    this.env = env;
  }

  /** Resolves once it listens. `command`: see `BuiltProcess`. */
  static async start(
    directory: string,
    env: NodeJS.ProcessEnv = {},
    command?: string[],
  ): Promise<RecadoProcess> {
    const recado = new RecadoProcess(directory, env, command);
    await recado.says(/listens on|Next, /);
    return recado;
  }

  /** Of a start that must fail: its exit code and what it wrote to stderr; on stdout, only its log. */
  static async refused(directory: string, env: NodeJS.ProcessEnv = {}): Promise<[number, string]> {
    const recado = new RecadoProcess(directory, env);
    const [code] = (await recado.ended) as [number];
    if (/^[^{]/m.test(recado.stdout)) throw new Error(`it wrote to stdout: ${recado.stdout}`);
    return [code, recado.stderr];
  }

  get url(): string {
    return /http:\/\/[^\s"]+:\d+/.exec(this.stdout)![0];
  }

  private get adminToken(): string {
    const { ADMIN_TOKEN } = this.env;
    return ADMIN_TOKEN ?? readFileSync(join(this.directory, 'data', 'admin-token'), 'utf8').trim();
  }

  /** Asks by the admin token. */
  async call(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = {
      Authorization: `Bearer ${this.adminToken}`,
      'Content-Type': 'application/json',
    };
    return fetch(this.url + path, { method, headers, body: body && JSON.stringify(body) } as never);
  }
}
