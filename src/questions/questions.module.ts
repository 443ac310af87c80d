import { Module } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { adapterFor } from '../storage/storage.js';
import { QuestionStore } from './question.store.js';
import { QuestionsController } from './questions.controller.js';
import { QuestionsService } from './questions.service.js';
import { TryController } from './try.controller.js';
import { TryService } from './try.service.js';

/** Shows what is asked, and lets an operator try a question. */
@Module({
  imports: [ChatModule],
  controllers: [QuestionsController, TryController],
  providers: [
    QuestionsService,
    TryService,
    adapterFor(QuestionStore, {
      sqlite: () => import('./question.sqlite.js'),
      mongo: () => import('./question.mongo.js'),
    }),
  ],
  exports: [QuestionStore],
})
export class QuestionsModule {}
