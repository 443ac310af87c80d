import type { Message } from '../../chat/messages/message.js';

/** What stands for a message without a text: a button, a place, a voice note, a picture. */
export function inWords({ details }: Message): string {
  const { button, location, media } = details ?? {};
  if (button?.text) return button.text;
  if (location) return `[location: ${location.latitude}, ${location.longitude}]`;
  const kinds = media?.map(({ contentType }) => contentType.split('/')[0]) ?? [];
  return `[${kinds.join(', ') || 'message'}]`;
}
