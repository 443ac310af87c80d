import { Module } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { adapterFor } from '../storage/storage.js';
import { ReviewedAnswerController } from './answer/answer.controller.js';
import { ReviewedAnswerService } from './answer/answer.service.js';
import { CorrectionsController } from './corrections/corrections.controller.js';
import { CorrectionsService } from './corrections/corrections.service.js';
import { CaseStore } from './evaluation/case.store.js';
import { EvaluationController } from './evaluation/evaluation.controller.js';
import { EvaluationService } from './evaluation/evaluation.service.js';
import { FeedbackController } from './feedback/feedback.controller.js';
import { FeedbackService } from './feedback/feedback.service.js';
import { FeedbackStore } from './feedback/feedback.store.js';
import { ReviewStore } from './review.store.js';
import { ReviewsService } from './reviews.service.js';

/** Shows what answers were made from, and takes what a person thinks of them. */
@Module({
  imports: [ChatModule, KnowledgeModule, MailboxModule],
  controllers: [
    ReviewedAnswerController,
    FeedbackController,
    CorrectionsController,
    EvaluationController,
  ],
  providers: [
    ReviewsService,
    ReviewedAnswerService,
    FeedbackService,
    CorrectionsService,
    EvaluationService,
    adapterFor(ReviewStore, {
      sqlite: () => import('./review.sqlite.js'),
      mongo: () => import('./review.mongo.js'),
    }),
    adapterFor(FeedbackStore, {
      sqlite: () => import('./feedback/feedback.sqlite.js'),
      mongo: () => import('./feedback/feedback.mongo.js'),
    }),
    adapterFor(CaseStore, {
      sqlite: () => import('./evaluation/case.sqlite.js'),
      mongo: () => import('./evaluation/case.mongo.js'),
    }),
  ],
  exports: [FeedbackStore],
})
export class ReviewModule {}
