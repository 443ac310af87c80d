import { expect, it } from 'vitest';
import { missed, taken } from '../../test/eval/wants/taken.js';

it('understands who wants a person, in English', () => {
  const said = `
    agent / human / a person / operator / representative / agent please / real person / human please!
    I want to talk to a person / I want a human / can I speak to someone? / can I talk to somebody
    speak to a human / talk to an agent / put me through to someone / connect me with a representative
    transfer me to an agent / call me / please call me / can you call me? / could someone call me back?
    can someone ring me / give me a call / I need to talk to somebody / is anyone there? / anybody there?
    hello? anyone? / is there a human there? / is there anybody I can talk to? / is there a real person?
    are you a robot? I want a person / this bot is useless, give me a human / get me a human
    let me speak to the manager / I want to speak to the manager / can I talk to your boss / live agent
    I'd like to speak with the owner / customer service please / customer support / live chat
    not a bot, a person / I don't want to talk to a bot / I don't want to talk to a machine / call me back
    real human pls / can a member of staff contact me? / have someone contact me / ask someone to call me
    I need help from a person / let me talk to a real person / please phone me / someone real please
    I would rather speak to someone / chat with a human / pass me to someone / can I speak with reception?
    can somebody help me please? / can I talk to the dentist? / i wanna talk to a human / speak 2 a human
    can i speak to sum1 / I've a problem with my order and need to speak to someone / hi, is anyone there?
    how do I talk to a real person? / how can I reach a human? / is it possible to speak to someone?
    can someone get back to me? / please have somebody from your team contact me / I'd prefer a human
    talk to human / speak to agent / no bots, human please / are there any humans here? / hello anybody there
    I want to speak with someone in charge / can you put me in touch with your team? / your supervisor please
    i need a human being / why can't I speak to a person? / can I chat with a real person instead of a bot?
    could you ask a colleague to ring me? / is someone available to talk? / I need someone to call me`;
  expect(missed('person', said)).toEqual([]);
});

it('understands who wants a person, in Spanish', () => {
  const said = `
    agente / persona / humano / operador / operadora / asesor / agente por favor / una persona por favor
    quiero hablar con una persona / quiero hablar con alguien / necesito hablar con alguien
    quisiera hablar con un agente / puedo hablar con alguien? / ¿podría hablar con una persona?
    me pasas con alguien? / pásame con un humano / pásenme con un asesor / ponme con una persona
    póngame con el encargado / quiero hablar con el encargado / hablar con el dueño / hablar con la jefa
    comunícame con un asesor / conéctame con un agente / ¿me podéis llamar? / llamadme / llámame
    llámenme por favor / que me llame alguien / que alguien me llame / ¿me puede llamar alguien?
    ¿pueden llamarme? / necesito que me llamen / quiero que me llamen / me llamas? / ¿me llamáis?
    ¿hay alguien? / ¿hay alguien ahí? / ¿hay alguien al otro lado? / hola? hay alguien? / ¿alguien me lee?
    ¿me lee alguien? / ¿alguien me puede atender? / ¿me atiende alguien? / que me atienda una persona
    quiero que me atienda una persona / atención al cliente / servicio al cliente / atención humana
    persona real / alguien real / un humano por favor / quiero un humano / necesito un humano
    no quiero hablar con un robot / no quiero hablar con una máquina / quiero una persona de verdad
    prefiero hablar con una persona / este bot no sirve, quiero una persona / eres un robot? quiero una persona
    pásame a un compañero / ¿puede contestarme una persona? / que me conteste alguien
    quiero que me responda un humano / derívame a un asesor / me pueden transferir con un ejecutivo
    hablar con recepción / hablar con soporte / kiero ablar con alguien / qiero hablar cn una persona
    ai alguien? / ay alguien ahi / me podeis yamar? / pasame cn alguien xfa / ¿con quién puedo hablar?
    ¿me puede ayudar una persona? / ¿puede ayudarme alguien? / necesito ayuda de una persona
    tengo un problema y quiero hablar con alguien / ¿no hay ninguna persona ahí? / buenas, ¿hay alguien?
    ¿hay algún humano? / ¿cómo hablo con una persona? / ¿cómo puedo hablar con un humano?
    quiero que me conteste una persona, no un bot / no quiero un bot, quiero una persona / humano ya
    ¿podéis devolverme la llamada? / que se ponga en contacto conmigo alguien / contactadme
    ¿puede alguien ponerse en contacto conmigo? / ¿me puede escribir una persona? / alguien que me atienda
    ¿me podría llamar el encargado? / quiero hablar con un responsable / con un humano, por favor
    ¿me pones con tu jefe? / hablar con un asesor / ¿alguien? / ¿hola? ¿alguien ahí? / persona por favor`;
  expect(missed('person', said)).toEqual([]);
});

