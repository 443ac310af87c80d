/** What RFC 9457 puts into an answer that is an error. */
interface Problem {
  title?: string;
  detail?: string;
  request_id?: string;
  errors?: { field: string; message: string }[];
}

/** Why a request of the API gave nothing: what the server said, or that it said nothing. */
export class Failure extends Error {
  /** HTTP; undefined when no answer came. */
  readonly status: number | undefined;
  readonly title: string | undefined;
  /** What to do next, in the server's words. */
  readonly detail: string | undefined;
  /** Names the request in the server's log. */
  readonly requestId: string | undefined;
  /** Of a form: which field is wrong, and why. */
  readonly fields: ReadonlyMap<string, string>;

  constructor(cause: unknown, status?: number) {
    const { title, detail, request_id, errors = [] } = problemIn(cause);
    super(detail ?? title ?? String(cause), { cause });
    this.name = 'Failure';
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.requestId = request_id;
    this.fields = new Map(errors.map(({ field, message }) => [field, message]));
  }
}

function problemIn(cause: unknown): Problem {
  return cause && typeof cause === 'object' && !(cause instanceof Error) ? cause : {};
}
