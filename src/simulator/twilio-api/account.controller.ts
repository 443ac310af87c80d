import { All, Controller, Get, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Faults } from '../faults/faults.js';
import { accountResource } from './resources.js';
import { SimulatorOptions } from '../simulator.options.js';
import { TwilioApi } from './twilio-api.decorator.js';
import { TwilioError } from './twilio-error.js';

/** Twilio's Accounts: the one that is played. Comes last: what no other controller knows is 404. */
@TwilioApi()
@Controller('2010-04-01')
export class AccountController {
  constructor(
    private readonly options: SimulatorOptions,
    private readonly faults: Faults,
  ) {}

  @Get('Accounts/:account.json')
  fetch() {
    const status = this.faults.accountSuspended ? 'suspended' : 'active';
    return { ...accountResource(this.options.accountSid, this.options.from), status };
  }

  @All('*path')
  unknown(@Req() request: Request): never {
    throw TwilioError.notFound(request.path);
  }
}
