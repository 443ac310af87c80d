import { expect, it } from 'vitest';
import { missed, sentencesOf, taken } from '../../test/eval/wants/taken.js';
import { intentOf } from './intent.js';

it('understands who wants no more messages, in English', () => {
  const said = `
    stop / Stop. Thank you / please stop / STOP texting me / stop please / pls stop / stop it / stop!!!
    STOOOOP / stop now / just stop / stop messaging me / stop sending me messages / stop sending me stuff
    stop writing to me / stop contacting me / stop spamming me / stop bothering me / stop the texts
    stop with the messages / stop these messages / stop all messages / can you stop texting me?
    could you please stop sending me these / please don't text me again / don't text me anymore
    do not contact me again / do not message this number / don't write to me any more / no more messages
    don't send me any more messages / no more texts please / no more of these / no more spam
    I don't want any more messages / I don't want to receive these messages / STOP. Who is this?
    I do not want to hear from you again / I no longer wish to receive messages / unsubscribe please
    I no longer want to get your texts / I'd like to stop receiving messages / I would like to unsubscribe
    unsubscribe me / how do I unsubscribe? / how do I unsubscribe from this? / how do I opt out?
    how can I stop these messages? / opt me out / I want to opt out / I'm opting out / opt-out
    please opt me out of all messages / take me off your list / take me off the list / remove me
    take my number off your list / please remove me from your list / remove my number / delete my number
    wrong number, remove me / wrong number, stop texting / leave me alone / go away and leave me alone
    quit texting me / quit it / cease all communication / cease and desist / lose my number / END
    get me off this list / enough messages / enough with the texts / that's enough, stop / QUIT
    I never signed up for this, stop / not interested, please remove me / not interested, don't contact me
    who is this? stop texting me / I said stop / stop means stop / STOP STOP STOP / Revoke / STOPALL
    stop, please, I'm not interested / end these messages / cancel these messages / unsub / unsub me
    I revoke my consent / I withdraw my consent to be contacted / no more ads / stop the spam
    no more promotions please / don't send me offers / I don't want your promos / unsuscribe / stpo
    you still haven't removed me from your list / why am I still on your list / you have not unsubscribed me yet
    sto / dtop / srop / removeme / deleteme / stopit / unsubscrbe / unsubscrib / withdraw / unfollow / dnd
    unsubscibe / stop txting me / dont txt me / dont msg me again / plz stop msging me / stop 🙏
    pls remove my nr / remove me from ur list / STOP 🛑 / never text me again / never contact me again
    you have the wrong number, please stop messaging / I want you to stop messaging me, thanks
    I asked you to stop / I told you to stop texting me / for the last time, stop / stopp / Stop texting
    please unsubscribe me from all your lists / kindly remove my details from your database / stop stop
    I don't want to be contacted / I don't wish to be contacted by you / no more contact please
    I did not sign up for these messages, take me off / how do I get off this list? / how do I stop this?
    stop whatsapping me / don't ever message me again / do not send anything to this number again
    hi, please stop sending these. thanks / Ok stop / no thanks stop / thanks but stop texting me
    these messages are annoying, stop / I'm not a customer, remove me from the list / off the list please
    would you mind not texting me anymore? / please no more messages to this number / unsubscribe!!!
    remove me from your mailing list / remove me from all future messages / I want out / I want off this list
    exclude me from your marketing / stop your messages now / Please cease sending me texts`;
  expect(missed('opt-out', said)).toEqual([]);
});

