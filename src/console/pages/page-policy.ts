/**
 * What a browser may do on the console's page (Content Security Policy, level 3). Scripts are files
 * of ours and nothing else. Styles may stand in the page: Mantine writes its theme there. A picture
 * or a voice note that is chosen or recorded is shown before it is sent: `blob:`.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';');
