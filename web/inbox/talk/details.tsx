import type { ReactNode } from 'react';
import { FileIcon, PictureIcon, PlaceIcon, VideoIcon, VoiceIcon } from '../icons.js';
import { useInboxWords, useTalkWords } from '../words.js';

/** What a message carries besides its text; the API describes it no further. */
interface MessageDetails {
  kind?: string;
  media?: { contentType?: string; read?: Reading }[];
  location?: { latitude?: number; longitude?: number; address?: string; label?: string };
  button?: { text?: string };
  contacts?: string[];
  order?: string[];
  flow?: { question: string; answer: string }[];
  repliedTo?: string;
  forwarded?: boolean;
}

interface Reading {
  by?: string;
  text?: string;
  title?: string;
  failed?: string;
}

export function readDetails(details: unknown): MessageDetails {
  return details && typeof details === 'object' ? details : {};
}

const ICONS: Record<string, typeof FileIcon> = {
  audio: VoiceIcon,
  image: PictureIcon,
  video: VideoIcon,
};

/** Media and what was read of them, places, contacts, orders, forms. */
export function Details({ details }: { details: MessageDetails }) {
  const words = useTalkWords();
  const { kinds } = useInboxWords();
  const { kind, media, location, button, contacts, order, flow, repliedTo, forwarded } = details;
  const lines = [...(contacts ?? []), ...(order ?? [])];
  return (
    <>
      {(repliedTo || forwarded) && (
        <p className="detail-note">{forwarded ? words.forwarded : words.inReply}</p>
      )}
      {kind && !location && <p className="detail-note">{kinds[kind] ?? kind}</p>}
      {list(media).map((medium, n) => (
        <Medium key={n} contentType={medium.contentType ?? ''} read={medium.read} />
      ))}
      {location && <Place {...location} />}
      {button?.text && <p className="detail-note said">{words.button(button.text)}</p>}
      {lines.length > 0 && (
        <ul className="detail-lines">
          {lines.map((line, n) => (
            <li key={n} className="said" dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
      {list(flow).map(({ question, answer }, n) => (
        <p key={n} className="detail-pair said" dir="auto">
          <strong>{question}</strong> {answer}
        </p>
      ))}
    </>
  );
}

const list = <T,>(some: T[] | undefined): T[] => (Array.isArray(some) ? some : []);

function Medium({ contentType, read }: { contentType: string; read?: Reading }) {
  const words = useTalkWords();
  const { kinds } = useInboxWords();
  const [family] = contentType.split('/');
  const Icon = ICONS[family] ?? FileIcon;
  return (
    <div className="detail-medium">
      <Icon size={22} />
      <div>
        <strong className="said" dir="auto">
          {read?.title ?? kinds[family] ?? kinds.file}
        </strong>
        <small className="said">{contentType}</small>
        {read?.failed && <Line>{words.unread[read.failed] ?? read.failed}</Line>}
        {read?.text && (
          <details>
            <summary>{words.readBy[read.by ?? ''] ?? words.readBy.document}</summary>
            <p className="said" dir="auto">
              {read.text}
            </p>
          </details>
        )}
      </div>
    </div>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <small className="detail-fault">{children}</small>;
}

function Place({ latitude, longitude, address, label }: NonNullable<MessageDetails['location']>) {
  const words = useTalkWords();
  const place = `${Number(latitude)},${Number(longitude)}`;
  return (
    <div className="detail-medium">
      <PlaceIcon size={22} />
      <div>
        <strong className="said" dir="auto">
          {label ?? place}
        </strong>
        {address && (
          <small className="said" dir="auto">
            {address}
          </small>
        )}
        <a
          href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`}
          target="_blank"
          rel="noreferrer noopener"
        >
          {words.open}
        </a>
      </div>
    </div>
  );
}
