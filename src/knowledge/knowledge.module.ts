import { Module } from '@nestjs/common';
import { adapterFor } from '../storage/storage.js';
import { AnswersController } from './answers/answers.controller.js';
import { AnswersService } from './answers/answers.service.js';
import { CuratedAnswerRepository } from './answers/curated-answer.repository.js';
import { CuratedAnswers } from './answers/curated-answers.js';
import { DocumentRepository } from './documents/document.repository.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsService } from './documents/documents.service.js';
import { KnowledgeService } from './knowledge.service.js';
import { Reading } from './reading/reading.js';
import { SampleKnowledge } from './sample-knowledge.js';
import { SearchController } from './search/search.controller.js';

/** Takes the business's documents, and finds passages in them. */
@Module({
  controllers: [AnswersController, DocumentsController, SearchController],
  providers: [
    AnswersService,
    CuratedAnswers,
    DocumentsService,
    KnowledgeService,
    Reading,
    SampleKnowledge,
    adapterFor(DocumentRepository, {
      sqlite: () => import('./documents/document.sqlite.js'),
      mongo: () => import('./documents/document.mongo.js'),
    }),
    adapterFor(CuratedAnswerRepository, {
      sqlite: () => import('./answers/curated-answer.sqlite.js'),
      mongo: () => import('./answers/curated-answer.mongo.js'),
    }),
  ],
  exports: [CuratedAnswers, KnowledgeService, Reading],
})
export class KnowledgeModule {}
