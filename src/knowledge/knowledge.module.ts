import { Module } from '@nestjs/common';
import { EgressModule } from '../egress/egress.module.js';
import { adapterFor } from '../storage/storage.js';
import { AnswersController } from './answers/answers.controller.js';
import { AnswersService } from './answers/answers.service.js';
import { CuratedAnswerRepository } from './answers/curated-answer.repository.js';
import { CuratedAnswers } from './answers/curated-answers.js';
import { DocumentReader } from './documents/document.reader.js';
import { DocumentRepository } from './documents/document.repository.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsService } from './documents/documents.service.js';
import { KnowledgeService } from './knowledge.service.js';
import { Embedder } from './meaning/embedder.js';
import { EmbeddingModel } from './meaning/embedding-model.js';
import { MeaningService } from './meaning/meaning.service.js';
import { VectorStore } from './meaning/store/vector.store.js';
import { PassagesController } from './passages/passages.controller.js';
import { PassagesService } from './passages/passages.service.js';
import { Reading } from './reading/reading.js';
import { SampleKnowledge } from './sample-knowledge.js';
import { Reranker } from './search/rerank.js';
import { SearchController } from './search/search.controller.js';
import { ThreadedIndex } from './search/thread/threaded-index.js';
import { WebPagesController } from './web-pages/web-pages.controller.js';
import { WebPagesService } from './web-pages/web-pages.service.js';

/** Takes the business's documents, and finds passages in them. */
@Module({
  imports: [EgressModule],
  controllers: [
    AnswersController,
    DocumentsController,
    PassagesController,
    WebPagesController,
    SearchController,
  ],
  providers: [
    AnswersService,
    CuratedAnswers,
    DocumentReader,
    DocumentsService,
    KnowledgeService,
    PassagesService,
    Reading,
    SampleKnowledge,
    ThreadedIndex,
    WebPagesService,
    Reranker,
    MeaningService,
    Embedder,
    EmbeddingModel,
    adapterFor(VectorStore, {
      sqlite: () => import('./meaning/store/vector.sqlite.js'),
      mongo: () => import('./meaning/store/vector.mongo.js'),
    }),
    adapterFor(DocumentRepository, {
      sqlite: () => import('./documents/document.sqlite.js'),
      mongo: () => import('./documents/document.mongo.js'),
    }),
    adapterFor(CuratedAnswerRepository, {
      sqlite: () => import('./answers/curated-answer.sqlite.js'),
      mongo: () => import('./answers/curated-answer.mongo.js'),
    }),
  ],
  exports: [
    AnswersService,
    CuratedAnswers,
    DocumentReader,
    KnowledgeService,
    MeaningService,
    Reading,
  ],
})
export class KnowledgeModule {}
