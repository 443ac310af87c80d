import { expect, it } from 'vitest';
import { missed, sentencesOf, taken } from '../../test/eval/wants/taken.js';
import { Reading } from './reading.js';

it('understands complaints and insults, in English', () => {
  const said = `
    you charged me twice / the bread was hard / this is unacceptable / I'm very disappointed
    terrible service / worst bakery ever / my order arrived broken / my order never arrived / scam
    the food was cold / I waited an hour and nobody came / I've been waiting for two hours / useless
    nobody answers the phone / you're useless / you idiot / fuck you / this is bullshit / disgusting
    I want to make a complaint / I want to complain / I want my money back / your waiter was rude
    I'm furious / I got sick after eating there / you sent me the wrong size / you gave me the wrong order
    you forgot my drinks / there was a hair in my soup / the room was dirty / the cake was burnt
    it broke after two days / my parcel still hasn't arrived / where the hell is my order / what a rip-off
    you are thieves / liars / I'm never coming back / shame on you / this bot is useless / this is a joke
    useless bot / you don't help at all / I paid and got nothing / I've been overcharged / you suck
    the repair didn't work, it's leaking again / the dentist hurt me / worst service ever / stupid bot
    the soup was awful / the staff were very rude to me / I am not happy with the repair / shitty service
    half of my order is missing / the delivery is two hours late / you ruined my dress / what a disgrace
    you guys are a bunch of crooks / I have been charged for something I didn't buy / go to hell
    nobody has called me back / I've called five times and no one picks up / the driver was horrible
    I'm really unhappy with your service / it stopped working after one day, I want a refund / wtf
    the meat was raw / you messed up my order / this is ridiculous / the sheets were stained / damn you
    your service sucks / the bread was mouldy / I found a bug in my salad / you lied to me / so disappointing`;
  expect(missed('complaint', said)).toEqual([]);
});

it('understands complaints and insults, in Spanish', () => {
  const said = `
    me habéis cobrado dos veces / el pan estaba duro / la sopa estaba fría / el pedido ha llegado roto
    no ha llegado mi pedido / todavía no me ha llegado el pedido / llevo una hora esperando / qué vergüenza
    llevo dos días esperando / nadie contesta / nadie me coge el teléfono / sois unos inútiles
    sois unos ladrones / idiota / gilipollas / vete a la mierda / menuda mierda / vaya mierda de servicio
    pésimo servicio / el servicio es pésimo / muy mal servicio / el trato fue horrible / qué asco
    el camarero fue un maleducado / quiero poner una queja / quiero poner una reclamación / quiero quejarme
    quiero que me devolváis el dinero / exijo el reembolso / estoy muy enfadado / estoy indignada
    estoy muy decepcionada / me he puesto malo con vuestra comida / había un pelo en la sopa
    la habitación estaba sucia / me habéis mandado la talla equivocada / os habéis equivocado con mi pedido
    faltaba una barra / se os olvidó la bebida / la tarta estaba quemada / se rompió a los dos días
    una estafa / me habéis estafado / nunca más vuelvo / no pienso volver / no sirves para nada
    este bot es inútil / eres tonto / no me ayudas nada / asqueroso / es una vergüenza / lamentable
    esto es inaceptable / es una tomadura de pelo / me cobraron de más / me cobraron mal / ladrones
    pagué y no he recibido nada / me disteis mal el cambio / me habéis roto el móvil / sois lo peor
    la comida llegó fría / el pollo estaba crudo / el repartidor fue muy grosero / me trataron fatal
    ha sido una experiencia horrible / qué desastre / me mintieron / nadie me ha llamado / peor servicio
    me habéis dejado el coche peor / estoy harto de esperar / pésima atención / me lo entregaron roto
    me falta la mitad del pedido / menuda panda de inútiles / el paquete llegó abierto / hijos de puta
    qué mala atención / no funciona lo que me arreglasteis / la reparación no ha servido de nada
    llevo tres semanas sin coche por vuestra culpa / esto es indignante / me han cobrado algo que no compré
    el pan de ayer estaba malísimo / vino con moho / la pizza estaba incomible / imbécil / payasos`;
  expect(missed('complaint', said)).toEqual([]);
});

it('leaves alone what only sounds like a complaint', () => {
  const said = `
    do you have hard bread? / can I get a refund? / refund policy / my car is broken, can you fix it?
    my washing machine is leaking / my tooth hurts / I have a cold / is the soup cold? / do you sell cold drinks?
    what if it arrives broken? / what happens if my order is late? / how long do I have to wait?
    the heating doesn't work, can you repair it? / I feel sick, can I see a doctor? / bad breath treatment
    terrible pain in my tooth / do you clean dirty carpets? / my shirt is dirty / I lost my card
    my screen broke yesterday, how much is the repair? / can I change the size? / I ordered the wrong size
    do you charge twice for two rooms? / is the bread ever hard? / my boiler stopped working / my wifi is terrible at home
    do you take late bookings? / I was late, can I still come? / I have been waiting for this day, do you do wedding cakes?
    can you remove mould? / do you have raw milk? / burnt cheesecake / hot and cold buffet / dirty martini
    is it a stupid question? / what does the worst seat cost? / sorry for the late reply / my dog got sick
    ¿tenéis pan duro? / ¿el pan duro lo vendéis? / ¿me cobráis el envío? / ¿cobráis por adelantado?
    mi coche está roto / se me ha roto el móvil, ¿cuánto cuesta arreglarlo? / mi lavadora pierde agua
    me duele una muela / estoy malo / tengo fiebre / ¿y si llega roto? / ¿qué pasa si no llega a tiempo?
    ¿puedo devolverlo? / ¿cómo pido un reembolso? / ¿cuándo llega mi pedido? / ¿ha llegado mi pedido?
    ¿dónde está mi pedido? / aún no he decidido / sopa fría / ¿el gazpacho está frío? / mal aliento
    me queda pequeño / me he equivocado de talla / no me funciona el ordenador / tengo la caldera rota
    se me ha roto un diente / ¿hay que esperar mucho? / ¿es malo el gluten? / ¿tenéis carne cruda? / perdona la tardanza
    ¿qué hago si el pan está duro? / mi hijo se ha puesto malo / el coche huele mal, ¿lo limpiáis?
    ¿se cobra dos veces si repito? / quiero devolver unos zapatos / faltan dos semanas para la boda
    el grifo gotea / me he olvidado las llaves en la habitación / ¿está la sopa fría o caliente?`;
  expect(taken('complaint', said)).toEqual([]);
});

it('leaves alone a trouble that is told before a question, whatever words it has', () => {
  const said = `
    it's the wrong size for my table, can I swap it for the bigger one?
    tengo una queja de un huésped del piso de arriba por ruido, ¿tenéis tapones?`;
  for (const text of sentencesOf(said)) expect(new Reading(text).says('complaint')).toBe(true);
  expect(taken('complaint', said)).toEqual([]);
});
