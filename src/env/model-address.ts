import { Transform } from 'class-transformer';
import { BaseAddress } from './rules.js';

/** The names of the variables with such an address. */
export const modelAddresses = new Set<string>();

/** A path of the API that is given with its server's address, as examples for curl have it. */
const CALL =
  /\/+(?:chat\/completions|completions|responses|embeddings|models|audio\/transcriptions)\/*$/i;

/** What was put right in an address. */
export interface PutRight {
  address: string;
  /** For the operator: what was done. Undefined for an address that was right. */
  change?: string;
}

/**
 * The address that the paths of an OpenAI-compatible API are joined to. One without any path gets `/v1`,
 * which nearly all servers have. One that ends in a path of the API, such as `/chat/completions`, loses
 * that and gets nothing: so a server without `/v1` is named by the whole address of its chat.
 */
export function putRight(given: string): PutRight {
  const address = given.replace(/\/+$/, '');
  const call = CALL.exec(address)?.[0];
  if (call) {
    return {
      address: address.slice(0, -call.length),
      change: `ended in ${call}, which was taken off: write it without`,
    };
  }
  const bare = URL.canParse(address) && /^https?:\/\/[^/?#\s@]+$/i.test(address);
  return bare ? { address: `${address}/v1`, change: 'has no path: /v1 was added' } : { address };
}

/** The address of an OpenAI-compatible server, put right. */
export function ModelAddress(): PropertyDecorator {
  return (target, name) => {
    modelAddresses.add(String(name));
    Transform(({ value }) => putRight(String(value)).address)(target, name);
    BaseAddress()(target, name);
  };
}

/** A notice for each address that was put right. It doesn't contain the address. */
export function putRightNotices(given: Record<string, string>): string[] {
  return [...modelAddresses].flatMap((name) => {
    const change = given[name] && putRight(given[name]).change;
    return change ? [`${name} ${change}`] : [];
  });
}
