import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

export type Language = 'en' | 'es';

const KEPT = 'recado.language';

/** The one that was chosen, or else the first that the browser asks for and that is spoken here. */
function preferred(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'en' || kept === 'es') return kept;
  return navigator.languages.find((one) => /^(en|es)\b/.test(one))?.startsWith('es') ? 'es' : 'en';
}

interface Spoken {
  language: Language;
  /** How the browser wants dates and numbers in that language: `es-MX`. */
  locale: string;
  speak(language: Language): void;
}

const Context = createContext<Spoken>({ language: 'en', locale: 'en', speak: () => {} });

/** Gives all below it the language of the page. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(preferred);
  useEffect(() => void (document.documentElement.lang = language), [language]);
  const spoken = useMemo(() => {
    const speak = (chosen: Language) => {
      localStorage.setItem(KEPT, chosen);
      setLanguage(chosen);
    };
    const locale = navigator.languages.find((one) => one.startsWith(language)) ?? language;
    return { language, locale, speak };
  }, [language]);
  return <Context value={spoken}>{children}</Context>;
}

export const useLanguage = (): Spoken => useContext(Context);

/** The words of a screen in the language of the page; Spanish has exactly what English has. */
export function wordsOf<Words extends object>(en: Words, es: Words): () => Words {
  return () => (useLanguage().language === 'es' ? es : en);
}
