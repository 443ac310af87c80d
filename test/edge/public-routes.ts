import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_FOLDER } from '../../src/console/pages/page-files.js';

/** The console's page, which `npm run build` makes. */
const PAGE = existsSync(join(PAGE_FOLDER, 'index.html')) ? 200 : 503;

/** All that is served without the admin token, and what it says to somebody without credentials. */
export const PUBLIC: Record<string, number> = {
  'POST /api/v1/whatsapp/webhook': 403,
  'POST /api/v1/whatsapp/status': 403,
  // Without a code or the token.
  'POST /api/v1/session': 400,
  'GET /': 302,
  'GET /console': PAGE,
  'GET /console/*place': PAGE,
  'GET /console/assets/*name': 404,
  'GET /health/live': 200,
  'GET /health/ready': 200,
  'GET /docs': 200,
  'GET /docs/': 200,
  'GET /docs/swagger-ui-init.js': 200,
  'GET /docs/index.html': 200,
  'GET /docs/LICENSE': 404,
  'GET /docs/docs/swagger-ui-init.js': 200,
  'GET /docs-json': 200,
  'GET /docs-yaml': 200,
  // Twilio's own paths, played by the simulator: they want the account's Basic credentials.
  'POST /simulator/2010-04-01/Accounts/:account/Messages.json': 401,
  'GET /simulator/2010-04-01/Accounts/:account/Messages.json': 401,
  'GET /simulator/2010-04-01/Accounts/:account/Messages/:message/Media.json': 401,
  'GET /simulator/2010-04-01/Accounts/:account/Messages/:message/Media/:media.json': 401,
  'GET /simulator/2010-04-01/Accounts/:account/Messages/:message/Media/:media': 401,
  'DELETE /simulator/2010-04-01/Accounts/:account/Messages/:message/Media/:media.json': 401,
  'GET /simulator/2010-04-01/Accounts/:account.json': 401,
  'ALL /simulator/2010-04-01/*path': 401,
  'POST /simulator/v1/Content': 401,
  'GET /simulator/v1/Content': 401,
  'GET /simulator/v1/ContentAndApprovals': 401,
  'GET /simulator/v1/Content/:sid': 401,
  'DELETE /simulator/v1/Content/:sid': 401,
  'POST /simulator/v1/Content/:sid/ApprovalRequests/whatsapp': 401,
  'GET /simulator/v1/Content/:sid/ApprovalRequests': 401,
  'GET /simulator/v1/Services/:sid': 401,
  'GET /simulator/v1/Services/:sid/PhoneNumbers': 401,
  'GET /simulator/v1/Services/:sid/ChannelSenders': 401,
  'GET /simulator/2010-04-01/Accounts/:account/Messages/:sid.json': 401,
  'POST /simulator/2010-04-01/Accounts/:account/Messages/:sid.json': 401,
  'DELETE /simulator/2010-04-01/Accounts/:account/Messages/:sid.json': 401,
  'POST /simulator/v2/Indicators/Typing.json': 401,
};
