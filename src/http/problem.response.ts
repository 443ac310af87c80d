import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemBody } from './problem.js';

/** Describes an error of a route. Those that follow from its shape are described for all of them. */
export function ProblemResponse(status: number, description: string): MethodDecorator {
  const schema = { $ref: getSchemaPath(ProblemBody) };
  const content = { 'application/problem+json': { schema } };
  return applyDecorators(
    ApiExtraModels(ProblemBody),
    ApiResponse({ status, description, content }),
  );
}
