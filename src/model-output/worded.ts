/**
 * Takes out what marks say in words: models without marks write such, and some servers take the marks
 * out and leave the words.
 */
export function withoutWordedMarks(text: string): string {
  const parts = [afterChannels, afterThoughts, withoutPlay];
  const answer = parts.reduce((rest, part) => part(rest.trim()), text);
  return isCall(answer) ? '' : answer.replace(/\n{3,}/g, '\n\n').trim();
}

/** "analysisThe user asks…assistantfinalWe open at 9" is what is left of the harmony format. */
function afterChannels(text: string): string {
  const final = text.lastIndexOf('assistantfinal');
  if (final >= 0) return text.slice(final + 'assistantfinal'.length);
  if (/^(?:analysis|commentary)(?=[\p{Lu}¿¡"'])/u.test(text)) return '';
  return text.replace(/^final(?=[\p{Lu}¿¡])/u, '');
}

/** "Thinking Process: … Final answer: …". An analysis may be an answer, where none is announced. */
function afterThoughts(text: string): string {
  const thinks = THINKS.test(text);
  if (!thinks && !REASONS.test(text)) return text;
  const answer = [...text.matchAll(ANSWERS)].at(-1);
  if (answer) return text.slice(answer.index + answer[0].length);
  return thinks ? '' : text;
}
const THINKS =
  /^[*#_ ]{0,6}(?:here(?:'s| is) (?:my|a|the) )?(?:thoughts?|thinking|thought process|thinking process)[*_ ]{0,4}(?::|\n)/i;
const REASONS = /^[*#_ ]{0,6}(?:reasoning|analysis|plan)[*_ ]{0,4}(?::|\n)/i;
const ANSWERS =
  /^[*#_ ]{0,6}(?:here(?:'s| is) my response|(?:final |my )?(?:answer|response))[*_ ]{0,4}(?::[*_]{0,2}|$)/gim;

/**
 * Takes off "assistant:" or "Answer:" before the answer, and what a model that plays both roles makes
 * its customer say next. "User: guest" alone may be of a document.
 */
function withoutPlay(text: string): string {
  const own = text.replace(PREFIX, '').trim();
  const next = OTHERS_TURN.exec(own);
  if (!next) return own;
  const playsBoth = OWN_ROLE.test(text) || OWN_TURN.test(own.slice(next.index));
  return playsBoth ? own.slice(0, next.index) : own;
}
const PREFIX =
  /^[*#_]{0,4}(?:(?:assistant|asistente|chatbot|bot|ai|(?:final )?answer|response|respuesta)[*_]{0,3} {0,2}:[*_]{0,3}|(?:assistant|model)[ \t]{0,3}\n)/i;

const OWN_ROLE = /^[*#_]{0,4}(?:assistant|asistente|chatbot|bot|ai)[*_]{0,3} {0,2}:/i;
const OTHERS_TURN = /\n[*#_ ]{0,4}(?:user|human|customer|usuario|cliente)[*_]{0,3} ?:/i;
const OWN_TURN = /\n[*#_ ]{0,4}(?:assistant|asistente)[*_]{0,3} ?:/i;

/** A call of a tool without any mark, as Llama writes it: in JSON, or as Python would. */
function isCall(text: string): boolean {
  const bare = text.replace(/^```(?:json)?\s*|```$/g, '').trim();
  if (/^\[?\{/.test(bare)) {
    return /"name"\s*:/.test(bare) && /"(?:arguments|parameters)"\s*:/.test(bare);
  }
  return /^\[[a-z_]\w*\([^]*\)\]$/i.test(bare);
}
