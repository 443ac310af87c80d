import type { ComponentProps } from 'react';
import './press.css';
import { CrossIcon } from './icons.js';

interface PressProps extends ComponentProps<'button'> {
  /** `filled`: what one came for; `soft`: beside it; `quiet`: an icon. */
  kind?: 'filled' | 'plain' | 'soft' | 'quiet';
  size?: 'small' | 'tiny';
  /** What it does is under way. */
  busy?: boolean;
}

/**
 * A button as light as one can be: the frame, the sign-in and the simulator are made of it, for
 * Mantine's weighs ten times as much, and they are what the first page loads.
 */
export function Press({ kind = 'plain', size, busy = false, disabled, ...rest }: PressProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`press ${rest.className ?? ''}`}
      data-kind={kind}
      data-size={size}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    />
  );
}

/** A cross that closes something, or takes it away. */
export function Cross({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <Press kind="quiet" aria-label={label} title={label} onClick={onClick}>
      <CrossIcon size={16} />
    </Press>
  );
}
