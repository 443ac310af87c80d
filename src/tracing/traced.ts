import {
  type Attributes,
  context,
  type Context,
  INVALID_SPAN_CONTEXT,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';

/** What a span says of its work: ids, kinds and numbers only, never a text or an address. */
export type Facts = Attributes;

/** How a span is begun. */
export interface Begin {
  facts?: Facts;
  /** What the work is to others: an internal step where it isn't said. */
  kind?: 'client' | 'server' | 'consumer';
  /**
   * The `traceparent` (W3C Trace Context) of the span that it belongs to: of the running one where it is
   * left out, of none where it is null.
   */
  parent?: string | null;
  /** The `traceparent` of others that led to it. */
  links?: string[];
}

const KINDS = {
  client: SpanKind.CLIENT,
  server: SpanKind.SERVER,
  consumer: SpanKind.CONSUMER,
} as const;

const NOT_RECORDED = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);

/** Whether this process records: where it doesn't, a span costs a look at this. */
let tracer: Tracer | undefined;

/** Says whether this process records from now on. */
export function recording(now: boolean): void {
  tracer = now ? trace.getTracer('recado') : undefined;
}

/**
 * Does `work` within a span, which ends with it; an exception marks it as failed, by its class only:
 * its message may hold what somebody wrote. Without OTEL_EXPORTER_OTLP_ENDPOINT nothing is recorded.
 */
export function traced<T>(
  name: string,
  begin: Begin,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  if (!tracer) return work(NOT_RECORDED);
  const from = contextFor(begin.parent);
  const span = tracer.startSpan(name, optionsOf(begin), from);
  return context.with(trace.setSpan(from, span), () => finishing(span, work));
}

async function finishing<T>(span: Span, work: (span: Span) => Promise<T>): Promise<T> {
  try {
    return await work(span);
  } catch (error) {
    failed(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Begins a span that its caller ends; what `work` begins belongs to it. */
export function tracedFrom(name: string, begin: Begin, work: (span: Span) => void): void {
  if (!tracer) return work(NOT_RECORDED);
  const from = contextFor(begin.parent);
  const span = tracer.startSpan(name, optionsOf(begin), from);
  context.with(trace.setSpan(from, span), () => work(span));
}

/** Says more of the running span. */
export function addToSpan(facts: Facts): void {
  if (tracer) trace.getActiveSpan()?.setAttributes(facts);
}

/** Marks a span as failed. */
function failed(span: Span, error: unknown): void {
  const message = error instanceof Error ? error.name : 'error';
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}

/** The `traceparent` of the running span; undefined while nothing is recorded. */
export function traceparent(): string | undefined {
  if (!tracer || !trace.getActiveSpan()) return undefined;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

/** The ids of the running span for a line of the log; none while nothing is recorded. */
export function traceIds(): { trace_id?: string; span_id?: string } {
  const span = tracer ? trace.getActiveSpan() : undefined;
  if (!span) return {};
  const { traceId: trace_id, spanId: span_id } = span.spanContext();
  return { trace_id, span_id };
}

function optionsOf({ facts, kind, links = [] }: Begin) {
  return {
    attributes: facts,
    kind: kind && KINDS[kind],
    links: links.flatMap((one) => linkTo(contextFor(one))),
  };
}

function linkTo(from: Context): Link[] {
  const linked = trace.getSpanContext(from);
  return linked ? [{ context: linked }] : [];
}

function contextFor(parent: Begin['parent']): Context {
  if (parent === undefined) return context.active();
  return parent ? propagation.extract(ROOT_CONTEXT, { traceparent: parent }) : ROOT_CONTEXT;
}
