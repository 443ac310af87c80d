import { type CustomDecorator, SetMetadata } from '@nestjs/common';

/** Marks whether a route's use is kept in the audit log. */
export const AUDITED = 'recado:audited';

/**
 * On a route that the audit log keeps though it only looks (what it hands out leaves the house), or,
 * with false, that it doesn't keep. Unmarked ones are kept if they change something: those that aren't
 * GET and want more than the scope `read`.
 */
export const Audited = (kept = true): CustomDecorator => SetMetadata(AUDITED, kept);
