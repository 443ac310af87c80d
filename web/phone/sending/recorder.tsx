import { useEffect, useRef, useState } from 'react';
import { notify } from '../../shell/notices/notify.js';
import { usePhoneWords } from '../words.js';

/** What WhatsApp records, and what browsers can instead; the first that this one can is taken. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/mp4', 'audio/webm;codecs=opus'];

/** Records a voice note: pressed once it listens, pressed again it sends. Esc throws it away. */
export function Recorder({ onRecorded }: { onRecorded: (note: Blob) => void }) {
  const words = usePhoneWords();
  const [recorder, setRecorder] = useState<MediaRecorder>();
  const kept = useRef(false);
  const end = (keep: boolean) => {
    kept.current = keep;
    recorder?.stop();
    setRecorder(undefined);
  };
  useEffect(() => () => recorder?.stop(), [recorder]);

  async function begin(): Promise<void> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
      const recording = new MediaRecorder(stream, { mimeType });
      const chunks: Blob[] = [];
      kept.current = false;
      recording.addEventListener('dataavailable', ({ data }) => chunks.push(data));
      recording.addEventListener('stop', () => {
        for (const track of stream.getTracks()) track.stop();
        if (kept.current) onRecorded(new Blob(chunks, { type: recording.mimeType }));
      });
      recording.start();
      setRecorder(recording);
    } catch {
      void notify({ message: words.noMicrophone, color: 'red' });
    }
  }
  const name = recorder ? words.sendRecording : words.record;
  return (
    <button
      type="button"
      className="round"
      data-recording={!!recorder}
      aria-label={name}
      title={name}
      onClick={() => (recorder ? end(true) : void begin())}
      onKeyDown={({ key }) => key === 'Escape' && end(false)}
    >
      <svg viewBox="0 0 24 24" width={20} height={20} aria-hidden="true">
        <path
          d="M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4"
          fill="none"
          stroke="currentColor"
          strokeWidth={2}
          strokeLinecap="round"
        />
      </svg>
    </button>
  );
}
