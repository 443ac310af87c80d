import type { Message } from '../../chat/messages/message.js';

/**
 * Returns the text that the model reads in place of a message without one: the label of a button,
 * or a note in brackets for a location, a voice note, a picture and other media.
 */
export function inWords({ details }: Message): string {
  const { button, location, media } = details ?? {};
  if (button?.text) return button.text;
  if (location) return `[location: ${location.latitude}, ${location.longitude}]`;
  const kinds = media?.map(({ contentType }) => contentType.split('/')[0]) ?? [];
  return `[${kinds.join(', ') || 'message'}]`;
}
