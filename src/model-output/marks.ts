/**
 * What a mark in a model's raw output does. `thought` and `tool` open a part that is nobody's business,
 * `/thought` and `/tool` close it. After `turn` comes the name of who speaks; `channel` and `message`
 * are of OpenAI's harmony format. `other` marks only vanish.
 */
export type MarkKind =
  | 'thought'
  | '/thought'
  | 'tool'
  | '/tool'
  | 'turn'
  | 'role'
  | 'channel'
  | 'message'
  | 'end'
  | 'struck'
  | '/struck'
  | 'other';

export interface Mark {
  kind: MarkKind;
  /** Where it begins and ends in the output. */
  from: number;
  to: number;
  /** Who speaks from a `role` mark on. */
  role?: string;
}

/**
 * What may be a mark, also one that the output's end has cut: `<think>`, `</think >`, `<|im_end|>`,
 * `<｜end▁of▁sentence｜>`, `<|channel>`, `[/THINK]`, `◁think▷`, LG's `[|endofturn|]`, a block of "tool_code". No part of the
 * pattern can run over the next `<`, so that the search takes linear time.
 */
const SOME =
  /<(?<left>[|｜]?)\s{0,2}(?<slash>\/?)\s{0,2}(?<name>[a-z][\w▁:.-]{0,60})(?![\w▁:.-])(?<rest>[^<>|｜]*)(?<right>[|｜]?)(?:>|$)|\[(?<off>\/?)(?<square>THINK|INST|TOOL_CALLS|TOOL_RESULTS)\]|\[\|(?<lg>endofturn|assistant|user|system)\|\]|◁(?<shut>\/?)think▷|```tool_[a-z]+[^]*?(?:```|$)/gi;

const THOUGHT =
  /^(?:think(?:ing)?|thoughts?|reason(?:ing)?|reflection|analysis|scratchpad|inner_(?:thoughts?|monologue)|unused94)$/;
const TOOL =
  /^(?:tools?|tool_?(?:calls?|use|code|responses?|results?|outputs?)(?:_section)?|functions?|function_(?:calls?|results?)|invoke|action|python_tag)$/;
const TURN = /^(?:im_start|start|start_header_id|start_of_role|start_of_turn)$/;
const END =
  /^(?:im_end|end|return|call|eos|eo[tm](?:_id)?|end_?of_?text|end_of_sentence|end_of_turn(?:_token)?)$/;
const ROLE =
  /^(?<role>assistant|user|system|developer|human|observation|chatbot|ipython)(?:_token)?$/;
/** Tags around an answer, or at its ends. */
const AROUND = /^(?:bos|pad|unk|answer|final_answer|response|output)$/;

/** The marks of an output, first to last. */
export function marksIn(raw: string): Mark[] {
  const marks: Mark[] = [];
  const some = new RegExp(SOME);
  for (let found = some.exec(raw); found; found = some.exec(raw)) {
    const mark = markOf(found.groups ?? {});
    const from = found.index;
    const to = some.lastIndex;
    if (mark && !isMentioned(raw, from, to)) marks.push({ ...mark, from, to });
    else some.lastIndex = from + 1;
  }
  return marks;
}

/** Whether a mark stands alone in quotes or backticks: then it is spoken of. */
function isMentioned(raw: string, from: number, to: number): boolean {
  const opening = OPENING.indexOf(raw.charAt(from - 1) || ' ');
  return opening >= 0 && raw.charAt(to) === CLOSING.charAt(opening);
}
const OPENING = '`"\'“«‘';
const CLOSING = '`"\'”»’';

function markOf(
  groups: Record<string, string | undefined>,
): Pick<Mark, 'kind' | 'role'> | undefined {
  const { name, square, off, shut, lg } = groups;
  if (square) return squareMark(square.toUpperCase(), off === '/');
  if (lg) return lg.toLowerCase() === 'endofturn' ? { kind: 'end' } : { kind: 'role', role: lg };
  if (shut !== undefined) return { kind: shut ? '/thought' : 'thought' };
  if (name === undefined) return { kind: 'other' };
  const [left, right] = [!!groups.left, !!groups.right];
  const said = plain(name);
  const { base, ends } = withoutSides(said);
  const closes = !!groups.slash || ends || (right && !left);
  if (groups.rest?.endsWith('/')) return isHidden(base) ? { kind: 'other' } : undefined;
  if (THOUGHT.test(base) || said === 'unused95') {
    return { kind: closes || said === 'unused95' ? '/thought' : 'thought' };
  }
  if (TOOL.test(base)) return { kind: closes ? '/tool' : 'tool' };
  return left || right ? barMark(said, left && right, closes) : tagMark(said, closes);
}

/** `<think/>` holds nothing. */
function isHidden(base: string): boolean {
  return THOUGHT.test(base) || TOOL.test(base);
}

/** Mistral's marks. Its calls of tools reach to the end. */
function squareMark(name: string, closes: boolean): Pick<Mark, 'kind' | 'role'> {
  if (name === 'THINK') return { kind: closes ? '/thought' : 'thought' };
  if (name === 'INST') return { kind: 'role', role: closes ? 'assistant' : 'user' };
  return { kind: closes ? '/tool' : 'tool' };
}

/** A mark with bars. Gemma's have them on one side: `<|turn>model`, `<channel|>` after a thought. */
function barMark(name: string, both: boolean, closes: boolean): Pick<Mark, 'kind' | 'role'> {
  if (!both && name === 'turn') return { kind: closes ? 'end' : 'turn' };
  if (!both && name === 'channel') return { kind: closes ? '/thought' : 'thought' };
  if (name === 'channel' || name === 'message') return { kind: name };
  const role = ROLE.exec(name)?.groups?.role;
  if (role) return { kind: 'role', role };
  if (TURN.test(name)) return { kind: 'turn' };
  return { kind: END.test(name) ? 'end' : 'other' };
}

/** A mark that looks like HTML. Real HTML is none. */
function tagMark(name: string, closes: boolean): Pick<Mark, 'kind'> | undefined {
  if (name === 's') return { kind: closes ? '/struck' : 'struck' };
  if (name === 'start_of_turn') return { kind: 'turn' };
  if (name === 'end_of_turn' || name === 'eos') return { kind: 'end' };
  return AROUND.test(name) ? { kind: 'other' } : undefined;
}

/** "seed:Think" is "think", "end▁of▁sentence" is "end_of_sentence". */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^[a-z]+:/, '')
    .replace(/[▁-]/g, '_');
}

/** "begin_of_thought", "START_THINKING" and "tool_calls_begin" open, "end_of_thought" closes. */
function withoutSides(name: string): { base: string; ends: boolean } {
  const base = name.replace(/^(?:begin|start|end)_(?:of_)?|_(?:begin|start|end)$/g, '');
  return { base, ends: /^end_|_end$/.test(name) };
}
