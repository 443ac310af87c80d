import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemBody } from './problem.js';

/** The form of every error, as OpenAPI says it. */
export const problemContent = {
  'application/problem+json': { schema: { $ref: getSchemaPath(ProblemBody) } },
};

/** Describes an error of a route. Those that follow from its shape are described for all of them. */
export function ProblemResponse(
  status: number,
  description: string,
): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(ProblemBody),
    ApiResponse({ status, description, content: problemContent }),
  );
}
