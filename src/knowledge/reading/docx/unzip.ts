import { unzipSync, zipSync } from 'fflate';
import { UnreadableFile } from '../read-file.js';

/** Bytes and entries that a document may unpack to; a book of a thousand pages has 10 MiB. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 5000;

/** Text, its styles and lists; never pictures, fonts, macros or embedded files. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/[^/]+\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

/**
 * The same document with only the parts that hold its text, not compressed any more.
 *
 * Whoever unpacks what it is given believes the sizes that a zip declares, or none. Here the
 * declared sizes are added up before anything is unpacked, and an entry gets the memory that it
 * declared and no more: what it holds beyond is cut off, and then is no XML. Throws
 * `UnreadableFile` for a zip bomb, and what is damaged.
 */
export function textPartsOf(bytes: Uint8Array): Buffer {
  let entries = 0;
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const wanted = WANTED.test(name);
      if (wanted) size += originalSize;
      if (++entries > MOST_ENTRIES || size > MOST_BYTES) throw tooLarge();
      return wanted;
    },
  });
  return Buffer.from(zipSync(parts, { level: 0 }));
}

function tooLarge(): UnreadableFile {
  const megabytes = MOST_BYTES / 1024 / 1024;
  return new UnreadableFile(
    'too-large',
    `The document unpacks to more than ${megabytes} MiB. Part it, or save it anew in Word.`,
  );
}
