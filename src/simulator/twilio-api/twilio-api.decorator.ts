import { applyDecorators, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../http/admin/admin.guard.js';
import { AccountGuard } from './account.guard.js';
import { LoopbackGuard } from '../loopback.guard.js';
import { TwilioErrorFilter } from './twilio-error.js';

/** A controller that answers as Twilio's REST API: its authentication, its errors. */
export function TwilioApi(): ClassDecorator {
  return applyDecorators(
    Public(),
    ApiExcludeController(),
    UseGuards(LoopbackGuard, AccountGuard),
    UseFilters(TwilioErrorFilter),
  );
}
