import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Injectable, NotFoundException, Optional } from '@nestjs/common';
import type { Response } from 'express';
import { Endpoints } from '../../config/endpoints.js';
import { prefixOf } from '../../http/edge/path-prefix.js';
import { Problem } from '../../http/problems/problem.js';

/** What `npm run build` made. The same path leads there from src/console/pages and from dist. */
export const PAGE_FOLDER = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

/** As it stands in web/index.html. */
const BASE = '<base href="/console/" />';
/** Files have a hash of what they hold in their names. */
const A_YEAR = 365 * 24 * 3600 * 1000;

/** The files of the console's page. */
@Injectable()
export class PageFiles {
  /** Where the page is, for a browser: with the path prefix of PUBLIC_URL. */
  readonly base: string;

  /** `folder`: in place of what was built, for tests. */
  constructor(
    { publicUrl }: Endpoints,
    @Optional() private readonly folder: string = PAGE_FOLDER,
  ) {
    this.base = `${prefixOf(publicUrl)}/console/`;
  }

  /** The page, which says itself where it is. Throws a `Problem` of 503 while it isn't built. */
  async page(): Promise<string> {
    const html = await readFile(`${this.folder}/index.html`, 'utf8').catch(notBuilt);
    return html.replace(BASE, () => `<base href="${escaped(this.base)}" />`);
  }

  /** Sends a file that the page is made of; it never changes. Throws a 404 where there is none. */
  async send(name: string, response: Response): Promise<void> {
    const root = `${this.folder}/assets`;
    const sent = new Promise<void>((resolve, reject) => {
      const options = { root, immutable: true, maxAge: A_YEAR, dotfiles: 'ignore' } as const;
      response.sendFile(name, options, (error) => (error ? reject(error) : resolve()));
    });
    await sent.catch((error: { status?: number; code?: string }) => {
      if (response.headersSent) return;
      // Of a name that leads out of the folder, or to a folder, no more is said than of one that is not there.
      const isNone = (error.status ?? 500) < 500 || error.code === 'EISDIR';
      throw isNone ? new NotFoundException() : error;
    });
  }
}

function notBuilt({ code }: NodeJS.ErrnoException): never {
  const detail = 'The console is not built: run `npm run build`, then load this page again.';
  throw new Problem(503, 'Service Unavailable', detail, {
    cause: new Error(`index.html: ${code}`),
  });
}

function escaped(address: string): string {
  return address.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
