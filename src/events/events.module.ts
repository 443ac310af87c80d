import { Module } from '@nestjs/common';
import { adapterFor } from '../storage/storage.js';
import { EventFeed } from './event-feed.js';
import { EventsController } from './events.controller.js';
import { StoreChanges } from './store-changes.js';
import { StreamsService } from './streams.service.js';

/** What changes, for those who watch: read from the store, told by ids. */
@Module({
  controllers: [EventsController],
  providers: [
    adapterFor(StoreChanges, {
      sqlite: () => import('./store-changes.sqlite.js'),
      mongo: () => import('./store-changes.mongo.js'),
    }),
    EventFeed,
    StreamsService,
  ],
})
export class EventsModule {}
