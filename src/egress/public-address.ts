import ipaddr from 'ipaddr.js';

/** Public by its range, and yet a service for the machines inside: Azure's for virtual machines. */
const INSIDE_OF_CLOUDS = ['168.63.129.16'];

/** The only part of IPv6 that is given out (RFC 4291, section 2.4; IANA's registry). */
const GIVEN_OUT = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];
/** Where a network of IPv6 alone puts the addresses of IPv4 (NAT64; RFC 6052, section 2.1). */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96') as [ipaddr.IPv6, number];

/** IPv4 after nothing but zeros, given up long ago (RFC 4291, 2.5.5.1); the library takes it for mapped. */
const COMPATIBLE = /^::\d+\.\d/;

/**
 * What kind of address it is, when it isn't one of the public internet: `loopback`, `private`,
 * `linkLocal` and so on; undefined for a public one. An IPv6 address that holds one of IPv4 counts as
 * that one where the network would lead to it (mapped, NAT64); the other ways of holding one (6to4,
 * Teredo, translated, compatible) are never public.
 */
export function whyNotPublic(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return 'unknown';
  if (COMPATIBLE.test(address)) return 'reserved';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return ofIPv4(parsed);
  if (parsed.match(NAT64)) return ofIPv4(new ipaddr.IPv4(parsed.toByteArray().slice(12)));
  if (parsed.range() !== 'unicast') return parsed.range();
  return parsed.match(GIVEN_OUT) ? undefined : 'reserved';
}

/** Top-level names that are never on the public internet (RFC 6761, 6762, 7686, 8375; ICANN 2024-07-29). */
const INSIDE = /\.(?:local|localhost|internal|test|invalid|onion|home\.arpa)\.?$/i;

/**
 * Whether a URL's host may be on the public internet, as far as its form tells: a public address, or
 * a name with a dot that isn't one of those for inside.
 */
export function isPublicHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(bare)) return !whyNotPublic(bare);
  return bare.includes('.') && !INSIDE.test(bare);
}

function ofIPv4(address: ipaddr.IPv4): string | undefined {
  if (INSIDE_OF_CLOUDS.includes(address.toString())) return 'metadata';
  return address.range() === 'unicast' ? undefined : address.range();
}
