import { Module } from '@nestjs/common';
import { Egress } from './egress.js';

/** The way out to addresses that others give. */
@Module({
  providers: [{ provide: Egress, useFactory: () => new Egress() }],
  exports: [Egress],
})
export class EgressModule {}
