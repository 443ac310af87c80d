import { expect, it } from 'vitest';
import { clean } from './clean.js';

const OPEN = 'Abrimos a las 9:00.';
const NOTHING = '';

/** Raw outputs as models of these families write them, each with what a customer may read. */
const OUTPUTS: Record<string, [raw: string, right: string][]> = {
  'Qwen and DeepSeek': [
    [`<think>\nThe user asks for the hours.\n</think>\n\n${OPEN}`, OPEN],
    [`<think>\n\n</think>\n\n${OPEN}<|im_end|>`, OPEN],
    [`Okay, the user wants the hours. They open at 9.\n</think>\n\n${OPEN}`, OPEN],
    ['<think>\nThe user asks for the hours. The passages say', NOTHING],
    [`<THINK>a</THINK>\n<Think>b</Think >${OPEN}`, OPEN],
    [`<think>one <think>two</think> three</think>${OPEN}`, OPEN],
    ['<think>one <think>two</think> three, and then', NOTHING],
    [`<think budget="512" mode='deep'>a > b?</think>${OPEN}`, OPEN],
    [`Un momento.<think>When do they open?</think>${OPEN}`, `Un momento. ${OPEN}`],
    [`${OPEN}\n<think>Was that right? The passage says`, OPEN],
    [`first thought</think>second thought</think>${OPEN}`, OPEN],
    [`${OPEN}<think`, OPEN],
    [`Los lunes, a las <|begin_of_box|>9:00<|end_of_box|>.`, 'Los lunes, a las 9:00.'],
    [`The hours.<|im_end|></think>${OPEN}`, OPEN],
    ['<tool_call>\n{"name": "search", "arguments": {"query": "horario"}}\n</tool_call>', NOTHING],
    [`Lo miro.\n<tool_call>\n{"name": "search", "argum`, 'Lo miro.'],
    [`<|im_start|>assistant\n${OPEN}<|im_end|>\n<|im_start|>user\n¿Y el lunes?<|im_end|>`, OPEN],
    [`${OPEN}<|endoftext|>Human: What is the capital of France?`, OPEN],
    [`<｜Assistant｜><think>a</think>${OPEN}<｜end▁of▁sentence｜>`, OPEN],
    ['<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>get<｜tool▁sep｜>{}<｜tool▁call▁end｜>', NOTHING],
    [`<think/>${OPEN}<|im_e`, OPEN],
    [`${OPEN}</thi`, OPEN],
    [`<seed:think>a</seed:think>${OPEN}`, OPEN],
  ],
  Mistral: [
    [`[THINK]The hours are in [1].[/THINK]${OPEN}</s>`, OPEN],
    ['[think]The hours are', NOTHING],
    [`The hours are in the passage.[/THINK]${OPEN}`, OPEN],
    ['[TOOL_CALLS][{"name": "search", "arguments": {"query": "horario"}}]</s>', NOTHING],
    ['[TOOL_CALLS]search[ARGS]{"query": "horario"}', NOTHING],
    [`<s> ${OPEN}</s><s>[INST] ¿Y el lunes? [/INST] También.</s>`, OPEN],
    [`[/INST] ${OPEN}`, OPEN],
    ['Antes <s>12 €</s>, ahora 9 €.</s>', 'Antes <s>12 €</s>, ahora 9 €.'],
  ],
  'GPT-OSS': [
    [
      `<|channel|>analysis<|message|>User asks.<|end|><|start|>assistant<|channel|>final<|message|>${OPEN}<|return|>`,
      OPEN,
    ],
    ['<|channel|>analysis<|message|>The user asks for the hours. We', NOTHING],
    [`User asks.<|end|><|start|>assistant<|channel|>final<|message|>${OPEN}`, OPEN],
    [`<|channel|>analysis<|message|>a<|end|><|channel|>final<|message|>${OPEN}<|end|>`, OPEN],
    [
      '<|channel|>commentary to=functions.search <|constrain|>json<|message|>{"q":"horario"}<|call|>',
      NOTHING,
    ],
    [`analysisThe user asks for the hours.assistantfinal${OPEN}`, OPEN],
    ['analysisThe user asks for the hours. We need to', NOTHING],
    [`<|start|>assistant<|message|>${OPEN}`, OPEN],
    [
      `<|channel|>final<|message|>${OPEN}<|end|><|start|>assistant<|channel|>final<|message|>B`,
      OPEN,
    ],
    [
      `<|channel|>commentary<|message|>I look it up.<|end|><|start|>assistant<|channel|>final <|constrain|>text<|message|>${OPEN}`,
      OPEN,
    ],
  ],
  'Gemma and Llama': [
    [`${OPEN}<end_of_turn>\n<start_of_turn>user\n¿Y el lunes?`, OPEN],
    [`<start_of_turn>model\n${OPEN}<eos>`, OPEN],
    [`<|channel>thought\nThe user asks.<channel|>${OPEN}<turn|>`, OPEN],
    [`The user asks for the hours.<channel|>${OPEN}`, OPEN],
    ['```tool_code\nsearch(query="horario")\n```', NOTHING],
    [`<|start_header_id|>assistant<|end_header_id|>\n\n${OPEN}<|eot_id|>`, OPEN],
    [`${OPEN}<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n¿Y el lunes?`, OPEN],
    ['<|python_tag|>search.call(query="horario")<|eom_id|>', NOTHING],
    ['{"name": "search", "parameters": {"query": "horario"}}', NOTHING],
    ['[search(query="horario")]', NOTHING],
    ['<function=search>{"query": "horario"}</function>', NOTHING],
    [`assistant\n\n${OPEN}`, OPEN],
    [`Assistant: ${OPEN}\nUser: ¿Y el lunes?\nAssistant: También.`, OPEN],
  ],
  'Granite, Phi and Claude-like': [
    [`<thinking>\nHours are asked for.\n</thinking>\n\n<answer>${OPEN}</answer>`, OPEN],
    [`<thought>Hours.</thought><response>${OPEN}</response>`, OPEN],
    ['<thinking>Hours are asked for.', NOTHING],
    [`Here is my thought process: The hours.\n\nHere is my response:\n\n${OPEN}`, OPEN],
    ['Here is my thought process: The user asks for the', NOTHING],
    [`Reasoning: the hours are asked for.\nAnswer: ${OPEN}`, OPEN],
    [`### Thinking\nHours.\n\n### Answer\n${OPEN}`, OPEN],
    [`**Thinking Process:**\n\n1. Hours.\n\n**Final Answer:** ${OPEN}`, OPEN],
    [`<|begin_of_thought|>Hours.<|end_of_thought|>${OPEN}`, OPEN],
    [`<|START_THINKING|>Hours.<|END_THINKING|><|START_RESPONSE|>${OPEN}<|END_RESPONSE|>`, OPEN],
    [`<|assistant|>\n${OPEN}<|end|><|user|>\n¿Y el lunes?`, OPEN],
    [`<|start_of_role|>assistant<|end_of_role|>${OPEN}<|end_of_text|>`, OPEN],
    ['<|tool_call|>[{"name": "search", "arguments": {}}]', NOTHING],
    ['<function_calls>\n<invoke name="search"></invoke>\n</function_calls>', NOTHING],
    [`◁think▷Hours.◁/think▷${OPEN}`, OPEN],
    [`<thought>\nHours.\n</thought>\n\n${OPEN}[|endofturn|]\n[|user|]Gracias`, OPEN],
    [`**Asistente:** ${OPEN}\n\nCliente: ¡Gracias!`, OPEN],
    [`${OPEN}\nUsuario: ¿Y el lunes?\nAsistente: A las 10.`, OPEN],
    ['<think>The mark "</think>" ends it', NOTHING],
  ],
};

