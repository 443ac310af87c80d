import {
  BadRequestException,
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import { tooLarge } from '../../http/edge/body-parsers.js';
import { Problem, UNKNOWN_FIELD } from '../../http/problems/problem.js';
import type { Format } from './document.js';

/** Bytes that a file may have; a document sent as JSON may have as many. */
export const FILE_LIMIT = 4096 * 1024;
const FORMATS: Record<string, Format> = { md: 'markdown', markdown: 'markdown', txt: 'text' };

const FIELDS = new Set(['title', 'name']);

/** The file as multer leaves it. */
interface Uploaded {
  originalname: string;
  buffer: Buffer;
}

const Files = FileInterceptor('file', {
  limits: { fileSize: FILE_LIMIT, files: 1, fields: 8, fieldSize: 4096 },
  defParamCharset: 'utf8',
  fileFilter: (_request: unknown, { originalname }: Uploaded, done: Decided) =>
    formatOf(originalname) ? done(null, true) : done(wrongType(), false),
} as object);
type Decided = (error: Error | null, accept: boolean) => void;

/** Turns an uploaded file into the body that JSON would have had. A JSON request passes unchanged. */
@Injectable()
export class DocumentUpload implements NestInterceptor {
  private readonly files = new Files();

  /** Throws a `Problem`: 413 over 4 MiB, 415 for another type, 400 without a readable file. */
  async intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<Request & { file?: Uploaded }>();
    if (!request.is('multipart/form-data')) return next.handle();
    const read = () => {
      request.body = documentOf(request.body as Record<string, unknown>, request.file);
      return next.handle();
    };
    try {
      return await this.files.intercept(context, { handle: read });
    } catch (error) {
      const status = error instanceof HttpException && error.getStatus();
      if (status === 413) throw tooLarge(FILE_LIMIT);
      throw error instanceof BadRequestException ? unreadable(error) : error;
    }
  }
}

/** Reports multer's message as the error of a field. */
function unreadable({ cause }: BadRequestException): Problem {
  const { message, field } = cause as Error & { field?: string };
  return refused(`cannot be taken: ${message.toLowerCase()}`, field);
}

/** The document in an upload. Its title is the `title` field or, without it, the file's name. */
function documentOf(fields: Record<string, unknown>, file: Uploaded | undefined) {
  if (!file) throw refused('must be given: a .md or .txt file');
  const unknown = Object.keys(fields).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw refused(UNKNOWN_FIELD, unknown);
  const name = String(fields.name ?? file.originalname);
  const title = fields.title ?? name.replace(/\.\w+$/, '').slice(0, 200);
  return { title, text: textOf(file), format: formatOf(file.originalname) };
}

function textOf({ buffer }: Uploaded): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {
    throw refused('must be a text in UTF-8');
  }
}

function formatOf(name: string): Format | undefined {
  const extension = /\.(\w+)$/.exec(name)?.[1].toLowerCase() ?? '';
  return Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
}

function refused(message: string, field = 'file'): Problem {
  return new Problem(400, 'Bad Request', `${field} ${message}`, { errors: [{ field, message }] });
}

function wrongType(): Problem {
  const detail = 'Upload Markdown or plain text: a file whose name ends in .md or .txt.';
  return new Problem(415, 'Unsupported Media Type', detail);
}
