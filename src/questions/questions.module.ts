import { Module } from '@nestjs/common';
import { adapterFor } from '../storage/storage.js';
import { QuestionStore } from './question.store.js';
import { QuestionsController } from './questions.controller.js';
import { QuestionsService } from './questions.service.js';

/** Shows what is asked, and lets an operator try a question. */
@Module({
  controllers: [QuestionsController],
  providers: [
    QuestionsService,
    adapterFor(QuestionStore, {
      sqlite: () => import('./question.sqlite.js'),
      mongo: () => import('./question.mongo.js'),
    }),
  ],
})
export class QuestionsModule {}
