import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { isLoopback } from '../env/env.js';
import { Problem } from '../http/problems/problem.js';
import { SimulatorOptions } from './simulator.options.js';

/**
 * Serves only who asks for this machine by a loopback name. A web page that has its own name
 * resolve to 127.0.0.1 (DNS rebinding) sends that name as Host, and is refused.
 */
@Injectable()
export class LoopbackGuard implements CanActivate {
  constructor(private readonly options: SimulatorOptions) {}

  canActivate(context: ExecutionContext): boolean {
    const { host } = context.switchToHttp().getRequest<Request>().headers;
    if (host && URL.canParse(`http://${host}`) && this.ours(new URL(`http://${host}`))) return true;
    const detail = 'Ask for the simulator as localhost, 127.0.0.1 or [::1].';
    throw new Problem(403, 'Forbidden', detail);
  }

  /** Also the name by which the app itself asks: it was told to listen there. */
  private ours({ origin, hostname }: URL): boolean {
    return isLoopback(origin) || hostname === new URL(this.options.address()).hostname;
  }
}
