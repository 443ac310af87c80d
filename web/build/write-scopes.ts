import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Documented {
  paths?: Record<string, Record<string, { operationId?: string; 'x-scope'?: string }>>;
}

/** Writes which scope each route wants, under the names that the client has for it. */
export function writeScopes(document: object, folder: string): void {
  const { paths = {} } = document as Documented;
  const lines = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId, 'x-scope': scope }) =>
      operationId && scope ? [`export const ${nameOf(operationId)} = '${scope}' as const;\n`] : [],
    );
  writeFileSync(join(folder, 'scopes.gen.ts'), lines.sort().join(''));
}

/** `TakeoverController_reply` is `takeoverControllerReply` there. */
function nameOf(operationId: string): string {
  const joined = operationId.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return joined[0].toLowerCase() + joined.slice(1);
}
