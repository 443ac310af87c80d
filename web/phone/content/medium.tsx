import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { controlControllerFile } from '../../api/dist/sdk.gen.js';
import type { ListedMedia } from '../../api/dist/types.gen.js';
import { usePhoneWords } from '../words.js';

/** A file that a person sent: heard, seen, or there to be saved. */
export function Medium({ message, medium }: { message: string; medium: ListedMedia }) {
  const words = usePhoneWords();
  const type = medium.content_type ?? 'application/octet-stream';
  const address = useAddress(message, medium.sid, type);
  const kind = type.split('/')[0];
  const name = `${words.file} (${type.split(';')[0]})`;
  if (!address) return <div className="medium">{name}</div>;
  if (kind === 'image') return <img className="medium" src={address} alt={words.kinds.picture} />;
  if (kind === 'audio')
    // What somebody says has no captions here; Recado's reading of it stands in the time line.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    return <audio className="medium" controls src={address} aria-label={words.kinds.voice} />;
  if (kind === 'video')
    // eslint-disable-next-line jsx-a11y/media-has-caption
    return <video className="medium" controls src={address} aria-label={words.kinds.video} />;
  return (
    <a className="medium" href={address} download={`${medium.sid}${endOf(type)}`}>
      {name}
    </a>
  );
}

/** An address within this page for the file's bytes, as long as it is shown. */
function useAddress(message: string, media: string, type: string): string | undefined {
  const { data } = useQuery({
    queryKey: ['file', message, media],
    // It never changes. Read again, it would take what is heard or saved just now away.
    staleTime: 'static',
    queryFn: async () => {
      const path = { message, media };
      const { data: bytes } = await controlControllerFile({ path, parseAs: 'blob' });
      return new Blob([bytes as Blob], { type: shownAs(type) });
    },
  });
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!data) return undefined;
    const made = URL.createObjectURL(data);
    // It is made beside the rendering, and must be taken back.
    // eslint-disable-next-line react/set-state-in-effect
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return address;
}

/** Only what can't be a page of ours: what is opened by its address would have our rights. */
function shownAs(type: string): string {
  const shown = /^(image\/(?!svg)|audio\/|video\/)/.test(type);
  return shown ? type : 'application/octet-stream';
}

function endOf(type: string): string {
  const ends: Record<string, string> = {
    'application/pdf': '.pdf',
    'text/plain': '.txt',
    'text/csv': '.csv',
    'text/vcard': '.vcf',
  };
  return ends[type.split(';')[0]] ?? '';
}
