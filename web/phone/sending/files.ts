import type { InboundMedia } from '../../api/dist/types.gen.js';

/** Bytes: WhatsApp takes no larger one. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** A file as the simulator takes it. */
export async function mediumOf(file: Blob, type = file.type): Promise<InboundMedia> {
  return { content_type: type || 'application/octet-stream', base64: await base64Of(file) };
}

function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve((reader.result as string).split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(reader.error!));
    reader.readAsDataURL(file);
  });
}
