import type { TimelineView } from '../api/dist/types.gen.js';
import { AttemptSides } from '../failures/evidence.js';
import { useMessageWords } from './words.js';

/** Of sends of unknown outcome: what is known here, and at Twilio. */
export function Sides({ timeline: { parts } }: { timeline: TimelineView }) {
  const words = useMessageWords();
  const evidence = parts.flatMap((part) => part.evidence ?? []);
  if (!evidence.length) return null;
  return (
    <section className="msg-card" aria-label={words.evidence}>
      <h2>{words.evidence}</h2>
      <div className="evidence">
        {evidence.map((one) => (
          <AttemptSides key={one.attempt} one={one} />
        ))}
      </div>
    </section>
  );
}
