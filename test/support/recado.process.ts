import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = new URL('../../dist/main.js', import.meta.url).pathname;

/** Recado as a process of its own, in a directory where it finds no .env. */
export class RecadoProcess {
  stdout = '';
  stderr = '';
  private readonly directory: string;
  private readonly env: NodeJS.ProcessEnv;
  private readonly child: ChildProcess;
  /** The exit code and the signal, once it has ended. */
  private readonly ended: Promise<unknown[]>;

  private constructor(directory: string, env: NodeJS.ProcessEnv) {
    this.directory = directory;
    this.env = env;
    const { PATH } = process.env;
    this.child = spawn(process.execPath, [MAIN], {
      cwd: directory,
      env: { PATH, PORT: '0', ...env },
    });
    this.ended = once(this.child, 'close');
    this.child.stdout!.on('data', (chunk) => (this.stdout += chunk));
    this.child.stderr!.on('data', (chunk) => (this.stderr += chunk));
  }

  /** Resolves once it listens. */
  static async start(directory: string, env: NodeJS.ProcessEnv = {}): Promise<RecadoProcess> {
    const recado = new RecadoProcess(directory, env);
    const listening = new Promise<void>((resolve) => {
      recado.child.stdout!.on('data', () => /listens on|Next, /.test(recado.stdout) && resolve());
    });
    const ended = recado.ended.then(() => {
      throw new Error(`it ended: ${recado.stderr}`);
    });
    await Promise.race([listening, ended]);
    ended.catch(() => undefined);
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

  /** Resolves with the exit code and the signal, also when it has ended already. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown[]> {
    this.child.kill(signal);
    return this.ended;
  }
}
