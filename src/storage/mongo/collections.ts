import type { ClientSession, Model } from 'mongoose';
import { HeldRows } from './held-rows.js';
import { dropUnused } from './indexes.js';
import type { Mongo } from './mongo.js';
import { type AccountHoldRow, AccountHoldSchema } from './rows/account-hold.js';
import { type AdminTokenRow, AdminTokenSchema } from './rows/admin-token.js';
import { type AuditRow, AuditSchema } from './rows/audit.js';
import { type AnnouncementRow, AnnouncementSchema } from './rows/announcement.js';
import { type TargetRow, TargetSchema } from './rows/announcement.js';
import {
  ConsentRow,
  ConsentSchema,
  OptedOutPersonRow,
  OptedOutPersonSchema,
} from './rows/consent.js';
import { type ConversationRow, ConversationSchema } from './rows/conversation.js';
import { type CuratedAnswerRow, CuratedAnswerSchema } from './rows/curated-answer.js';
import { type ServedRow, ServedSchema } from './rows/curated-answer.js';
import { type ContentResourceRow, ContentResourceSchema } from './rows/twilio.js';
import { type UsageSumsRow, UsageSumsSchema } from './rows/usage-sums.js';
import { type DocumentRow, DocumentSchema } from './rows/document.js';
import { type ErasureRow, ErasureSchema } from './rows/erasure.js';
import { type ErasedMessageRow, ErasedMessageSchema } from './rows/message.js';
import { type MessageRow, MessageSchema } from './rows/message.js';
import { type OutboxRow, OutboxSchema } from './rows/outbox.js';
import { type SessionRow, SessionSchema } from './rows/conversation.js';
import { type ConsoleCodeRow, ConsoleCodeSchema } from './rows/sign-in.js';
import { type ConsoleSessionRow, ConsoleSessionSchema } from './rows/sign-in.js';
import { type SettingChangeRow, SettingChangeSchema } from './rows/setting-change.js';
import { type TestSendRow, TestSendSchema } from './rows/twilio.js';
import { type EvaluationCaseRow, EvaluationCaseSchema } from './rows/trace.js';
import { type TraceRow, TraceSchema } from './rows/trace.js';
import { type TurnRow, TurnSchema } from './rows/turn.js';
import { type TwilioNumberRow, TwilioNumberSchema } from './rows/twilio.js';
import { type VectorRow, VectorSchema } from './rows/vector.js';

/** All collections of the database, each opened once. Every MongoDB adapter works on them. */
export class Collections {
  private constructor(
    readonly mongo: Mongo,
    readonly held: HeldRows,
    readonly sessions: Model<SessionRow>,
    readonly conversations: Model<ConversationRow>,
    readonly messages: Model<MessageRow>,
    readonly turns: Model<TurnRow>,
    readonly outbox: Model<OutboxRow>,
    readonly erased: Model<ErasedMessageRow>,
    readonly erasures: Model<ErasureRow>,
    readonly documents: Model<DocumentRow>,
    readonly vectors: Model<VectorRow>,
    readonly curated: Model<CuratedAnswerRow>,
    readonly served: Model<ServedRow>,
    readonly usageSums: Model<UsageSumsRow>,
    readonly accountHold: Model<AccountHoldRow>,
    readonly testSends: Model<TestSendRow>,
    readonly twilioNumbers: Model<TwilioNumberRow>,
    readonly consoleCodes: Model<ConsoleCodeRow>,
    readonly consoleSessions: Model<ConsoleSessionRow>,
    readonly adminTokens: Model<AdminTokenRow>,
    readonly audit: Model<AuditRow>,
    readonly consents: Model<ConsentRow>,
    readonly optedOutPeople: Model<OptedOutPersonRow>,
    readonly traces: Model<TraceRow>,
    readonly evaluationCases: Model<EvaluationCaseRow>,
    readonly settingChanges: Model<SettingChangeRow>,
    readonly targets: Model<TargetRow>,
    readonly announcements: Model<AnnouncementRow>,
    readonly contentResources: Model<ContentResourceRow>,
  ) {}

  /**
   * Opens the collections and creates their indexes. While the server can't be reached, it resolves
   * without them; they are created once the server is reached.
   */
  static async open(mongo: Mongo, held = new HeldRows()): Promise<Collections> {
    mongo.processes.onDeath('held rows', async () => held.forget());
    const collections = new Collections(
      mongo,
      held,
      ...(await Promise.all([
        mongo.model('whatsapp_sessions', SessionSchema),
        mongo.model('conversations', ConversationSchema),
        mongo.model('messages', MessageSchema),
        mongo.model('turns', TurnSchema),
        mongo.model('outbox', OutboxSchema),
        mongo.model('erased_messages', ErasedMessageSchema),
        mongo.model('erasures', ErasureSchema),
        mongo.model('documents', DocumentSchema),
        mongo.model('vectors', VectorSchema),
        mongo.model('curated_answers', CuratedAnswerSchema),
        mongo.model('served_answers', ServedSchema),
        mongo.model('usage_sums', UsageSumsSchema),
        mongo.model('account_hold', AccountHoldSchema),
        mongo.model('test_sends', TestSendSchema),
        mongo.model('twilio_numbers', TwilioNumberSchema),
        mongo.model('console_codes', ConsoleCodeSchema),
        mongo.model('console_sessions', ConsoleSessionSchema),
        mongo.model('admin_tokens', AdminTokenSchema),
        mongo.model('audit_log', AuditSchema),
        mongo.model('consent_records', ConsentSchema),
        mongo.model('opted_out_people', OptedOutPersonSchema),
        mongo.model('traces', TraceSchema),
        mongo.model('evaluation_cases', EvaluationCaseSchema),
        mongo.model('settings_history', SettingChangeSchema),
        mongo.model('announcement_targets', TargetSchema),
        mongo.model('announcements', AnnouncementSchema),
        mongo.model('content_resources', ContentResourceSchema),
      ])),
    );
    if (mongo.connected) await dropUnused(mongo.connection.db!);
    return collections;
  }

  /** See `Mongo.transaction`. */
  transaction<T>(work: (session: ClientSession) => Promise<T>, patience?: number): Promise<T> {
    return this.mongo.transaction(work, patience);
  }
}
