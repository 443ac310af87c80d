import {
  BadRequestException,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  HttpException,
  Injectable,
  type NestInterceptor,
  type PipeTransform,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import { finalize } from 'rxjs';
import { UNKNOWN_FIELD } from '../../http/problems/problem.js';
import { RequestValidation } from '../../http/validation.js';
import { notTaken, refused } from './document.problem.js';
import { FILE_LIMIT } from './file-limit.js';
import { NewDocument, type Uploaded, UploadedDocument, UploadFields } from './new-document.dto.js';
import { UploadPlaces } from './upload-places.js';

/** Bytes of the form around the file: the other fields, and what parts them. */
const FORM_LIMIT = 64 * 1024;
const TOO_LARGE = 'must have 20 MiB at most: part it, or save it without its pictures';

/**
 * How many uploads are in memory at the same time: each may have 20 MiB, and a file is read whole.
 * Further ones wait in line. They cost nothing there: nothing is read of a request that waits.
 */
const AT_ONCE = 3;

const Files = FileInterceptor('file', {
  limits: { fileSize: FILE_LIMIT, files: 1, fields: 8, fieldSize: 4096 },
  defParamCharset: 'utf8',
} as object);

type UploadRequest = Request & { file?: Uploaded };

/** Receives an uploaded file. A JSON request passes unchanged. */
@Injectable()
export class DocumentUpload implements NestInterceptor {
  private readonly files = new Files();
  private readonly places = new UploadPlaces(AT_ONCE);

  /** Throws a `Problem`: 413 over 20 MiB, as soon as that is known; 400 without a file. */
  async intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<UploadRequest>();
    if (!request.is('multipart/form-data')) return next.handle();
    const length = Number(request.headers['content-length']);
    if (length > FILE_LIMIT + FORM_LIMIT) throw notTaken(413, TOO_LARGE);
    const leave = await this.places.take();
    try {
      // Multer would wait for ever for the end of a request that was given up before it is read.
      if (request.destroyed) throw refused('file', 'was given up before all of it came');
      return (await this.receive(context, next)).pipe(finalize(leave));
    } catch (error) {
      leave();
      throw asProblem(error);
    }
  }

  private receive(context: ExecutionContext, next: CallHandler) {
    const handle = () => {
      const { file } = context.switchToHttp().getRequest<UploadRequest>();
      if (!file) throw refused('file', 'must be given, as a file that has a name');
      return next.handle();
    };
    return this.files.intercept(context, { handle });
  }
}

/** What multer says of an upload, as a problem that names the field. */
function asProblem(error: unknown): unknown {
  if (error instanceof HttpException && error.getStatus() === 413) return notTaken(413, TOO_LARGE);
  if (!(error instanceof BadRequestException)) return error;
  const { message, field = 'file' } = error.cause as Error & { field?: string };
  return refused(field, `cannot be taken: ${message.toLowerCase()}`);
}

/** What a request to keep a document holds: its fields and, of an upload, its file. */
interface Received {
  body: unknown;
  file?: Uploaded;
}

/** The document that a request brings, as JSON or as a file; for the pipe `DocumentRequest`. */
export const GivenDocument = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { body, file } = context.switchToHttp().getRequest<UploadRequest>();
  return { body, file } satisfies Received;
});

/** Checks such a request against the class of its kind. */
@Injectable()
export class DocumentRequest implements PipeTransform {
  private readonly validation = new RequestValidation();

  /** Throws a `Problem` (400) that names each field that can't be used. */
  async transform({ body, file }: Received): Promise<NewDocument | UploadedDocument> {
    // A form may have a field of this name, which the validation would leave out unseen.
    if (file && Object.hasOwn(body as object, '__proto__'))
      throw refused('__proto__', UNKNOWN_FIELD);
    const metatype = file ? UploadFields : NewDocument;
    const given = await this.validation.transform(body ?? {}, { type: 'body', metatype });
    return file ? Object.assign(new UploadedDocument(), given, { file }) : given;
  }
}
