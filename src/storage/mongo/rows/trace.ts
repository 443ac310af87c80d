import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';

/** What an answer was made from, as MongoDB stores it. It is erased with the answer's message. */
@Schema({ collection: 'traces', versionKey: false })
export class TraceRow {
  /** The id of the answer's message. */
  @Prop({ type: String, required: true })
  _id: string;
  @Prop({ type: Object })
  trace: object;
  @Prop({ type: Date, index: true })
  created_at: Date;
}
export const TraceSchema = SchemaFactory.createForClass(TraceRow);

/** A case for the evaluation that was made of an answer, with which it is erased. */
@Schema({ collection: 'evaluation_cases', versionKey: false })
export class EvaluationCaseRow {
  @Prop({ type: String, required: true })
  _id: string;
  /** The id of the answer's message. */
  @Prop({ type: String, index: true })
  answer_id: string;
  /** What is asked, and what the answer must hold. */
  @Prop({ type: Object })
  turn: object;
  @Prop({ type: Date })
  created_at: Date;
}
export const EvaluationCaseSchema = SchemaFactory.createForClass(EvaluationCaseRow);
EvaluationCaseSchema.index({ created_at: 1, _id: 1 });
