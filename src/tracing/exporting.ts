import type { TextMapPropagator, TracerProvider as Tracers } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Env } from '../env/env.js';

/** OpenTelemetry's parts, ready to be made the process's own. */
interface Begun {
  tracers: Tracers;
  contexts: AsyncLocalStorageContextManager;
  propagator: TextMapPropagator;
  /** Sends what is left, and ends. */
  end: () => Promise<void>;
}

/** Milliseconds after which the spans that ended are sent. */
const SOON_MS = 1000;

/** Spans are sent in batches, and dropped where the collector doesn't take them: nothing waits for it. */
export function begin(env: Env, version: string): Begun {
  const exporter = new OTLPTraceExporter({
    url: `${env.OTEL_EXPORTER_OTLP_ENDPOINT}/v1/traces`,
    headers: headersIn(env.OTEL_EXPORTER_OTLP_HEADERS),
  });
  const tracers = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': env.OTEL_SERVICE_NAME,
      'service.version': version,
    }),
    sampler: new ParentBasedSampler({
      root: new TraceIdRatioBasedSampler(env.OTEL_TRACES_SAMPLER_ARG),
    }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: SOON_MS })],
  });
  return {
    tracers,
    contexts: new AsyncLocalStorageContextManager().enable(),
    propagator: new W3CTraceContextPropagator(),
    end: () => tracers.shutdown(),
  };
}

/** `name=value` pairs, by commas; the values may be percent-encoded (OpenTelemetry, "OTLP Exporter"). */
function headersIn(given = ''): Record<string, string> {
  const pairs = given.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), decoded(pair.slice(at + 1).trim())];
    }),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
