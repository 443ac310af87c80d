import type { ReactNode } from 'react';

/** What a screen or a list shows when there is nothing yet: why, and what to do about it. */
export function Empty(props: { icon?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      {props.icon && <span className="empty-icon">{props.icon}</span>}
      <h2>{props.title}</h2>
      <div>{props.children}</div>
    </div>
  );
}