it('leaves alone what speaks of people otherwise, in English', () => {
  const said = `
    a cake for eight people / room for two persons / price per person / are you a robot? / are you human?
    what is the manager called? / who is the owner? / is there someone who speaks English?
    do I need to talk to the dentist before? / do you have a real estate agent? / the human resources
    human hair wigs / how do I become an agent? / insurance agent / cleaning agent / can I call you?
    what's your phone number? / I'll call you later / I called you yesterday / should I call before coming?
    what number do I call? / do you call when the order is ready? / will someone call me when it's ready?
    how many people work there? / do you have staff who speak French? / customer service hours?
    is there a person at the reception at night? / is anyone there on Sundays? / do you offer live music?
    can someone pick up the order for me? / can someone else collect it? / does the doctor speak English?
    can I bring someone? / personal trainer / I am a person with allergies / in person appointments?
    can I pay in person? / is there a nurse? / who called me? / I missed a call from this number
    did you call me? / call out charge? / is there a doctor on Sundays? / do you have a customer toilet?
    what's it called? / how much is a call out? / is someone at the desk at midnight? / one person one night
    do I have to speak to the vet first? / do you speak Spanish? / can I speak Spanish there?
    my daughter is a very shy person, do you take her? / is the owner Italian? / does anyone speak German?
    can you call a taxi for me? / will you text me? / who do I ask for? / is there somebody for the bags?
    what does the manager earn? / do you deliver to agents? / is it for real people? / massage by a real person?
    can two people share? / are people allowed to bring dogs? / what's the operator's manual price?
    can someone come and fix my boiler? / can somebody come to my house? / is anyone under 12 free?`;
  expect(taken('person', said)).toEqual([]);
});

it('leaves alone what speaks of people otherwise, in Spanish', () => {
  const said = `
    una tarta para ocho personas / ¿eres un robot? / ¿eres una persona? / mesa para dos personas
    precio por persona / ¿cómo se llama el encargado? / ¿quién es el dueño? / agente inmobiliario
    agente de seguros / ¿hay alguien que hable inglés? / ¿hay alguien los domingos? / derechos humanos
    ¿hay alguien en recepción por la noche? / ¿tengo que hablar con el dentista antes? / ¿os puedo llamar?
    ¿a qué número os llamo? / ¿puedo llamar para pedir? / os llamé ayer / recursos humanos / pelo humano
    ¿me llamáis cuando esté listo? / el cuerpo humano / ¿hay que llamar antes? / me llamo Ana
    ¿cómo te llamas? / ¿puede recogerlo otra persona? / ¿puede venir alguien conmigo? / personal de limpieza
    ¿atendéis a personas mayores? / entrenador personal / tarta personalizada / ¿puedo ir en persona?
    número de personas / ¿alguien ha encontrado mi paraguas? / ¿cuántas personas caben? / ¿habláis inglés?
    ¿alguien de vosotros habla alemán? / ¿cuál es el horario de atención al cliente? / asesor fiscal
    ¿tenéis atención al cliente en inglés? / operador de cámara / necesito un agente de aduanas
    ¿quién atiende los sábados? / ¿me puede atender el doctor Ruiz el lunes? / ¿el encargado es italiano?
    ¿cómo se llama la pasta esa? / ¿la tarta lleva una persona encima? / ¿por persona o por mesa?
    ¿puede alguien venir a casa a arreglarlo? / ¿hay algún médico los domingos? / ¿cuánto por persona?
    una habitación para una persona / soy una persona celíaca / ¿hay que hablar con recepción para salir tarde?
    ¿puedo hablar en inglés? / ¿me llega un aviso? / ¿se puede pagar en persona? / ¿llamáis al timbre?
    ¿a qué número se puede llamar? / ¿se puede llamar por la tarde? / ¿de qué otra forma se puede llamar al plato?
    ¿me podéis llamar un taxi? / ¿hay alguien que arregle lavadoras? / ¿quién me atendería? / la llamada es gratis?
    ¿alguien sabe si abre el museo? / ¿viene una persona o dos? / ¿el jefe de cocina es francés?`;
  expect(taken('person', said)).toEqual([]);
});
