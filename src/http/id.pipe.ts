import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Problem } from './problems/problem.js';

/** The id in an address, in small letters, as ids are kept. Throws a `Problem` (400) for another. */
@Injectable()
export class Id implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isUUID(value)) return value.toLowerCase();
    const errors = [{ field: 'id', message: 'must be a UUID' }];
    throw new Problem(400, 'Bad Request', 'id must be a UUID', { errors });
  }
}