const rows = Object.entries(OUTPUTS).flatMap(([family, of]) => of.map((one) => [family, ...one]));

it.each(rows)('%s: %j', (_, raw, right) => {
  expect(clean(raw)).toBe(right);
});

it('leaves an answer as it is', () => {
  for (const answer of [
    `*Horario*\n\n- Lunes: 9:00\n- Martes: 10:00 [1]\n\n${OPEN}`,
    'Menos de 3 < 5 y <b>más</b> de 2 <br> > 1.',
    'Usuario de la wifi:\nUser: guest\nClave: tarta [INFO]',
    'Final de temporada: analysis y modelos.\nModel: X200',
    '| Pan | Precio |\n| --- | --- |\n| Chapata | 1,50 € |',
    'Analysis: blood tests cost 30 €.',
    'Menos de 3 <3',
    'Ponlo entre `<think>` y `</think>`, dice el manual.',
    'La marca «<|im_end|>» termina un turno; "</s>", también.',
    'Respuesta de la wifi:\nUsuario: invitados\nClave: migas',
    'A thought: the best bread is free.',
    '👍',
  ]) {
    expect(clean(`\n ${answer}\n`)).toBe(answer);
  }
});

it('takes no more time for what is hostile', () => {
  const pieces = [
    '<',
    '< ',
    '<think',
    '<think>',
    '</think>',
    '</think',
    '<|',
    '<|end|>',
    '</s>',
    ' ',
  ];
  const more = [
    '<s>a',
    '\n',
    '\nuser:',
    '```tool_a',
    '[',
    'a<tool_call></tool_call>',
    '<a '.repeat(9),
  ];
  for (const piece of [...pieces, ...more, `<${'a'.repeat(60)}`, '**', 'Thinking:\nanswer']) {
    const text = piece.repeat(Math.ceil(16_000 / piece.length));
    const began = performance.now();
    for (const hostile of [text, `<${text}`, `{${text}`, `Thinking:${text}`]) clean(hostile);
    expect([piece, performance.now() - began < 400]).toEqual([piece, true]);
  }
});
