/**
 * Why nothing was fetched. `refused`: it isn't fetched from here, and trying again changes nothing.
 * The others tell of the other side: not reached, too slow, too large, or it answers an error.
 */
export type EgressReason = 'refused' | 'unreachable' | 'too-slow' | 'too-large' | 'status';

/** Nothing was fetched. The message says why and what to do, and is fit for whoever asked. */
export class EgressError extends Error {
  override name = 'EgressError';
  /** With the reason `status`: the HTTP status. */
  readonly status?: number;

  constructor(
    readonly reason: EgressReason,
    message: string,
    { cause, status }: { cause?: unknown; status?: number } = {},
  ) {
    super(message, { cause });
    this.status = status;
  }
}

/** What the network says, by its code: its own words may name addresses of the inside. */
const SAYINGS: [code: RegExp, said: string][] = [
  [/^(ENOTFOUND|EAI_)/, 'is not known: see whether the address is right.'],
  [/^ECONNREFUSED/, 'takes no connections there: see whether it is up.'],
  [
    /^ERR_TLS|ERR_SSL|CERT|SELF_SIGNED|UNABLE_TO/,
    'has no valid certificate: its owner must see to it.',
  ],
  [/^HPE_HEADER_OVERFLOW/, 'sends headers of more than 16 KiB: save the page and give the file.'],
  [/^HPE_/, 'speaks no HTTP there.'],
  [/^Z_|^ERR__ERROR|BROTLI/, 'sends what cannot be decompressed: save the page and give the file.'],
];

/** A failure of the network, of TLS or of decompression, in words for whoever gave the address. */
export function unreachable(host: string, cause: unknown): EgressError {
  const { code = 'ECONNRESET' } = cause as NodeJS.ErrnoException;
  const said = SAYINGS.find(([known]) => known.test(code))?.[1];
  const words = said ?? `gives no whole answer (${code}): try again later.`;
  return new EgressError('unreachable', `${host} ${words}`, { cause });
}
