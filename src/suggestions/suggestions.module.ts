import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { adapterFor } from '../storage/storage.js';
import { SuggestionStore } from './suggestion.store.js';
import { SuggestionsController } from './suggestions.controller.js';
import { SuggestionsService } from './suggestions.service.js';

/** Offers what people answered as answers for others who ask the same. */
@Module({
  imports: [KnowledgeModule],
  controllers: [SuggestionsController],
  providers: [
    SuggestionsService,
    adapterFor(SuggestionStore, {
      sqlite: () => import('./suggestion.sqlite.js'),
      mongo: () => import('./suggestion.mongo.js'),
    }),
  ],
  exports: [SuggestionsService],
})
export class SuggestionsModule {}
