import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { MediaService } from './media.service.js';
import { OpenAIEndpoint } from './openai-endpoint.js';
import { Transcription } from './transcription.js';
import { Vision } from './vision.js';

/** Reads what people send besides text. */
@Module({
  imports: [KnowledgeModule],
  providers: [MediaService, OpenAIEndpoint, Transcription, Vision],
  exports: [MediaService],
})
export class MediaModule {}
