import type { limits as en } from '../en/settings-limits.js';

export const limits: typeof en = {
  rate_limit_per_minute: {
    label: 'Mensajes por minuto',
    hint: 'De un remitente que se responden. Los demás se guardan.',
  },
  daily_tokens: {
    label: 'Tokens al día',
    hint: 'Del modelo, para todos. Después se responde con las palabras de los documentos hasta el día siguiente. 0: sin límite.',
  },
  daily_tokens_per_sender: { label: 'Tokens al día por conversación', hint: '0: sin límite.' },
  daily_answers_per_sender: {
    label: 'Respuestas al día por remitente',
    hint: 'Lo demás se guarda, con un aviso al día. 0: sin límite.',
  },
  daily_cost_per_sender: {
    label: 'Coste al día por remitente',
    hint: 'De modelos y mensajes, en la moneda de sus precios. 0: sin límite.',
  },
  daily_budget: {
    label: 'Presupuesto al día',
    hint: 'De modelos y mensajes juntos. 0: sin límite.',
  },
  monthly_budget: { label: 'Presupuesto al mes', hint: '0: sin límite.' },
  over_budget: {
    label: 'Cuando se agota',
    hint: 'Con las palabras de los documentos, los mensajes siguen costando.',
  },
  retention_days: {
    label: 'Días que se guardan los mensajes',
    hint: 'Con sus respuestas y envíos. Lo que espera o falló se queda. 0: se guarda todo.',
  },
  trace_days: {
    label: 'Días en que se puede explicar una respuesta',
    hint: 'Durante ellos se guarda de qué salió cada respuesta. 0: nada.',
  },
};
