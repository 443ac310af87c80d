import { Module } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { ConsentModule } from '../consent/consent.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SuggestionsModule } from '../suggestions/suggestions.module.js';
import { adapterFor } from '../storage/storage.js';
import { ErasureStore } from './erasure.store.js';
import { RecordsStore } from './records.store.js';
import { RetentionService } from './retention/retention.service.js';
import { RetentionStore } from './retention/retention.store.js';
import { SenderDataController } from './sender-data.controller.js';
import { SenderDataService } from './sender-data.service.js';
import { UnfinishedErasures } from './unfinished-erasures.js';

/** Exports and erases the data of a sender. */
@Module({
  imports: [ChatModule, SessionsModule, ConversationsModule, SuggestionsModule, ConsentModule],
  controllers: [SenderDataController],
  providers: [
    SenderDataService,
    RetentionService,
    UnfinishedErasures,
    adapterFor(RetentionStore, {
      sqlite: () => import('./retention/retention.sqlite.js'),
      mongo: () => import('./retention/retention.mongo.js'),
    }),
    adapterFor(ErasureStore, {
      sqlite: () => import('./erasure.sqlite.js'),
      mongo: () => import('./erasure.mongo.js'),
    }),
    adapterFor(RecordsStore, {
      sqlite: () => import('./records.sqlite.js'),
      mongo: () => import('./records.mongo.js'),
    }),
  ],
})
export class SenderDataModule {}