it('understands who wants no more messages, in Spanish', () => {
  const said = `
    baja / BAJA por favor / Baja. Gracias / parad / paren / parar / pare ya / parad ya de escribir / basta
    basta ya / basta de mensajes / ya basta de mensajes / no más mensajes / no mas sms / alto / ¡Alto!
    no quiero más mensajes / no quiero recibir más mensajes / no quiero que me escribáis más
    no quiero que me escriban / no me escribáis más / no me escriban más / no me escribas / para ya
    no me vuelvas a escribir / no volváis a escribirme / no me mandéis más mensajes / no me mandéis más
    no me envíen nada más / no me enviéis publicidad / no me mande más propaganda / dejad de escribirme
    deja de escribirme / dejen de mandarme mensajes / deja de molestar / dejad de molestarme
    borren / eliminen / quítenlo / darmedebaja / desuscribirse / bloqueado / revoco / os denuncio
    todavía no me habéis dado de baja / aún no me han dado de baja de la lista / no me habéis dado de baja aún
    todavía no me habéis quitado de vuestra lista / sigo sin que me deis de baja / siguen sin darme de baja
    llevo meses esperando a que me deis de baja
    dejadme en paz / déjame en paz / déjenme tranquilo / quiero dejar de recibir mensajes / detener
    no deseo recibir más comunicaciones / no deseo seguir recibiendo mensajes / parad de una vez
    ya no quiero recibir sus mensajes / borra mi número de tu lista / borrad mi número / bórrame
    borren mis datos de su lista / quítame de la lista / quitadme de vuestra lista / quítenme / eliminadme
    sácame de la lista / sáquenme de esta lista / bórrame de la lista / elimina mi número / dadme de baja
    eliminen mi contacto / dame de baja / denme de baja / dar de baja / quiero darme de baja / darse de baja
    me quiero dar de baja / quisiera darme de baja de este servicio / ¿cómo me doy de baja? / de baja
    ¿cómo puedo darme de baja? / ¿cómo dejo de recibir estos mensajes? / no me molestéis más
    ¿podéis dejar de mandarme mensajes? / por favor no me contacten más / no me contactéis
    número equivocado, borradme / se equivoca de número, no me escriba más / retiro mi consentimiento
    no os conozco, dejad de escribir / yo no me apunté a esto, dadme de baja / revoco mi consentimiento
    no autorizo que me escriban / cancelar suscripción / cancelad los mensajes / desuscribirme
    desuscríbanme / desapuntadme / desapúntame / anula mi suscripción a estos mensajes / no más publicidad
    estoy harto de vuestros mensajes / estoy harta de tanto mensaje, parad / demasiados mensajes, parad
    no quiero publicidad / no quiero spam / no me interesa, no me escribas más / no kiero mas mensajes
    no m escribas + / no qiero mas msjs / x favor no me mandeis mas wasaps / dejad d escribirme / baja xfa
    dejá de escribirme / no me escribás más / sacame de la lista porfa / borrame / STOP publicidad
    Baja publi / stop, por favor / hola, quiero darme de baja, gracias / no quiero saber nada más de vosotros
    no me escribáis nunca más / no vuelvan a contactarme / dejen de enviarme cosas / dejen ya de escribir
    os he dicho que no me escribáis / os pido que dejéis de escribirme / le ruego que no me escriba más
    quiero que dejéis de mandarme mensajes / quiero que me borréis de la lista / que me borréis
    quiero que me saquen de su lista de difusión / no me incluyáis en vuestras listas / por favor parad
    ¿me podéis quitar de la lista? / ¿podrían eliminar mi teléfono de su base de datos? / no me spameen
    no sé quiénes sois, borrad mi contacto / no quiero seguir recibiendo vuestras ofertas / ni un mensaje más
    cómo hago para no recibir más mensajes / prefiero no recibir mensajes / ya no me manden mensajes
    no me vuelvan a mandar nada / me he equivocado, borradme / no deseo que me contacten / solicito la baja
    solicito que me den de baja / tramitad mi baja por favor / dejen de acosarme con mensajes / basta!!!
    no más wasaps por favor / no molestar / no molesten más / me doy de baja / paso de recibir mensajes`;
  expect(missed('opt-out', said)).toEqual([]);
});

it('asks back where it may be meant of an order', () => {
  const said = `
    cancel / CANCEL please / cancelar / Cancelar por favor / cancela / anular / anulalo / quiero cancelar / I want to cancel
    cancelar todo / cancel everything / cancel my subscription / quiero cancelar mi suscripción / para`;
  expect(missed('opt-out-unclear', said)).toEqual([]);
});

it('leaves alone what only sounds like it, in English', () => {
  const said = `
    bus stop / do you stop serving at 5? / when do you stop serving lunch? / is there a bus stop nearby?
    what time do you stop taking orders? / full stop / I'll stop by tomorrow / can I stop by at 6?
    does the bus stop near you? / the tap won't stop dripping / my car won't stop / how do I stop the leak?
    how do I stop my car from overheating? / does it stop the pain? / can I stop taking the antibiotics?
    when should I stop eating before surgery? / is it a non-stop flight? / do you sell door stops?
    how do I cancel my booking? / cancel my order / cancel my appointment please / when does the sale end?
    I want to cancel my reservation / can I unsubscribe from the gym membership? / the end of the month?
    how do I cancel my membership? / what's your cancellation policy? / don't send me the cake today
    don't send the parcel yet / please don't text me the code, email it / can you text me the address?
    remove the nuts from my order / can you remove a tattoo? / take me off the waiting list for Tuesday
    take the onions off my burger / delete my order / I don't want any more bread / no more onions please
    I don't want onions / leave the parcel at the door / leave me a message / leave me two loaves
    don't stop / please don't stop sending me offers / I haven't received your messages / I can't stop by
    why did you stop sending me messages? / you stopped replying / emergency stop switch / stop payment
    the washing machine stops mid-cycle / can you stop the delivery of my order? / can I quit the course?
    how to quit smoking / do you have a list of prices? / put me on your list / add me to your list
    is my number on your list? / I changed my number / which number do I text? / no more than 10 euros
    do not disturb sign in the room / never mind / I want to subscribe / is this spam? / the last stop
    I can't stop eating your cookies / can I get off at the next stop? / is the lift out of order?
    do you remove wallpaper? / can you take me off the Friday class? / I don't want to wait any more
    I don't want to receive it on Monday / I don't want the newsletter paper edition, how much is digital?
    don't call before 9 / don't contact my old address, use this one / stop watch repair / brake stop light
    can I opt out of breakfast? / can I opt out of the insurance? / how do I remove a stain? / one-stop shop
    remove my old battery please / delete my old appointment / do you send messages when it is ready?
    how many messages will I get? / do you have a stop button cover / I need to end my lease / end table
    why did you stop sending the newsletter? / who unsubscribed me? / why was I removed from the list?
    did you stop the newsletter? / you unsubscribed me by mistake / I stopped getting your newsletter
    send me more pictures pls / could you send me some more photos? / give us more details about the course
    when did the offers end? / leave me alone time spa package? / can I leave my bike alone outside?`;
  const kinds = sentencesOf(said).filter((line) => intentOf(line).kind.startsWith('opt'));
  expect(kinds).toEqual([]);
});

