import type { Socket } from 'node:net';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Connections whose request is never answered. They end with us, or when all is emptied. */
@Injectable()
export class HeldConnections implements OnModuleDestroy {
  private readonly held = new Set<Socket>();

  /** Never resolves. */
  hold(connection: Socket): Promise<never> {
    this.held.add(connection);
    connection.once('close', () => this.held.delete(connection));
    return new Promise(() => {});
  }

  cut(): void {
    for (const connection of this.held) connection.destroy();
  }

  onModuleDestroy(): void {
    this.cut();
  }
}
