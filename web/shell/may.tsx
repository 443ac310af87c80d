import { createContext, type ReactNode, useContext } from 'react';
import type { SessionView } from '../api/dist/types.gen.js';
import './may.css';
import { useShellWords } from './words.js';

type Scope = SessionView['scope'];

/** Each has those before it. */
export const SCOPES: Scope[] = ['read', 'operate', 'admin'];

/** The scope of who is signed in: what may be done here. */
export const HeldScope = createContext<Scope>('read');

/** Whether who is signed in may do what wants this scope: of a route, it is in `scopes.gen.ts`. */
export function useMay(scope: Scope): boolean {
  return SCOPES.indexOf(useContext(HeldScope)) >= SCOPES.indexOf(scope);
}

interface MayProps {
  do: Scope;
  /** Says in its place what is wanted: once on a screen, where one would look for what can be done. */
  note?: boolean;
  children?: ReactNode;
}

/** What acts: it is there only for who may do it. What can be read is there for all. */
export function May({ do: scope, note, children }: MayProps) {
  const words = useShellWords();
  const held = useContext(HeldScope);
  if (useMay(scope)) return children;
  return note ? <p className="may-not">{words.mayNot(scope, held)}</p> : null;
}
