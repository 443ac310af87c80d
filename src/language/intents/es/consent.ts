import type { IntentWords } from '../words.js';

/** What came from us and has ended is asked about: who asks wants it back. */
const ceased = `
      (^|por que|quien|cuando|como|pero|y|que|ya|hoy|ayer|creo que|veo que) (me|nos)( (habeis|han|has|ha))? (dado|dieron|disteis|dio|diste|quitaron|quitasteis|borraron|borrasteis|sacaron|sacasteis|eliminaron|eliminasteis)( (de|del|la|vuestra|su|lista|boletin))* (baja|lista|boletin)
      (dejasteis|dejaron|dejaste|dejo|habeis dejado|han dejado|has dejado|ha dejado|parasteis|pararon) de (mandar*|enviar*|escribir*|contact*|avisar*|sacar|hacer|publicar)
      ya no (me |nos |os )?(mandais|mandan|mandas|enviais|envian|envias|escribis|escriben|llegan|llega|recibo|recibimos|avisais|avisan|salen|sale)
      (he|hemos) dejado de recibir|dejamos de recibir`;

/** How people say in Spanish that they want no more messages, or want them again. */
export const esConsent: Pick<
  IntentWords,
  'optOutSurely' | 'optOut' | 'goOn' | 'optOutUnclear' | 'optIn'
