import './press.css';
import { useShellWords } from './words.js';

/** That something is on its way. */
export function Loading() {
  const words = useShellWords();
  return <div className="loading" role="status" aria-label={words.loading} />;
}
