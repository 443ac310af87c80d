import { esClasses } from './es/classes.js';
import { esComplaint } from './es/complaint.js';
import { esConsent } from './es/consent.js';
import { esCourtesies } from './es/courtesies.js';
import { esPerson } from './es/person.js';
import { esTalk } from './es/talk.js';
import type { IntentWords } from './words.js';

/** How people say in Spanish what they want of the bot. */
export const esIntents: IntentWords = {
  classes: esClasses,

  spellings: `
    xfa=por_favor xfavor=por_favor porfa=por_favor porfi=por_favor porfis=por_favor porfavor=por_favor pf=por_favor
    pfv=por_favor plis=por_favor porfas=por_favor x=por q=que k=que qe=que ke=que d=de m=me t=te cn=con xq=porque pq=porque +=mas tb=tambien
    kiero=quiero qiero=quiero qero=quiero kero=quiero quier0=quiero quero=quiero kisiera=quisiera ablar=hablar havlar=hablar
    hablr=hablar halbar=hablar avlar=hablar algien=alguien alguein=alguien alguen=alguien algun1=alguien ai=hay ay=hay ahy=hay ahi=ahi
    yamar=llamar yamarme=llamarme yamame=llamame yamadme=llamadme yamenme=llamenme yamais=llamais llamr=llamar
    msj=mensaje msjs=mensajes msg=mensaje msgs=mensajes mensages=mensajes mensage=mensaje mjs=mensajes mensjes=mensajes
    mesajes=mensajes mesnajes=mensajes wsp=whatsapp wsps=whatsapps wasap=whatsapp wasaps=whatsapps guasap=whatsapp guasaps=whatsapps wasapp=whatsapp
    wp=whatsapp wpp=whatsapp wapp=whatsapp wassap=whatsapp watsap=whatsapp watsapp=whatsapp whatsap=whatsapp whats=whatsapp vaja=baja
    baga=baja bja=baja bajaa=baja vajas=baja escrivais=escribais escrivas=escribas escrivan=escriban escrivirme=escribirme escribirmee=escribirme
    escrivir=escribir escribire=escribir mandeys=mandeis mandeix=mandeis embieis=envieis embien=envien
    embiar=enviar deges=dejes dege=deje degen=dejen degad=dejad dega=deja ves=ves nro=numero num=numero tlf=telefono tfno=telefono
    persna=persona perzona=persona prsona=persona umano=humano hmano=humano humno=humano ajente=agente
    agnte=agente kien=quien dnd=donde cmo=como grax=gracias grcs=gracias grasias=gracias gracia=gracias
    graciass=gracias aki=aqui atencio=atencion atension=atencion serbicio=servicio nadi=nadie nade=nadie berguenza=verguenza
    aser=hacer aver=a_ver suscricion=suscripcion suscripsion=suscripcion subscripcion=suscripcion
    desuscrivir=desuscribir cansela=cancela canselar=cancelar kancelar=cancelar kansela=cancela`,

  polite: `
    por favor|gracias|muchas gracias|mil gracias|muchisimas gracias|gracias por todo|hola|buenas|buenos dias|buenas tardes|buenas noches|buen dia|oye|oiga|oigan|oid|perdona|perdon|perdone|disculpa|disculpe|disculpen|ya|ahora|ahora mismo|inmediatamente|de una vez|de inmediato|cuanto antes|hoy mismo|mira|mirad|miren|mire|a ver|eh|che|tio|tia|chicos|senores|senor|senora|amigo|amigos|pues|bueno|vale|ok|y|pero|entonces|que|venga|en serio|de verdad|un saludo|saludos|porque|simplemente|solo|es que|te lo pido|lo siento|tambien|si|ademas|ey|hey|urgente|lo antes posible|de una puta vez|joder|cono|dios|jo|al fin|definitivamente|rapido|hombre|mujer|anda|un momento|porfa
    👍|🙏|😊|🙂|😡|🤬|😠|🛑|👋|❤|😤|🙄|✋|‼|❗|😒|😑|😞|😢|😭|🚫|⛔`,

  wishing: `
    (os|le|te|les) (he|hemos) (dicho|pedido) (que|varias veces que|mil veces que)?|(ya)? (os|le|te|les)? dije que|he dicho que|repito|insisto|por (ultima|enesima) vez
    (me)? (podeis|puedes|puede|pueden|podrias|podria|podrian|podriais|podes) (por favor)?|(hacedme|hacerme|hazme|haganme|hagame|me haceis|me haces|me hacen) el favor de|hagan el favor de
    (quiero|quisiera|querria|deseo|desearia|me gustaria|necesito|prefiero|preferiria|queria|solicito|pido|exijo|ruego|os ruego|os pido|le pido|le ruego|les pido|les ruego|te pido|os agradeceria|agradeceria|le agradeceria|lo que quiero es|necesitaria|quier|tengo que|sugiero|espero)( (que|de|si))?`,

  ...esConsent,
  person: esPerson,
  complaint: esComplaint,
  ...esTalk,
  courtesies: esCourtesies,
};
