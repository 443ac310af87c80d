import { context, propagation, trace } from '@opentelemetry/api';
import type { Env } from '../env/env.js';
import { version } from '../env/version.js';
import { recording } from './traced.js';

/** Milliseconds that the last spans may take to leave when the process ends. */
const LAST_MS = 3000;

/** The traces of this process, which leave by OTLP over HTTP; off without an endpoint. */
export class Tracing {
  private constructor(private readonly end?: () => Promise<void>) {}

  /**
   * Begins to record, if OTEL_EXPORTER_OTLP_ENDPOINT names where to. OpenTelemetry is loaded only then.
   * There is one of it in a process: of several apps the first one decides.
   */
  static async start(env: Env): Promise<Tracing> {
    if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return new Tracing();
    const { begin } = await import('./exporting.js');
    const provider = begin(env, version);
    if (!trace.setGlobalTracerProvider(provider.tracers)) return new Tracing();
    context.setGlobalContextManager(provider.contexts);
    propagation.setGlobalPropagator(provider.propagator);
    recording(true);
    return new Tracing(provider.end);
  }

  /** Sends what is left, for three seconds at most. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.end) return;
    const late = new Promise<void>((resolve) => setTimeout(resolve, LAST_MS).unref());
    await Promise.race([this.end().catch(() => undefined), late]);
    recording(false);
    trace.disable();
    context.disable();
    propagation.disable();
  }
}
