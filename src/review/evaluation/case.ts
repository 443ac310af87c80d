/** What an answer must hold: a text, or any one of several. */
export type Wanted = string | string[];

/** What is asked, and what marks its answer: a turn of a set of conversations, as the file has it. */
export interface CaseTurn {
  ask: string;
  kind: string;
  must?: Wanted[];
  must_not?: string[];
  refuse?: true;
  no_sources?: true;
  handover?: true;
}

/** A case for the evaluation that was made of an answer. */
export interface EvaluationCase {
  id: string;
  answerId: string;
  turn: CaseTurn;
  /** Milliseconds since 1970. */
  createdAt: number;
}