> = {
  optOutSurely: {
    says: `
      (deja|deje|dejen|dejad|dejar|dejeis|dejes|para|pare|paren|parad|parar|cesad|cesen) (ya )?(de )?(ya )?(escribirme|mandarme|enviarme|molestarme|contactarme|llamarme|escribirnos|mandarnos|acosarme|bombardearme|estarme|estar)( (mensajes|molestando|mandando|escribiendo|enviando|mas|cosas|whatsapps|publicidad))*
      no (me|nos) (escrib*|contact*|molest*|wasape*) (mas|nunca|jamas|otra vez|nunca mas)
      no (me|nos) (vuelv*|volv*|sig*)( a)? (escrib*|mand*|envi*|contact*|molest*)
      no (me|nos) (mand*|envi*) (ya )?(mas|ningun|ninguna|ningunos|estos|esos|sus|vuestros)? (mensaj*|publicidad|propaganda|whatsapp*|sms|spam|promo*|ofertas)
      (borr*|elimin*|quit*|sac*|saq*|retir*|desapunt*)( (me|mi|numero|telefono|de una vez|ya|por favor|datos|mis|contacto|nombre|el|movil))* (de|del) (la|su|vuestra|tu|esta|esa|sus|vuestras|todas sus)? (lista|listas|base de datos|contactos|agenda|sistema)( (de (difusion|contactos|envios|correo|distribucion|whatsapp|publicidad)|ya|por favor|inmediatamente|gracias|o|y|que|antes|si|os|los|no _ _?))*$
      (no|ya no) (quiero|deseo|necesito)( (recibir|mas|que|me|seguir|recibiendo|ningun|sus|vuestros|estos))+ (mensaj*|publicidad|propaganda|whatsapp*|sms|spam|promo*|comunicaciones|notificaciones)
      (retiro|revoco|anulo) (mi|el) (consentimiento|autorizacion)`,
    unless: `
      no (me )?(dej*|par*) |por que|(lista de (espera|boda|invitados|reserva|la compra))|(pedido|factura|foto|codigo)|el mensaje (de|en) (la|el)|al correo|en (la|el) (tarta|pastel|tarjeta|ramo)`,
  },

  optOut: {
    says: `
    ^(quiero |quisiera |deseo |prefiero |necesito )*(dejar de|no|ya no|parar de) recibir( (nada|mas|mensajes|esto|los|cosas|por favor|nada mas))*$
    (sigo sin que|seguis sin|siguen sin|llevo _ esperando a que)( (me|nos))* (hayais|hayan|dar|darme|darnos|deis|den)( (dado|me|nos))* (de )?baja( (de la lista|de esto|de los mensajes|de vuestra lista|ya))*$
    no (me|nos) (habeis|han|has|ha) dado( (todavia|aun))* (de )?baja( (de la lista|de esto|de los mensajes|de vuestra lista|todavia|aun|ya))*$
    (todavia|aun) no (me|nos) (habeis|han|has|ha) (quitado|borrado|sacado|eliminado)( (de|la|vuestra|su|lista|base|datos))*$
    ^(borren|borrad|quiten|quitad|quitenlo|borrenlo|eliminen|eliminad|saquen|cesen|cesad|dejad|dejen|parale|tachadme|bloqueado|bloqueada|bloquear|denuncio|os denuncio|revoco|cansinos|desuscri*|desubscri*|darmedebaja|dardebaja|darbaja|borrarme|quitarme|eliminarme|nomasmensajes|nomensajes)$
    (no) (me|nos) interesa*( (ya|mas|para nada|nada))* (recibir*|que me|estar en|vuestr*|sus|los) ....$
    (paren|parad|para|pare|deje*|dejad|deja|basta|acaben|terminen|cesen|stop) (con|de) (esto|eso|tanto|tanta|todo|tantos|los|las|el|la|mandar*|enviar*|una vez)( (mensajes|spam|bombardeo|acoso|rollo|publicidad|ya|esto|por favor))*$
    (como|donde|quiero|puedo|podria|se puede|forma de|manera de|necesito|quisiera|para)( (puedo|hago|se|para|yo|hacer|hay|que|me|lo|quiero))* (cancel*|anul*|quit*|par|paro|parar|bloque*|elimin*|borr*|desactiv*|deten*|silenci*|evit*|salgo|salir|salirme|borrarme|quitarme|borro|desapunt*|desuscri*|suspend*)( (de|ya|todo|los|estos|vuestros|sus|la))* (esto|estos|<messages>|aqui|este servicio|esta lista|la lista)$
    (como|donde|quiero|me quiero|me gustaria|puedo|deseo|me)( (puedo|hago|para|me|quiero))+ (borro|borrar|salgo|salir|quito|quitar|desapunto|desapuntar|elimino|eliminar|desuscribo|desuscribir|desuscribirme|borrarme|salirme|quitarme|eliminarme)( (de (aqui|esto|<list>)|ya|por favor))*$
    (que )?pesad*( (sois|son|eres|ya|con tanto|que|por favor|vale))* (dej*|deje*|par*|quit*|borr*|basta|no)|no seais pesad*|no sean pesad*
    (voy|vamos) a (bloque*|report*|denunci*)( (os|los|te|les|el|este|numero|si|por))*|(bloquear*os|bloqueados|reportados)|^(es|esto es|sois|son) (puro )?(spam|acoso)( (basta|ya|parad|paren|no))*$|prohibido (contact*|escrib*|llam*|mand*|enviar*)
    (dejadme|dejenme|dejame|dejeme)( (ya|por favor|vivir))*$
    ^(dar|doy|quiero|deme|dame|dadme|denme|solicitar|solicito|pedir|tramitar|dar de|me doy de|causar)+ (la |de |una )*baja( (del|de la|de|este|servicio|lista|todo|canal|ya|por favor|aqui|mi|numero|inmediatamente))*$|^baja (del|de|de la|de este|de todo|de vuestr*|de los)( (servicio|lista|listas|canal|chat|whatsapp|mensajes|grupo|envios))*$
    (me )?(canse|cansan|cansado|cansa|molestan|molesta|agobian|fastidian|hartan|aburren|tienen hart*|teneis hart*|tienen cansad*) (ya )?(de )?<messages>
    <messages> .... (me (cansan|molestan|agobian|hartan|tienen hart*)|son una (molestia|pesadez|lata))
      ^(ya )?no (mande*|manden|envie*|envien|mandar|enviar|escribir|escriba*|escriban|molestar|molesten|contactar|contacten|llamar|jodan|chinguen|sigan|insistan)( (mas|ya|nada|por favor|gracias|cosas|mensajes|a este numero|a mi numero|nunca|aqui|de favor))*$
      ^(ya )?(no quiero|no deseo|ya no quiero)( (mas|nada|esto|esta|estos|nada mas|mas nada|saber|de|ustedes|vosotros|ya|por favor|gracias|mas de esto))+$
      ^(ya )+no mas( por favor)*$|^ya no mas$|^ya estuvo( bueno)?$|^(cortala|cortenla|cortadla|corten|corta|ya parenle|parenle|ya parale|ya chole|no chinguen|no jodan|no jodais)( (ya|con|esto|los|mensajes|por favor))*$
      ^(salir|salirme|fuera|quitar|eliminar|borrar|desuscripcion|desubscribir*|desinscripcion|unsuscribe|unsubscribe|eliminar suscripcion|borrar (mi )?numero|quitar (mi )?numero|no spam|spam no|spam|salir de (aqui|esto|la lista|este grupo))( (por favor|ya|gracias))*$
      (bajame|bajenme|bajadme|bajeme|quitenme|quiteme|saquenme|saqueme|borrenme|eliminenme|quitame|sacame|borrame)( (de|del|ya|por favor|su|sus|esta|la|tu|aqui|este|aca|esto|lista|listas|grupo|base|datos|contactos|favor|inmediatamente|todo|todas|whatsapp|envios|difusion))*$
      (ya )?no (soy|somos|vivo|uso|estoy|trabajo)( (ya|mas|vuestr*|su|sus|cliente|clienta|alli|ahi|en|la|zona|ciudad|interesad*|servicios|de))* .... (quit*|borr*|elimin*|sac*|no me|dejen|dejad|deja|no mand*|baja)
      (ya )?(os|les|te|le|lo)?( (lo|he|habia|ya))* (dicho|dije|pedido|pedi|avise|repito|repetido)( (que|varias veces|mil veces|ya|dos veces|tres veces|veces|no))* (baja|stop|no me|dej*|par*|quit*|borr*|no quiero|basta|no mas)
      (no|sin) (di|doy|he dado|tienen|teneis|tienes|autorizo|autorice|hay|tiene)( (mi|ningun|ninguna|el|su|a|nadie))* (consentimiento|autorizacion|permiso)( (para|de|a|mio|alguno|que))*
      (no|ya no|nunca|tampoco|jamas|sin)( (me|nos|he|hemos|os|le|les|yo|ya))* (quiero|deseo|queremos|deseamos|quisiera|necesito|necesitamos|interesa*|gusta*|apetece|acepto|autorizo|autorice|autorizado|consiento|permito|solicite|solicitado|pedi|pedido|contrate|apunte|suscribi|suscrito|hace falta|es necesario|hay necesidad|me hace falta|dado permiso|dado mi|doy permiso|di permiso|ganas|tengo interes|tenemos interes|teneis permiso|tienen permiso|teneis derecho|permiso)( (que|a|de|para|en|nadie|yo|ya|mas|vosotros|ustedes))* ... (<messages>|me (sig*|volv*|vuelv*|escrib*|contact*|molest*|mand*|envi*|avis*|inform*|llam*) ... (<messages>|mas|nada|nunca|escrib*|mand*|contact*|avis*|aqui|numero|whatsapp)|me (escrib*|contact*|molest*|bombarde*)|ser (contactad*|molestad*|avisad*)|recibir (mas|nada|esto|estos)|vuestra lista|su lista|esta lista|sus listas|saber (nada|mas)|vuestros datos|estar en)
      (no) (hace falta|es necesario|teneis que|tienen que|hay que)( que)? (me)? (sig*|continu*|volv*|vuelv*|mand*|envi*|avis*|escrib*|inform*|contact*|manten*|teng*) ... (<messages>|avis*|escrib*|mand*|la lista|vuestra lista|mas)
      (<stop>|dejen|cesar|cese|eviten|abstener*|absteng*|ruego que cesen|deje|hart* de|hast* de|cansad* de|bast* de|bast* ya de|dejando|agotad* de)( (ya|de|con|por favor|una|vez|en|el|este|esto|los|las|tanto|tanta|tantos|todo|recibir|leer|enviar*|mandar*|que|vuestr*|sus|tus))* (<writeMe>|<messages>|mandarme|enviarme|mandarnos|enviarnos|envio de|escribid*|acoso|bombardeo)
      <enough> .... <theirs>
      (<messages>|vuestr*|sus|estos|tantos) .... (no los quiero|me molest*|hart*|basta|no me interesa*|ya no|son (muy )?(molest*|pesad*)|cansin*|paren|parad|dejen|no quiero)
      (ni un|ni uno|ningun)( (solo|puto))* (mensaj*|whatsapp*|sms|uno mas|mas)( mas| por favor)*$
      (a la mierda|al carajo|a tomar por (culo|saco)|meteos|metete|metanse|meteros|pasando de|paso de|me cago en|dejaos de|dejense de|olvid*) (con |en |de )?(<your> )*(mensaj*|publicidad|whatsapp*|spam|promociones|ofertas|sms|propaganda)
      (derecho (de|a) (oposicion|supresion|oponer*|olvido|cancelacion)|(me )?opongo a|rgpd|lopd|ley de proteccion|proteccion de datos|lista robinson|agencia de proteccion|gdpr)
      (denunci*|bloque*|report*|demand*|abogado|policia|consumo)( (os|a|les|te|al|por|en|la|voy|pienso|como|spam|acoso|numero|este|vuestro|su|y))* ... (si|como|a la proxima|la proxima|otro|otra|un) ... (escrib*|mand*|mensaj*|llam*|molest*|contact*|envi*|whatsapp)
      (os|te|les|le) (voy a|vamos a)? (bloque*|bloquear|report*|reportar)( (ya|ahora|como spam|por spam|a|y|si _ _ _?|por pesados|numero))*$
      (<delete>|retir*|retirar*|retirame|retirenme|retiradme|retireme|salir*|baja|fuera|quitarnos|sacarnos|desapunt*|borr*|elimin*|exclu*|suprim*)( (me|nos|a|mi|el|este|numero|telefono|contacto|por favor|ya|inmediatamente|mis|datos|movil|nombre|de una vez|que|esto))* (de|del|en) (<your> )*<list>( |$)
      (<delete>|retir*|olvid*|destru*) (ya )?(<mine>)( (de|del|en) ...)?$
      (como|donde|que hago|que tengo que hacer|que puedo hacer|hay forma|hay manera|hay alguna manera|quiero|puedo|podria|es posible|se puede|como puedo|de que manera|para)( (puedo|se|hago|para|de|hacer|que|debo|tengo|yo|me))* (dejar|dejo|deje|parar|paro|evitar|quitar|desactivar|cancelar|anular|salir|salgo|borrarme|desuscribir*|desapuntar*|detener|bloquear|silenciar|dejeis|dejen|no recibir|que no me lleguen|no me lleguen)( (de|que|me|recibir|estos|los|lleguen|llegar|tener|mas|la|esta|este|mandarme|enviarme|escribirme|a|en))* (<messages>|<list>|esto|mandarme|escribirme|enviarme|recibirlos)( |$)
      (no)( (me|nos))? (volv*|vuelv*|vuelvas|sig*|sigan|sigais|continu*|insist*) (a |con )?(escrib*|mand*|envi*|contact*|molest*|llam*|mensaj*|<messages>|bombarde*|en contacto)
      (mensajes|whatsapps|publicidad|spam|sms)( (vuestr*|de _|asi))* (no|nunca|ni|fuera|stop|basta|ya no)( (gracias|mas|por favor|quiero|los quiero|me interesa*|los))*$
      (quien|de donde)( (os|les|te|le))* (ha dado|han sacado|habeis sacado|dio|sacasteis|sacaron|han conseguido) mi (numero|telefono|contacto|movil) (no|borr*|elimin*|deja*|quit*)
      (persona|numero|telefono) (equivocad*|incorrect*|erroneo|que no es|no es)( (y|asi|que|por favor|por))* (no|deja*|borr*|quit*|elimin*)
      ^(baja|de baja|la baja|mi baja|stop|parad|paren|pare|parar|basta|alto|stop baja|baja stop|baja total|baja inmediata|baja (whatsapp|servicio|sms)|stop ya|para ya|basta ya|detener|ya basta|parad ya|desuscribir|desuscribirme)( (todo|esto|mensajes|ya|gracias|baja|stop))*$
      ^(baja|stop) (por favor|ya|<messages>|de <messages>|a <messages>|publicidad)$
      ^(solicito|tramit*|quiero|gestion*|pido|deseo|proced* a|cursad|hagan|haced|dad|procesad) (mi|la|a mi)? baja( (definitiva|inmediata|total|de (<messages>|<list>|este servicio|el servicio)|del (servicio|canal|chat|whatsapp)))*$
      ^(me)? (<give>) de baja( (de|del|en|a))?( (<messages>|<list>|esto|este (servicio|canal|chat|numero|whatsapp)|(servicio|canal|chat|whatsapp|grupo)|aqui|todo|mi (numero|telefono)|a mi))*$
      ^(como|donde|por donde|puedo|se puede|podria|quiero|como puedo|como hago para|que hago para|que tengo que hacer para|como me puedo|me quiero|me gustaria|y)* (me)? (doy|darme|dar|doi|se da uno|dame|dar me|damos|darse|me da|quiero dar) de baja( (de|del|en))?( (<messages>|<list>|esto|este (servicio|canal|chat|whatsapp)|(servicio|canal|chat|whatsapp)|aqui|todo))*$
      me (den|deis|des|de|dan|dais|das|dieras|dierais|dieran|doy|quiero dar|puedes dar|podeis dar|pueden dar|puede dar|podrian dar|podriais dar|podria dar|gustaria dar|gustaria darme) de baja( (de|del|en))?( (<messages>|<list>|esto|este (servicio|canal|chat|whatsapp)|(servicio|canal|chat|whatsapp)|aqui|todo|por favor|ya|ahora|cuanto antes|inmediatamente))*$
      (dadme|dame|deme|denme|darme) de baja( (de|del|en) (<messages>|<list>|este|esto|estos))
      no mas( (de)? (esto|<messages>|por favor|gracias))*$
      ^(no|ni un|ni un solo|basta de|nada de|stop|fin de|cero|no mas) <messages>( mas)?$
      no <me>? (vuelv*|volv*|vuelves) (a)? (<writeMe>|escrib*|contact*|molest*|llamar|<sendInf> <messages>|<sendInf> (nada|mas|cosas))
      no (<me> )?(lo )?<write>( <again>| a mi| a este numero| por (aqui|whatsapp|este (medio|numero))| por favor)*$
      no (<me> )?<write> (mas|nunca|jamas|otra vez|de nuevo|nada)
      no (<me> )?<write> (que|porque|ni|pues|y)
      no <me> <send> (<your>)* <messages>
      no <me> <send>( (mas|nada|nada mas|mas nada|mas cosas|cosas|nunca mas|mas por favor|mas por aqui|mas esto|esto|estas cosas|estos))*$
      no <me> <send> (mas|nada mas|mas nada|nunca mas|cosas) (por|a|que|porque|ni|de esto|de este)
      no <send> (<messages>|mas|nada)( mas| a este numero| a mi numero)*$
      (no|ya no|tampoco) (quiero|deseo|queremos|quisiera|necesito|me interesa|quier|acepto|autorizo|consiento|permito|he pedido|pedi|he solicitado|solicite|di permiso para|doy permiso para|me gusta|me apetece|me interesan)( (mas|recibir|seguir|recibiendo|tener|ver|leer|que|me|nos|seguir|estar|ningun|saber|continuar|volver|a))* <messages>( (<again>|vuestr*|suy*|tuy*|de (nadie|vosotros|ustedes|este|esta|la|su|vuestra|tu) _?|aqui|comercial*|por (aqui|favor|whatsapp|este|aca)|en (mi|este) (movil|telefono|numero|celular|whatsapp)|ni _ _?|gracias|y _|de|del))*$
      (no|ya no|tampoco) (quiero|deseo|queremos|quisiera|quier|autorizo|acepto|consiento|permito|doy (mi)? (permiso|consentimiento)|he (dado|autorizado|pedido|solicitado)|autorice|di|tienen|teneis|tienes|os he dado|les he dado|me gusta)( (permiso|consentimiento|autorizacion|mi|a|nadie|para|que|nunca))* (me|nos) (<write>|<send> (mas|nada|nada mas|esto|cosas|<messages>)|<send>$)
      (no|ya no) (quiero|deseo|queremos|quisiera|quier) (ser (contactad*|molestad*)|que se me (contacte|escriba|moleste)|seguir (recibiendo|en)|saber nada|formar parte|estar (en|suscrito|apuntado) (<list>|a <messages>|a esto)|<writeMe>|recibir (mas|nada|esto|estos|nada mas|mas nada|estas cosas)$|recibir (nada|nada mas|mas|mas nada) (de|por|vuestro|vuestra)|mas (contacto|molestias|esto)|nada (mas)? (de vosotros|de ustedes|con vosotros)|pertenecer a <list>|mas$)
      ^(no recibir|dejar de recibir|no seguir recibiendo)( (mas|nada))* (<messages>|esto|nada)
      (como|que hago para|para) (dejo|hago para|dejar|puedo|no|dejar de|se hace para|puedo hacer para|puedo dejar|se deja)( (no|dejar|de|que))* (recibir|me lleguen|lleguen|llegarme|llegar) (<messages>|esto|nada)
      prefiero no recibir (<messages>|nada|mas)
      que no (me|nos) (<write>|llegue* <messages>|<send> (mas|nada|<messages>|cosas)$)
      (<stop>) (ya)? (de)? (ya)? (<writeMe>)( (ya|mas|por|a este|con|de una|por favor|tanto))*$
      (<stop>) (ya)? (de)? (ya)? (<writeMe>) (con|por|a|y|que|porque|ya)
      (<stop>) (ya)? (de)? (ya)? (<sendInf>) (<messages>|cosas|esto|esta|este|mas|mierd*|chorradas)
      (<stop>) (ya)? (de)? (ya)? (mandarme|enviarme|mandar|enviar)( cosas| mas| ya)*$
      (<stop>) (ya)? (de|con)? (<messages>)( ya)?$
      (deje*|dejar|dejarais|dejaran|parad|paren) (de)? (<writeMe>|mandarme|enviarme|recibir <messages>|recibirlos|enviar* <messages>|mandar* <messages>)
      (dejadme|dejame|dejenme|dejeme|dejarme|dejadnos|dejennos|me (dejeis|dejen|dejes|dejas|dejais|deje)) (ya|tranquil*|en paz|de una|vivir)* (en paz|tranquil*)
      ^olvidaos de mi|olvidense de mi|olvidate de mi|olvidadme|olvidenme
      ^(me)? <deleteMe>( (ya|de aqui|de ahi|de aca|de esto|de todo|de todas partes|de todos lados|por favor))*$
      <deleteMe> (ya )?(de|del|en) (<your> )*(<list>|aqui|esto|<messages>|todo|todas)
      <deleteMeSub>( (ya|de aqui|de ahi|de esto|por favor|inmediatamente|cuanto antes))*$
      <deleteMeSub> (ya )?(de|del) (<your> )*(<list>|aqui|esto|<messages>)
      <delete> (ya )?<mine>( (ya|de aqui|por favor|de esto))*$
      <delete> (ya )?<mine> (de|del|en) (<your> )*(<list>|aqui|todo*|movil|telefono|la empresa)
      (quitar|sacar|borrar|eliminar) (a mi|me)? (de|del) (<your> )*<list>$
      (salir|salirme|salga|sacarme|quitarme|borrarme|darme de baja|desapuntarme|fuera) (de|del) (<your> )*<list>
      no me (inclu*|met*|apunt*|anad*|agreg*|pong*) (en|a) (<your> )*<list>
      (numero|telefono) (equivocado|erroneo|incorrecto) (no|deja|borra|quita|elimina)
      (retiro|revoco|retirar|revocar|anulo|cancelo|retirad) (mi|el|todo|cualquier) (consentimiento|autorizacion|permiso)
      (cancela*|cancele*|anula*|anule*|termin*|suspend*|desactiv*|elimina*|quita*|quite*) (ya)? (<messages>|mi suscripcion a (<messages>|esto|<list>|este (whatsapp|canal|chat|servicio)))( ya| por favor)*$
      ^(cancelar|anular) (la )?suscripcion$
      (estoy|toy|estamos|ando|me teneis|me tienen) (ya)? (<very> )?(hart*|cansad*|aburrid*|hasta (las narices|los huevos|los cojones|el gorro|la coronilla|el mono)|agobiad*|saturad*|podrid*) (ya )?de (recibir|tanto|tantos|tanta|<your>)* <messages>
      (hart*|cansad*|hasta las narices) de que me (escrib*|mand*|envi*|molest*)
      (me|nos) (borro|desapunto|desuscribo|salgo)$
      paso de( recibir)? <messages>|paso de vosotros
      (no molest*|no (sigais|sigan|siga|sigas) (<write>|escribiendo*|mandando*|enviando*|molestando*|llamando*))
      ^(bloquead|bloqueen|bloquea|bloquear) (<mine>|me)
      ^no (te|os|le|les) (he dado|di|doy) (mi numero|permiso)
      ^(quiero)? (opt out|optout|unsubscribe)`,
    unlessAsked: '^(y|pero|hola)* (es|esto es|sois|son) (puro )?(spam|acoso)',
    unless: `${ceased}
      no (me )?(dejes|dejeis|dejen|deje|dejar|pareis|paren|pares|para|paro|paran|parar|paraba) (de )?
      (por que|porque|xq|cuando|a que hora|hasta cuando|hasta que hora|desde cuando|en que (ano|mes|epoca|siglo)) (no|me|ya|dej*|para*|<stop>)
      ^(y|pero|hola)* (dejais|paran|parais|cuando|donde|cuanto|cual|hay (un|una|algun|alguna|sitio|mesa)|a que hora|teneis|tienen|quien (es|hace|vende)|para quien|cuantos|se puede|haceis|hacen|vendeis|venden|me podeis (decir|mandar|enviar|pasar)|para (el|la|los|las|un|una|mi|hoy|dos|tres))
      nada hoy
      no (he|hemos|ha|han|me|nos|os|veo|encuentro|tengo|se|llega|sale|recuerdo)( (he|ha|han|habia|habeis|llega|llego|llegan|sale|aparece|recibido|llegado|recibi|recibo|llego|tengo))* (recib*|lleg*|ningun|el|vuestr*|su|sus|nada|mi|la|el)
      no (me )?(recibi|recibo|llego|llega)|(cambi*|actualiz*|nuevo|mi numero es|apunt*|anot*|guard*) ... (numero|telefono|movil|datos)|para (dejar|dejarles|dejaros|mandar*|enviar*|poner) (un|una|el)|(dej*|mand*|envi*) (me )?(un|una|el) (mensaje|whatsapp|sms|recado|nota|aviso|foto)|(codigo|cupon) (de )?(promo*|descuento)|tarjeta con mensaje|mensaje (en|de|para|dentro|escrito)
      (he|hemos|has|habeis|ha|han|vais a|van a|va a|vas a) (dejado|parado|dejar|parar)
      (pedido|reserva|cita|tarta|pan|cebolla|paquete|factura|envio a domicilio|mesa|seguro|matricula|gimnasio|curso|comedor|clase|clases|lista de espera|coche|moto|luz|agua|contrato de|linea|habitacion|carta|sofa|al correo|por correo|planta|medica|laboral|temporada|tension|presion|grasa|azucar|calorias|abono|bono|socio|club|piscina|escuela|colegio|hijo|hija|hoy no|manana|el lunes|el martes|el miercoles|el jueves|el viernes|el sabado|el domingo|por la manana|por la tarde|por la noche|todavia (no )?(estoy|estais|he|ha|han|hay|se|recib*|lleg*|esta|estan|lo|la|sirve|vale|puedo|queda*|me (ha|han) (llegado|dicho|contestado|llamado))|antes de|hasta|a casa|al trabajo|al email|al mail|lista de invitados|lista de boda|entrega|comida|cena|desayuno|codigo|confirmacion|presupuesto|ramo|flores|zapatos|vestido|ropa)`,
  },

  goOn: {
    says: `${ceased}
      ^(por favor |porfa |me |nos )*(mandame|mandanos|mandeme|mandenme|mandadme|mandas|mandais|mandan|enviame|envianos|envieme|envienme|enviadme|envias|enviais|envian|pasame|paseme|pasenme|pasadme|pasas|pasais|pasan|dame|deme|denme|dadme) (unas |unos |algunas |algunos |un poco )?mas
      no (me|nos)? (dejes|dejeis|dejen|deje|dejar|pares|pareis|paren|paro|paran|parar|paraba)( de)?`,
  },

  optOutUnclear: {
    says: `
    ^(perdon |perdona |disculpe |creo que |hola |esto es |es |es un |este es un |tienen el |tiene el |teneis el )*(numero|telefono|persona) (equivocad*|erroneo|incorrecto)( (amigo|senor*|lo siento))*$
    ^(creo que |perdon |perdona |hola )*(te|se|os)( (has|ha|han|habeis))? (equivoc*|confund*) de (numero|persona|telefono)$
    ^(ya )?no (soy|somos)( (vuestr*|su|un|una))* (client*|pacient*)( (vuestr*|suy*|de (ustedes|vosotros)|ya))*$
    (este|mi) (numero|telefono) (ya )?no es (de|el de) ....$
      ^(cancelar|cancela|cancelalo|cancele|cancelen|cancelad|cancelo|anular|anula|anulo|anulalo|anulad|anulen|anule|cancelacion|anulacion|para|deseo cancelar|cancelado|rescindir)( (todo|esto|eso|lo mio|ya|el servicio|servicio|mi cuenta|cuenta|mi suscripcion|la suscripcion|suscripcion))*$
      ^(darme de baja|dar de baja|dadme de baja|cancelar|cancelad) (mi |la )?(cuenta|suscripcion)$
      ^(ya )?no (me interesa|estoy interesad*|tengo interes)( (mas|nada|ya|esto|de|en|vuestr*|ustedes|lo que _))*$
      ^(borrar|borrad|borra|borren) (todo|mi cuenta|mi perfil)$`,
    unless: '^(puedo|se puede|como|hay|cuando|tiene)',
  },

  optIn: {
    says: `
      ^<yes>( <yes>)*$
      ^(alta|de alta|la alta|mi alta|reanudar|reanudad|reanuden|reactivar|reactivadme|reactiva|reactiven|activar|continuar|seguir|volver|suscribir|suscribirme|suscribidme|suscribanme|apuntadme|apuntame|start|apuntarme|inscribirme|resuscribir|resuscribirme|reiniciar|empezar)( (otra vez|de nuevo|ya|por favor|mensajes|los mensajes|<messages>))*$
      (dadme|dame|deme|denme|darme|dar|doy|den|deis) de alta
      (volv*|vuelv*) a (recibir|escribirme|mandarme|enviarme|estar|suscribirme|tener|apuntarme|darme|contactarme|leer|escribir|mandar|enviar|apuntar*|meterme|ponerme|incluirme|anadirme|suscrib*|activar*)
      (escribirme|mandarme|enviarme|escribid*|mandad*|enviad*|escriban*|manden*|envien*|escribeme|mandame|enviame|escribir|recibir|recibiendo|suscribirme|apuntarme|apuntadme|apuntame|meterme|metedme|incluidme|ponedme|anadidme|ponme) ...(otra vez|de nuevo|nuevamente)
      (quiero|quisiera|deseo|me gustaria|necesito|si quiero) (si )?(recibir|que me (mandeis|manden|mandes|escribais|escriban|escribas|envieis|envien|envies)) (<messages>|de nuevo|otra vez|mas|de vosotros|noticias)
      me quiero (suscribir|apuntar|volver a)|quiero (suscribirme|apuntarme|estar (en la lista|suscrit*)|seguir recibiendo)
      (otra vez|de nuevo|nuevamente) (en|a) la lista
      he cambiado de (opinion|idea)|me he arrepentido|me arrepenti
      (activad|activar|reactivar|reactivad|restablec*|retom*|reanud*) (<messages>|la suscripcion|mi suscripcion)`,
    unless: '(^no|no quiero|no me|ya no|dejar de|dejad)',
  },
};