it('leaves alone what only sounds like it, in Spanish', () => {
  const said = `
    ¿puedo dar de baja mi pedido? / dar de baja el seguro / quiero cancelar mi pedido / quiero cancelar la cita
    ¿cómo cancelo mi reserva? / está en la planta baja / no me mandéis la tarta hoy / para mañana / para 4
    no me mandéis todavía el paquete / ¿dónde está la parada? / la parada del bus / para llevar
    mándame más fotos porfa / ¿me envían más información? / pásame unas más de la tarta
    la baja médica / ¿hacéis partes de baja? / necesito un justificante de baja / tensión baja / estoy de baja
    ¿baja el precio en enero? / baja en azúcar / temporada baja / ¿tenéis leche baja en grasa?
    ¿puedo dar de baja a mi hijo del comedor? / quiero dar de baja la matrícula / dar de baja el coche
    ¿cómo me doy de baja del gimnasio? / quiero darme de baja del curso / no quiero más pan
    no quiero cebolla / ya no quiero el pedido / no quiero recibirlo hoy / no me llaméis por la mañana
    no me escribáis al correo, mejor por aquí / no me mandéis la factura por correo / no me deja pagar
    ¿por qué habéis dejado de enviarme ofertas? / ¿por qué ya no me llegan las ofertas? / ya no mandáis el boletín?
    ¿por qué dejaron de mandar promociones? / me disteis de baja por error / ¿quién me ha dado de baja?
    no me ha llegado el mensaje de confirmación / no recibo vuestros mensajes / ¿por qué no me escribís?
    dejadme el paquete en la puerta / déjame ver / déjame pensarlo / ¿dejáis de servir a las 5?
    ¿cuándo dejáis de servir comidas? / mi coche deja de funcionar / la lavadora deja de girar
    borrad mi pedido anterior / ¿borráis tatuajes? / quita la cebolla / quitadme el tomate / sácame una cita
    quítame un kilo del pedido / sácame de dudas / ¿me sacáis una muela? / eliminar verrugas
    lista de precios / quitadme de la lista de espera / apúntame en la lista / cambia mi número
    mi número es el 600 / no más de 20 euros / ¿es muy alto? / silla alta / el volumen está muy alto
    señal de stop / no para de llover / el grifo no para de gotear / no paréis / no dejéis de escribirme
    ¿esto es spam? / no me mandéis nada hoy, mejor mañana / no quiero que me mandéis el sofá el lunes
    no me envíen el pedido a casa / dejad de lado la cebolla / ¿me podéis borrar la marca del coche?
    ¿cómo se quita una mancha? / quiero darme de alta / ¿hay baja de precios? / planta baja / el alto del sofá
    ¿cancelar tiene coste? / cancelar la reserva / anular el pedido / ¿puedo anular la cita? / en voz baja
    ¿se puede parar en la puerta? / ¿el autobús para cerca? / ¿paráis a comer? / ¿a qué hora paráis?
    ¿podéis parar mi pedido? / ¿qué hago para recibir menos cantidad? / no quiero recibir el pan cortado
    ¿me quitáis los puntos? / borrador / ¿en qué año dejó la marca de usar esas notas para la promoción?
    ¿desde cuándo dejasteis de mandar el catálogo? / in which year did you stop sending the catalogue? / ¿vais a dejar de vender pan de molde? / he dejado de fumar`;
  const kinds = sentencesOf(said).filter((line) => intentOf(line).kind.startsWith('opt'));
  expect(kinds).toEqual([]);
});

it('understands who wants messages again', () => {
  const said = `
    START / unstop / alta / sí / yes / subscribe / quiero volver a recibir vuestros mensajes / sí, por favor
    I want to get your messages again / volved a escribirme / start again please / resume / dame de alta
    podéis escribirme otra vez / you can text me again / please start sending me messages again
    quiero darme de alta otra vez / sign me up again / me quiero suscribir / resubscribe me / reactivar
    quiero recibir mensajes de nuevo / vuelvan a mandarme mensajes / ya podéis volver a escribirme
    put me back on the list / add me back / opt me back in / apuntadme otra vez a la lista`;
  const kinds = sentencesOf(said).filter(
    (line) => intentOf(line, { optedOut: true }).kind !== 'opt-in',
  );
  expect(kinds).toEqual([]);
  const other = `hola / ¿abrís hoy? / what time do you open? / gracias / yes, but what do you sell? / no / stop`;
  expect(taken('opt-in', other, { optedOut: true })).toEqual([]);
});
