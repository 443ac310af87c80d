import type { origins as en } from '../../en/settings/origins.js';

/** Where the value of a setting comes from, and where it goes back to: in the settings, and those of a line. */
export const origins: typeof en = {
  sources: {
    stored: {
      stored: 'Puesto aquí',
      environment: 'Del entorno',
      default: 'Por defecto',
      line: 'De una línea',
    },
    line: {
      line: 'De esta línea',
      stored: 'Común a todas las líneas',
      environment: 'Común a todas, del entorno',
      default: 'Por defecto',
    },
  },
  back: {
    stored: {
      will: 'Vuelve al entorno o al valor por defecto',
      hint: (field) => `Restablecer ${field}: volver al entorno o al valor por defecto`,
    },
    line: {
      will: 'Vuelve al valor común',
      hint: (field) => `Restablecer ${field}: volver al valor común`,
    },
  },
};
