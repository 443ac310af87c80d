import type { Message } from '../../chat/messages/message.js';

/** A turn's messages as the model reads them: one user message, a line for each. */
export function questionOf(messages: Message[]): string {
  return messages.map(lineOf).join('\n');
}

function lineOf({ text, details }: Message): string {
  const { button, location, media } = details ?? {};
  if (text) return text;
  if (button?.text) return button.text;
  if (location) return `[location: ${location.latitude}, ${location.longitude}]`;
  const kinds = media?.map(({ contentType }) => contentType.split('/')[0]) ?? [];
  return `[${kinds.join(', ') || 'message'}]`;
}
