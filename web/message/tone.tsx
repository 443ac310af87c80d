import type { ReactNode } from 'react';
import type { SpanView } from '../api/dist/types.gen.js';
import { icon } from '../shell/icons.js';
import { useMessageWords } from './words.js';

export type Tone = SpanView['tone'];

const GoodIcon = icon('M5 12.500 10 17.500 19 7');
const CalmIcon = icon('M8 12h8');
const WarnIcon = icon('M12 6v8M12 17.800v.1');
const BadIcon = icon('M6.500 6.500 17.500 17.500M17.500 6.500 6.500 17.500');
const ICONS = { good: GoodIcon, calm: CalmIcon, warn: WarnIcon, bad: BadIcon };

/** The shape that stands for a tone: colour alone says nothing to who can't see it. */
export function ToneMark({ tone, size = 14 }: { tone: Tone; size?: number }) {
  const Icon = ICONS[tone];
  return (
    <span className="msg-tone-mark toned" data-tone={tone}>
      <Icon size={size} />
    </span>
  );
}

/** An outcome in its colour, with its mark and its word. */
export function Pill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="msg-pill toned" data-tone={tone}>
      <ToneMark tone={tone} />
      {children}
    </span>
  );
}

/** The word for a tone, for who hears the page. */
export function ToneWord({ tone }: { tone: Tone }) {
  return <span className="unseen">, {useMessageWords().tones[tone]}</span>;
}
