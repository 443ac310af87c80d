import { BuiltProcess } from '../support/built.process.js';

/** The emulator as a process of its own, as `npm run simulator` starts it. */
export class SimulatorProcess extends BuiltProcess {
  /** Where it listens. */
  address: string;

  /** Resolves once it listens. */
  static async start(directory: string, env: NodeJS.ProcessEnv): Promise<SimulatorProcess> {
    const simulator = new SimulatorProcess('simulator/main.js', directory, {
      SIMULATOR_PORT: '0',
      ...env,
    });
    const [, address] = await simulator.says(/^ *TWILIO_API_BASE=(\S+)$/m);
    simulator.address = address;
    return simulator;
  }

  /** Its control API: no token is wanted on this machine. */
  async control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { 'Content-Type': 'application/json' };
    const request = { method, headers, body: body === undefined ? body : JSON.stringify(body) };
    const answer = await fetch(`${this.address}/control/${path}`, request);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the simulator said ${answer.status} to ${path}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}
