import type { IntentWords } from './words.js';

/** How people say in Spanish what they want of the bot. */
export const esIntents: IntentWords = {
  classes: {
    me: '(me|nos|a mi|a nosotros|a este (numero|telefono|movil)|mi (numero|telefono|movil))',
    your: '(mas|estos|esos|estas|esas|vuestros|vuestras|sus|tus|los|las|tantos|tantas|tanto|este|ese|esta|ningun|ninguna|de|mis|otro|otra|mas de|su|tu|vuestro|vuestra|el|la|un|una|ni|todos|todas|este tipo de|cualquier|estos malditos|putos|ese tipo de|tipo de|del)',
    messages:
      '(<your> )*(mensaj*|msj*|sms|whatsapp*|publi|publicidad|propaganda|promo*|ofertas|oferta|spam|comunicacion*|notificacion*|anuncios|newsletter*|boletin*|textos|cadenas|encuestas|informacion (comercial|publicitaria)|suscripcion a <messages-only>|lista de difusion|recordatorios|tonterias|basura)( <your> (mensaj*|publi*|whatsapp*|vuestr*|marketing|spam|comercial*|promocional*))?( (comercial*|publicitari*|promocional*|vuestr*|suy*|tuy*|automatic*|masiv*))?',
    'messages-only':
      '(<your> )*(mensaj*|msj*|sms|whatsapp*|publi|publicidad|promociones|ofertas|avisos|notificaciones)',
    write:
      '(escrib*|contact*|molest*|incordi*|acos*|atosig*|agobi*|spame*|textea*|wasape*|dar la (lata|tabarra|brasa|turra)|deis la (lata|brasa)|fastidi*|jod*|joder*|comunic*|llam*|hostig*|bombarde*|mensajear*)',
    writeMe:
      '(escribirme|escribirnos|contactarme|molestarme|molestar|molestarnos|incordiar*|acosar*|escribir|mensajear*|contactar|contactarnos|spamear*|bombardear*|atosigar*|agobiarme|fastidiar*|dar la (lata|brasa|tabarra|turra|paliza)|darme la (lata|brasa|tabarra|turra|paliza)|joder|llamarme|llamarnos|wasapear*|escribiendome|molestando|escribiendo|hostigar*)',
    send: '(mand*|envi*|pas*|remit*|reenvi*)',
    sendInf: '(mandar*|enviar*|mandarme|enviarme|mandando*|enviando*|pasarme|remitir*|recibir*)',
    stop: '(deja|deje|dejen|dejad|dejar|dejeis|dejes|para|pare|paren|parad|parar|pareis|cesa|cese|cesen|cesad|cesar|basta|stop|detener|detengan|detenga|eviten|evitad|evite|evita|dejarais|dejaran|dejes|alto|abstenganse|abstengase|terminen|terminad)',
    list: '(<your> )*(lista|listas|base|bases|registro|registros|sistema|agenda|grupo|contactos|difusion|bbdd|datos|fichero|ficheros|listado|listados|listin|envios|suscripcion|suscripciones|chat|whatsapp|canal|campanas|campana)( de (<your> )*(difusion|datos|contactos|whatsapp|correo|distribucion|clientes|marketing|envio|envios|mensaj*|publicidad|suscriptores|promociones|ofertas|notificaciones|telefonos))?',
    delete:
      '(borra|borre|borren|borrad|borrar|borreis|elimina|elimine|eliminen|eliminad|eliminar|elimineis|quita|quite|quiten|quitad|quitar|quiteis|saca|saque|saquen|sacad|sacar|saqueis|suprim*|tacha*)',
    deleteMe:
      '(borrame|borreme|borrenme|borradme|borrarme|borrenos|eliminame|elimineme|eliminenme|eliminadme|eliminarme|quitame|quiteme|quitenme|quitadme|quitarme|sacame|saqueme|saquenme|sacadme|sacarme|desapuntame|desapunteme|desapuntadme|desapuntenme|desapuntarme|desuscribir*|desuscrib*|desinscri*|desvincul*|excluyanme|excluidme|bloqueame|bloqueadme|bloqueenme|unsubscribe)',
    deleteMeSub:
      '(me|nos) (borr*|elimin*|quit*|saqu*|sac*|desapunt*|desuscrib*|exclu*|deis de baja|den de baja|des de baja|de de baja|dais de baja|dan de baja|dar de baja|das de baja)',
    mine: '(<mi> )*(mi|este|mis|el) (numero|telefono|movil|celular|contacto|nombre|datos|numero de telefono|num|tfno|tlf|registro)( de (telefono|movil|contacto))?',
    mi: '(ya|por favor|todos|todo|de una vez|inmediatamente)',
    give: '(dadme|dame|deme|denme|darme|dar|darse|dame|denos|dadnos|dandome|darnos|damos|me doy|doy|dar|darte|dan)',
    again:
      '(mas|nunca|nunca mas|jamas|otra vez|nada|nada mas|mas veces|de nuevo|ya|ya mas|mas nunca|en la vida|mas por aqui)',
    want: '(quiero|quisiera|querria|deseo|desearia|me gustaria|necesito|prefiero|preferiria|quier|ruego|exijo|solicito|pido|os pido|le pido|les pido|queria)',
    talk: '(hablar|hablo|hablando|hablarlo|hablase|chatear|conversar|comunicarme|contactar|dialogar|platicar|hablarle|tratar)',
    someone:
      '(<un> )*(persona|personas|persona (real|humana|fisica|normal|de verdad|de carne y hueso)|alguien|alguno|humano|humana|humanos|ser humano|agente|operador|operadora|operario|asesor|asesora|encargado|encargada|responsable|jefe|jefa|dueno|duena|gerente|director|directora|propietario|propietaria|companero|companera|colega|ejecutivo|ejecutiva|representante|empleado|empleada|comercial|tecnico|tecnica|recepcion|recepcionista|soporte|administracion|supervisor|supervisora|dependiente|dependienta|equipo|atencion al cliente|servicio al cliente|vendedor|vendedora|medico|medica|doctor|doctora|dentista|mecanico|veterinario|veterinaria|secretaria|consultor|consultora|teleoperador*|trabajador|trabajadora|especialista|experto|experta|ventas|vosotros|ustedes|direccion|tienda|la clinica|el taller|el hotel)( (real|humano|humana|de verdad|de vosotros|de ustedes|del equipo|de la tienda|de la empresa|del hotel|de la clinica|del taller|de alli|de ahi|de carne y hueso|fisico|por favor|de soporte|de ventas|comercial|vivo))?',
    un: '(un|una|el|la|al|algun|alguna|algun|vuestro|vuestra|tu|su|otro|otra|los|las|del|de|alguien de|con)',
    helper:
      '(<un> )*(persona|humano|humana|ser humano|agente|operador|operadora|asesor|asesora|ejecutivo|ejecutiva|representante|supervisor|supervisora|encargado|encargada|gerente|alguien|responsable|teleoperador*)( (real|humano|humana|de verdad|de carne y hueso|fisica|en linea|en vivo|disponible))?',
    bot: '(un|una|el|la|este|esta|ese|tu|con un|con una|con el|mas)? (maldito|puto|estupido|simple|dichoso)? (bot|bots|robot|robots|maquina|maquinas|ordenador|contestador|chatbot|ia|computadora|inteligencia artificial|sistema automatico|respuestas automaticas|grabacion)',
    passMe:
      '(pasame|paseme|pasenme|pasadme|pasarme|ponme|pongame|ponganme|ponedme|ponerme|comunicame|comuniqueme|comuniquenme|comunicadme|comunicarme|conectame|conecteme|conectenme|conectadme|conectarme|derivame|deriveme|derivenme|derivadme|derivarme|transfiereme|transfierame|transfieranme|transferidme|transferirme|contactame|contacteme|contactenme|contactarme|dejame hablar|dejenme hablar|dejadme hablar|dejeme hablar|enlazame|dirigeme|dirijame|redirigeme|remiteme|me (pasas|pasa|pasan|pasais|pasen|paseis|pases|pones|pone|ponen|poneis|pongas|pongan|pongais|comunicas|comunica|comunican|comunicais|comuniquen|comunique|conectas|conecta|conectan|conectais|conecten|derivas|deriva|derivan|derivais|deriven|transfieres|transfiere|transfieren|transfieran|transferis|podrias (pasar|comunicar|poner)|puedes (pasar|comunicar|poner|conectar|derivar|transferir)|puede (pasar|comunicar|poner|conectar|derivar|transferir)|pueden (pasar|comunicar|poner|conectar|derivar|transferir)|podeis (pasar|comunicar|poner|conectar|derivar|transferir)|podria (pasar|comunicar|poner|conectar|derivar|transferir)|podrian (pasar|comunicar|poner|conectar|derivar|transferir)|podriais (pasar|comunicar|poner|conectar|derivar|transferir)|puede pasar))',
    callMe:
      '(llamame|llameme|llamenme|llamadme|llamenos|llamadnos|llamarme|llamarnos|telefoneadme|contactadme|contactenme|contacteme|contactame|me (llamas|llama|llaman|llamais|llame|llames|llamen|llameis|llamaras|llamareis)|nos (llamas|llaman|llamais|llamen|llameis)|(me|nos) (puedes|puede|pueden|podeis|podrias|podria|podrian|podriais|podes) (llamar|telefonear|devolver la llamada|contactar)|devolvedme la llamada|devuelvanme la llamada|devuelveme la llamada|devolverme la llamada|me (devolveis|devuelven|devuelves|devuelve) la llamada)',
    attend:
      '(atienda|atender|atienden|atiende|atiendan|atenderme|atendernos|conteste|contestar|contestarme|contesta|contesten|contestan|responda|responder|responderme|responde|respondan|llame|llamar|llamarme|llamen|llama|ayude|ayudar|ayudarme|ayuda|ayuden|escriba|escribir|escribirme|escriban|hable conmigo|hablar conmigo|hablarme|lea|lee|leyendo|contacte|contactar|contactarme|ponga en contacto|ponerse en contacto|ponga|poner en contacto|escuche|escucha|explique|explicar|solucione|resuelva|oye|oiga|mire|asesore|asesorar|asesorarme)',
    bad: '(pesim*|fatal|horribl*|terribl*|lamentabl*|inaceptabl*|indignant*|verguenza|vergonzos*|asco|asqueros*|desastr*|malisim*|mierda|nefast*|deplorabl*|patetic*|ridicul*|intolerabl*|estafa|timo|robo|chapuza|penos*|incomible*|basura|porqueria|inutil|inutiles|una burla|tomadura de pelo|inadmisibl*|espantos*|decepcionant*|decepcion|bochornos*|impresentabl*|cutre|insultant*|repugnant*|de juzgado|de verguenza|una broma de mal gusto|falta de respeto|grotesc*|engano|peor|muy mal|muy mala|muy malo|mal|mala|malo|abuso|abusiv*)',
    spoilt:
      '(duro|dura|duros|duras|frio|fria|frios|frias|helado|quemad*|crud*|pasad*|sec*|rancio|rancia|mohos*|podrid*|suci*|mugrient*|asqueros*|rot*|abiert*|agri*|caducad*|chamuscad*|equivocad*|defectuos*|estropead*|aplastad*|manchad*|grosero|grosera|groseros|maleducad*|borde|bordes|antipatic*|desagradabl*|insipid*|salad*|incomible*|maltratad*|incomplet*|tarde|tardisimo|mal|fatal|malisim*|malo|mala|horribl*|terribl*|pesim*|derretid*|asquerosidad|deshech*|golpead*|revenid*|de goma|como (una piedra|la suela|suela)|acartonad*|rallad*|rayad*|grosero|mojad*|vacio|descosid*|danad*|lleno de|llena de|impuntual*|infumabl*|fatal)',
    very: '(muy|super|bastante|demasiado|totalmente|completamente|todo|toda|tan|un poco|realmente|absolutamente|ya|casi|medio|mas que|de lo mas|algo|un|una|bien|todavia|verdaderamente|muchisimo|re|sumamente|extremadamente)',
    insult:
      '(idiota|idiotas|imbecil|imbeciles|inutil|inutiles|tonto|tonta|tontos|tontas|estupido|estupida|estupidos|gilipollas|cabron|cabrones|capullo|capullos|ladron|ladrones|estafadores|estafador|sinverguenza|sinverguenzas|mentirosos|mentiroso|mentirosa|payaso|payasos|incompetente|incompetentes|subnormal|subnormales|mamon|mamones|hijo de puta|hijos de puta|hdp|pendejo|pendejos|boludo|boludos|pelotudo|pelotudos|mierda|basura|asquerosos|asqueroso|ratas|rata|chorizos|chorizo|caraduras|jetas|tramposos|patetico|pateticos|lo peor|una verguenza|desgraciados|desgraciado|inepto|ineptos|torpe|torpes|malditos|burro|burros|zoquete|guarros|guarro|cutres|un desastre|una estafa|una panda|unos ladrones|impresentables|impresentable|idiotica|lerdo|lerdos|bobo|bobos|ridiculos|maleducados|maleducado|bastardos)',
    time: '(hora|horas|dia|dias|semana|semanas|mes|meses|minutos|min|rato|siglos|anos|toda la manana|toda la tarde|manana|tarde|una eternidad|desde)',
    yes: '(si|sii|siii|sip|sep|claro|claro que si|vale|ok|okay|okey|oki|por supuesto|desde luego|dale|venga|adelante|hazlo|haganlo|hacedlo|por favor|bueno|perfecto|genial|de acuerdo|estupendo|me parece (bien|perfecto|genial)|me encantaria|me gustaria|(seria|estaria) (genial|perfecto|estupendo|bueno|lo mejor|bien|ideal)|quiero|si quiero|lo quiero|si lo quiero|s|correcto|exacto|afirmativo|eso es|va|orale|simon|como no|obvio|seguro|sin duda|efectivamente|asi es|esta bien|muy bien|hecho|te lo agradezco|te lo agradeceria|lo agradeceria|os lo agradezco|pasalo|pasaselo|pasadlo|que si|👍|👌|✅|🙏|😊|☺|❤)',
    no: '(no|noo|nop|nope|nah|n|que no|no (hace falta|es necesario|quiero|lo necesito|necesito nada|gracias|te preocupes|os preocupeis|se preocupe|importa|pasa nada|todavia|por ahora|de momento|mejor no|lo quiero|me hace falta|ya esta|esta bien)|mejor no|ahora no|hoy no|de momento no|por ahora no|todavia no|aun no|para nada|dejalo|dejelo|dejadlo|dejemoslo|da igual|da lo mismo|es igual|no hay problema|ya esta|ya no|esta bien asi|asi esta bien|nada|olvidalo|olvidelo|olvidadlo|negativo|ni hablar|tampoco|en otro momento|otro dia|mas tarde|luego|ya veremos|quizas luego|que va|👎|❌)',
  },

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

  optOut: {
    says: `
      (no|ya no|nunca|tampoco|jamas|sin)( (me|nos|he|hemos|os|le|les|yo|ya))* (quiero|deseo|queremos|deseamos|quisiera|necesito|necesitamos|interesa*|gusta*|apetece|acepto|autorizo|autorice|autorizado|consiento|permito|solicite|solicitado|pedi|pedido|contrate|apunte|suscribi|suscrito|hace falta|es necesario|hay necesidad|me hace falta|dado permiso|dado mi|doy permiso|di permiso|ganas|tengo interes|tenemos interes|teneis permiso|tienen permiso|teneis derecho|permiso)( (que|a|de|para|en|nadie|yo|ya|mas|vosotros|ustedes))* ... (<messages>|me (sig*|volv*|vuelv*|escrib*|contact*|molest*|mand*|envi*|avis*|inform*|llam*) ... (<messages>|mas|nada|nunca|escrib*|mand*|contact*|avis*|aqui|numero|whatsapp)|me (escrib*|contact*|molest*|bombarde*)|ser (contactad*|molestad*|avisad*)|recibir (mas|nada|esto|estos)|vuestra lista|su lista|esta lista|sus listas|saber (nada|mas)|vuestros datos|estar en)
      (no) (hace falta|es necesario|teneis que|tienen que|hay que)( que)? (me)? (sig*|continu*|volv*|vuelv*|mand*|envi*|avis*|escrib*|inform*|contact*|manten*|teng*) ... (<messages>|avis*|escrib*|mand*|la lista|vuestra lista|mas)
      (<stop>|dejen|cesar|cese|eviten|abstener*|absteng*|ruego que cesen|deje|hart* de|hast* de|cansad* de|bast* de|bast* ya de|dejando|agotad* de)( (ya|de|con|por favor|una|vez|en|el|este|esto|los|las|tanto|tanta|tantos|todo|recibir|leer|enviar*|mandar*|que|vuestr*|sus|tus))* (<writeMe>|<messages>|mandarme|enviarme|mandarnos|enviarnos|envio de|escribid*|acoso|bombardeo)
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
    unless: `
      no (me )?(dejes|dejeis|dejen|deje|dejar|pareis|paren|pares|para|paro|paran|parar|paraba) (de )?
      (por que|porque|xq|cuando|a que hora|hasta cuando|hasta que hora) (no|me|ya|deja*|para*|<stop>)
      ^(dejais|paran|parais|cuando|donde|cuanto|cual|hay|a que hora|teneis|tienen|quien)
      (he|hemos|has|habeis|ha|han|vais a|van a|va a|vas a) (dejado|parado|dejar|parar)
      (pedido|reserva|cita|tarta|pan|cebolla|paquete|factura|envio a domicilio|mesa|seguro|matricula|gimnasio|curso|comedor|clase|clases|lista de espera|coche|moto|luz|agua|contrato de|linea|habitacion|carta|sofa|al correo|por correo|planta|medica|laboral|temporada|tension|presion|grasa|azucar|calorias|abono|bono|socio|club|piscina|escuela|colegio|hijo|hija|hoy no|manana|el lunes|el martes|el miercoles|el jueves|el viernes|el sabado|el domingo|por la manana|por la tarde|por la noche|todavia|antes de|hasta|a casa|al trabajo|al email|al mail|lista de invitados|lista de boda|entrega|comida|cena|desayuno|codigo|confirmacion|presupuesto|ramo|flores|zapatos|vestido|ropa)`,
  },

  optOutUnclear: {
    says: `
      ^(cancelar|cancela|cancelalo|cancele|cancelen|cancelad|cancelo|anular|anula|anulo|anulalo|anulad|anulen|anule|cancelacion|anulacion|para|deseo cancelar|cancelado|rescindir)( (todo|esto|eso|lo mio|ya|el servicio|servicio|mi cuenta|cuenta|mi suscripcion|la suscripcion|suscripcion))*$
      ^(darme de baja|dar de baja|dadme de baja|cancelar|cancelad) (mi |la )?(cuenta|suscripcion)$
      ^(ya )?no me interesa( (mas|nada|ya|esto))*$
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

  person: {
    says: `
      (quiero|necesito|puedo|podria|podriamos|prefiero|preferiria|preferimos|quisiera|querria|gustaria|deseo|hay manera de|hay forma de|es posible|se puede|intento|necesitaria|urge|quier|mejor|solicito|quiere|seria posible|tendria que|puede|podemos|quien puedo|quien podria|quien|manera de|forma de|posibilidad de|interesa|me dejas|dejadme|dejame|por favor|bueno es)( (poder|que|me|lo|yo|directamente|mejor|por favor|ya|urgentemente))* (habl*|tratar*|explicar*|comentar*|contact*|comunic*|chat*|consultar*|discutir*|resolver*|gestionar*|convers*|dirigirme|aclarar*|solucionar*|verlo|poner* en contacto|contar*|platicar|escribir*|atend*|dialogar|reunirme|entrar en contacto)( (esto|eso|este|mi|un|una|el|la|tema|asunto|problema|caso|directamente|por telefono|lo|de|cosa|cosas|sobre|mejor|urgentemente|ya|algo|del|pedido|reserva|ahora|personalmente|de viva voz|primero))* (con|a|al) <someone>
      (por telefono|por llamada|de viva voz|en persona con|cara a cara)( (con|por|mejor|alguien))*$
      (me|nos|que|lo|que me|que nos|pueda|puede|puedan|podria|quien me|quien)( (lo|la|puede|podria|pueda|puedan|pudiera|va a|vaya a|por favor|ya|que))* (<attend>|expliqu*|explica|aclare|aclar*|llame|hable|resuelv*|atend*|gestione|tramite)( (a mi|conmigo|por favor|bien|esto|de una vez|ya|mejor|eso|todo|con esto|con mi _|directamente))* (<un> )*(persona|alguien|humano|humana|ser humano|agente|asesor|asesora|operador|operadora|encargado|encargada|responsable|companero|companera|empleado|empleada|gerente|jefe|jefa)( |$)
      (<un> )*(persona|alguien|humano|humana|ser humano|agente|asesor|asesora|operador|encargado|encargada|responsable|recepcion|companero|personal|empleado|vendedora|vendedor|dependienta|equipo)( (de|del|la|el|tienda|hotel|clinica|taller|equipo|real|de verdad|ahi|que|por favor|me|se|nos|vosotros|ustedes|ya))* (me|nos|conmigo|al chat|a este chat|al telefono|para|pueda|puede|pudiera|podria)( (que|me|nos|pueda|puede|pudiera|podria|poder|quiera))* (<attend>|expliqu*|llame|venir|resolver|ayud*|hablar|atend*|solucionar|contact*|escrib*|conteste|venga|poner|pong*|dar|dig*|llam*)
      (ningun|ninguna|algun|alguna|hay|habra|habria|queda|existe|un|una|no hay|teneis|tienen|sois todos|es que no hay|tendrian|tendriais)( (a|algun|alguna|ningun|ninguna|un|una|puto|puta|solo))* (humano|humana|persona (real|humana|de verdad|de carne y hueso|viva|fisica)|ser humano|agente|asesor|operador|teleoperador*)( (en|que|ahi|aqui|alli|disponible|con|real|por|detras|al|de verdad|libre|conectado|para|leyendo|al otro))*
      ^(_ )?( (por favor|quiero|un|una|a|con|hablar|necesito|prefiero|dame|pasame|ponme|y|hola|que|me|atienda|conteste|el|la|ser|no|hay|buenas|quisiera|mejor|solo|contesta|alguien|algun|con un|trato|atencion|soporte|contacto))* (humano|humana|humanos|ser humano|persona real|persona de verdad|persona humana|persona fisica|persona de carne y hueso|agente humano|asesor humano|operador humano)( (por favor|ya|no un bot|no un robot|no una maquina|aqui|ahi|real|de verdad|o algo|y no _ _|que me _|para hablar|en vez de _ _|no _ _|_))*$
      (contactar|contacto|hablar|comunicar*|comunicacion|atencion)( (directo|directa|directamente))* (con|de|por)( (el|la|los|las|un|una|vuestro|su|parte de))* (personal|equipo|soporte|empresa|encargad*|responsable*|persona|personas|duen*|jefe|jefa|recepcion|tienda|agente|asesor|direccion|gerencia|humano|humanos)( (por favor|humano|ya|tecnico|de _ _?|real|_))*$
      ^(<callMe>)( (por favor|ya|al|a|este|mi|mismo|numero|telefono|urgente|cuando|podais|puedan|cuanto|antes|en|un|rato|manana|hoy|por|la|tarde|tardes|mananas|sobre|las|\d|el|lunes|martes|miercoles|jueves|viernes|sabado|domingo|gracias|alguien|para|hablarlo|hablar|del|de|pedido|tema|lo|esto|que|es|urge|_))*$
      (quiero|necesito|podeis|puedes|pueden|puede|podrias|podria|podriais|podrian|podes|agradeceria|preferiria|prefiero|quisiera|espero|esperando|solicito|pido|gustaria|quedo a la espera de|pediros)( (me|nos|que|una|vuestra|su|la|a|por favor|alguien))* (llamada|llamarme|llamarnos|llamar|llameis|llamen|llames|llame|telefonear*|devolver la llamada|devolverme la llamada)( (por favor|al|a|este|mi|numero|telefono|cuando|podais|puedan|cuanto|antes|en|un|rato|manana|hoy|por|la|tarde|sobre|las|el|lunes|martes|alguien|de alguien|para|hablarlo|hablar|urgente|ya|explicar*|del|de|pedido|tema|lo|esto|momento|y|que|_))*$
      (bot|robot|maquina|automatico|automatica|chatbot|contestador|ia)( (no|ya|este|esta|me|nada|de|y|es|sirve|entiende|inutil|harto|basta))* (quiero|pasame|dame|ponme|prefiero|necesito|hablar)( (con|a|hablar|un|una|que|me|atienda))* (persona|alguien|humano|agente)
      (alguien|persona)( (de|del|la|el|vosotros|ahi|real|ahora))* (disponible|libre|conectad*|leyendo|en linea|atendiendo|despiert*)( (para _|ahora|ahi|por favor|en este momento|o no|a estas horas))*$
      ^(no)?( (con|a|de|quiero|hablar|necesito|pasame))* <helper>( (ya|ahora|aqui|urgente|humano))*$
      ^(con )?(<un> )*(persona|alguien|humano|humana|ser humano|agente|asesor|operador)$
      (<want>|puedo|podria|podriamos|se puede|puede|se podria|podemos|es posible|quier|intento|intentando|como|como puedo|con quien|donde|hay forma de|hay manera de|hay posibilidad de|prefiero|me dejas|me dejais|quiero|preferiria|quisiera|lo que quiero es|tengo que|deberia|me urge|urge|prefiero|gustaria)( (poder|directamente|urgentemente|yo|ya))* (<talk>)( (directamente|por telefono|un momento|ya|mejor|ahora|urgentemente|de verdad|antes|tambien|personalmente|lo))*( (con|a|al))? <someone>
      ^(<talk>)( directamente| ya| mejor)? (con|a) <someone>
      ^(con) quien (puedo|podria|tengo que|debo|hay que)? (hablar|hablo|contactar|contacto)
      (quiero|necesito|prefiero|dame|deme|denme|dadme|quisiera|exijo|preferiria|querria|consigueme|busco|ponme|traeme|que venga|quier|mejor)( (a|que|hablar con|ver))* (<un> )*(persona|humano|humana|ser humano|agente|operador|operadora|asesor|asesora|teleoperador*)( (real|de verdad|humano|humana|de carne y hueso|ya|ahora|no un bot|no una maquina|que me <attend>|de (atencion|soporte|servicio)))*$
      (quiero|necesito|prefiero|dame|quisiera|exijo|querria) (<un> )*(persona|humano|agente|asesor|ser humano) (real|de verdad|de carne y hueso|que me|no un|no una|y no|que sepa)
      (quiero|necesito|quisiera|querria|pido|exijo|solicito) (<un> )*(atencion|asistencia|ayuda|soporte|contacto|trato|respuesta)( (de|por parte de|con))*( (<un> )*(humana|humano|persona*|alguien|personal|real|personalizada|agente|asesor))
      (<passMe>|pasar|pasarme|pasad|comunicar|transferir|derivar|conectar|poner|ponerme)( (ya|directamente|por favor|ahora|en contacto|la llamada))*( (con|a|al))+ <someone>
      ^(<callMe>)( (por favor|ya|ahora|al|a|este|mi|numero|telefono|urgente|urgentemente|cuando|podais|puedan|puedas|pueda|en|manana|hoy|luego|un|momento|momentito|el|lo|antes|posible|por|telefono|esta|tarde|alguien|alguno|sobre|mi|pedido|para|hablar|hablarlo|explicar*|algun|de|vosotros|quiero|me|al|movil))*$
      (<want>|que|podeis|puede|pueden|podriais|si|es posible que|haced que|por favor|alguien) (que )?(<callMe>)( (por favor|ya|ahora|al|a|este|mi|numero|telefono|urgente|cuando podais|cuando puedan|cuanto antes|hoy|manana|por telefono|alguien|un|una|el|la|encargado|responsable|persona))*$
      (<callMe>) (<un> )*<someone>
      ^(y|hola|buenas|oye|pero|perdon|es que|no|si)*( (es que|que))? (hay|ai|esta|estais|queda|no hay|habra|sigue|no) ?( (algun|alguna|ningun|ninguna|un|una|por))* (alguien|alguno|nadie|persona|humano|humana|gente|asesor|agente|ser humano|operador)( (real|humano|de verdad|viva|vivo|ahi|alli|aqui|por ahi|por aqui|al otro lado|detras|detras de esto|despierto|disponible|en linea|leyendo|leyendo esto|conectado|que (me|nos) (pueda )?<attend>|para (atenderme|ayudarme|hablar|atender)|con quien (hablar|pueda hablar)|con quien|en este chat|en el chat|en este numero|en casa|atendiendo|hola|o que|de verdad|de carne y hueso|de vosotros|detras|ya|a quien (pueda )?preguntar))*$
      ^(hola|buenas|oye|ey|eo|alo|alo|y)*( hay)? (alguien|alguien (ahi|por ahi|por aqui|al otro lado|en linea|vivo|disponible|real))( hola)?$
      ^(hola|buenas|oye|ey|y|es que|pero|no)*( hay)?( (me|nos))? (lee|leeis|escucha|atiende|atienden|contesta|oye|responde|ayuda|puede (ayudar|atender|contestar|leer|responder|llamar|escuchar)|va a (contestar|atender|responder)) (<un> )*(alguien|alguno|persona|humano|nadie|agente|asesor)( (por favor|ahi|aqui|de verdad|real|o no|hoy|ya))*$
      ^(hola|buenas|oye|ey|y|es que|pero|no|que|quiero que|necesito que|que por favor|a ver si|me gustaria que|podria|puede|pueden|podeis decirle a|decid a|decidle a|dile a|digale a|haced que|prefiero que|necesito|quiero|busco)*( (<un> )*(alguien|persona|humano|humana|agente|asesor|encargado|encargada|responsable|jefe|jefa|gerente|dueno|duena|companero|tecnico|recepcion|operador|vosotros|equipo|supervisor))( (real|humano|humana|de verdad|de vosotros|del equipo|de la empresa|de la tienda|de carne y hueso|que (sepa|pueda|me)|ahi|de alli|de ahi|de alguna|de))*( (me|nos|se|que|que me|para que me|pueda|para|a))*( (puede|podria|va a|pueda|puedas|me))*( (<attend>|lee|escucha))( (conmigo|por favor|en contacto conmigo|me|en contacto|esto|al telefono|ya|ahora|urgente|a mi|por telefono|un momento|hoy|cuanto antes|con esto|con mi (pedido|problema|caso|reserva)|al|de verdad|a la cara))*$
      (que|quiero que|necesito que|prefiero que|podria|puede|podeis|pueda|me gustaria que) (me|nos|se)? (puede|pueda|podria|va a)? (<attend>|llame) (en contacto conmigo )?(<un> )*(alguien|persona|humano|humana|agente|asesor|encargado|encargada|responsable|jefe|jefa|operador|gerente|companero|tecnico|dueno|duena)( (real|de verdad|humano|humana|no un bot|no una maquina|por favor|ya|del equipo|en contacto|y no|de vosotros|conmigo))*
      (puede|podria|pueda|puedes|me puede|me podria|nos puede) (<attend>)( me)? (<un> )*(alguien|persona|humano|agente|asesor|encargado|responsable)( (por favor|real|de verdad|en contacto conmigo|ya))*$
      (ponga|pongan|pongais|poner|poneros|ponerse|ponerme|poneos|pongase|ponganse|ponte|pones|poneis|ponen) (se )?en contacto conmigo
      (alguien|persona|humano) (que )?(me|nos) (<attend>|puede <attend>|pueda <attend>)( (por favor|ya|de verdad|en))*$
      (no quiero|no puedo|no me gusta|odio|hart* de|paso de|dejar de|no pienso|en vez de|en lugar de)( (seguir|hablar|hablando|chatear|tratar|escribir|mas|discutir|estar))* (con )?<bot>
      ^(no|no quiero|no mas|basta de|quita) <bot>( (quiero|una|persona|humano))*$
      (quiero|necesito|prefiero)( (el|la))? (atencion al cliente|servicio al cliente|soporte|atencion (humana|personal|personalizada))$
      ^(atencion al (cliente|usuario|publico)|servicio al cliente|servicio de atencion al cliente|atencion (humana|personal|personalizada)|soporte( (tecnico|humano))?|centralita|recepcion|ayuda humana|asistencia humana|alguien real|persona real)$
      (necesito|quiero) (ayuda|una respuesta|respuesta|que me ayude) (de )?(<un> )*(persona|humano|humana|alguien)
      ^(ponme|pongame|quiero|pasame|pasadme|exijo|quiero ver|quiero a|con)( (con|al|a))? (<un> )*(encargado|encargada|responsable|jefe|jefa|gerente|supervisor|supervisora|director|dueno|duena)$`,
    unless: `
      (tengo que|hay que|debo|hace falta|es necesario|es obligatorio|necesario) (hablar|llamar|contactar)
      (venga|vengan|venir) (a|alguien a) (casa|domicilio|mi casa|arreglar*|reparar*|mirar*|instalar*|recoger*|montar*)|(recoger*|recoja|recojan|repart*|entreg*|instal*|acompan*)
      (avis*|llam*) (me|cuando|antes|al llegar|si hay)
      (me podeis|me puedes|pueden|podeis) llamar (un|a un|al)
      (habl*) (en )?(ingles|espanol|frances|aleman|italiano|portugues|catalan|euskera|arabe|chino|ruso|gallego)
      (llam*) (un|a un|al|a los|a) (taxi|timbre|uber|cabify|medico|ambulancia|grua|bomberos|portero)
      (cuando|una vez|si|antes de|despues|en cuanto|al llegar) (este|esten|llegue|lleguen|vaya|tengais|sea|salga|acab*|termin*|venir)
      (agente|agentes) (inmobiliari*|de (seguros|viajes|aduanas|policia|bolsa))|asesor (fiscal|financiero|laboral|juridico|inmobiliario|de imagen)|operador (de|turistico)|agente de
      (recursos|derechos|cuerpo|pelo|cabello|consumo) human
      (horario|telefono|numero|correo|email|direccion) (de|del) (atencion|servicio|soporte)
      (atencion al cliente|servicio al cliente|soporte) (en (ingles|espanol|frances|aleman)|los|por la|24)
      (los|el|este) (lunes|martes|miercoles|jueves|viernes|sabado|sabados|domingo|domingos|festivos|fin de semana|fines)
      por (la|las) (noche|noches|manana|mananas|tarde|tardes|madrugada)
      (como|cuanto|cuantas|quien|cual) (se llama|es|son|cobra|vale|cuesta)
      (persona|personas|alguien) (que (hable|arregle|repare|sepa|haga|tenga|pueda arreglar|limpie|cuide|viva|sea)|para (limpiar|cuidar))
      (no )(me|nos) (llam*|contact*)
      (a|para) (una|cada|la|otra) persona$|por persona`,
  },

  complaint: {
    says: `
      (es )?(la|ya)? (segunda|tercera|cuarta|quinta|enesima) vez ... (falta*|mal|tarde|equivoc*|pasa|ocurre|roto|rota|cobr*|problema|olvid*|trae*|lleg*|frio|fria|me|os|se)
      (mi _|me|nos|se)( (se|ha|he|hemos|han|nos|me))* (puso|puse|pusimos|pusieron|puesto|sento|sentado|sentaron|enferm*|intoxic*)( (muy|super|bastante|fatal|mal|malo|mala|malos|enferm*|malit*))+( (con|por|de|tras|despues|del|al|comiendo))+ (la|el|vuestr*|los|las|comer|su|_)
      (en mal estado|en malas condiciones|lleno de|llena de|llenos de|con (pelos|moho|bichos|manchas))( (pelos|moho|bichos|manchas|polvo|mierda|hormigas|de|suciedad|grasa))*$
      (lleva*|estaba*|estuv*|llego*|llega*|vino|venia*|trae*|era*|fue|olia*|huele|sabe|sabia*|salio)( (todo|toda|todos|muy|super|casi|medio|completamente|bastante|ya|la|el|me))* (quemad*|crud*|podrid*|caducad*|rot*|destroz*|aplastad*|mojad*|asqueros*|incomestible|incomible|rancio|rancia|derretid*|sin hacer|chafad*|abollad*|rasgad*|revenid*|malisim*|pesim*|fatal|horrible*|seco|seca|pasad*)
      (vuestr*|su|el|la|este|esta) _ (que (me|nos|os)|me|nos) (alquil*|vend*|repar*|arregl*|instal*|hicist*|pusist*|di*|envi*|mand*|dej*)( _)?( _)? (no (funciona*|va|sirve|arranca|vale|era|enciende|calienta)|se (rompio|rompe|para|ha|estropeo|cae)|esta (rot*|mal|estropead*|suci*)|pierde|gotea|falla|hace)
      (prometi*|dijist*|dijer*|asegur*|me dijo|habeis dicho|quedasteis|quedamos|iba a|ibais a|iban a) ... (y|pero) (nada|no|todavia|aun|sigo|nadie|seguimos)
      (a nadie|nadie) ... (importa|le importa|interesa|hace nada|ha hecho nada|se ha|os importa|preocupa)
      (arruin*|estrope*|destroz*|fastidi*|jodi*|amarg*|cargado|cargasteis)( (me|nos|mi|el|la|nuestr*|las|los|habeis|han|todo))* (boda|cumpleanos|fiesta|vacaciones|dia|viaje|vestido|traje|comida|cena|noche|estancia|evento|celebracion|manana|coche|movil|mueble*|pared|puerta)
      (poner|presentar|hacer|interponer|pongo|presento|hago|quiero|tengo|formular|dejar|tramitar|registrar|es|una|otra|enviar|dar|llevar)( (una|la|mi|otra|de))* (queja|reclamacion|denuncia|quejas|hoja de reclamaciones|hojas de reclamaciones)
      ^(queja|reclamacion|una queja|una reclamacion|hoja de reclamaciones|reclamaciones|quejas|quejarme|reclamar|quiero reclamar|vengo a quejarme)$|(quiero|quisiera|querria|necesito|vengo a|tengo que|voy a) (quejarme|reclamar|denunciar*|reclamaros)|os (voy a|pienso) denunciar|voy a denunciar|(queja|reclamacion) (formal|sobre|por|contra)
      (devolvedme|devuelvanme|devuelveme|devuelvame|que me (devolvais|devuelvan|devuelvas|devuelva|reembolsen)|exijo|exigo|quiero|reclamo)( (que me devuelvan|que me devolvais|ya))* (mi|el|todo el|la) (dinero|pasta|plata|importe|reembolso|devolucion|money)( (ya|de vuelta|completo|de mi _))*$
      (exijo|exigimos) 
      (gilipollas|mierda|cabron|cabrones|hijos de puta|hijo de puta|puta madre|joderos|a tomar por culo|que os den|que te den|vete a la|iros a la|iros al carajo|vayanse a la|la concha|hdp|me cago en|putos|puto|puta|jodidos|pendejos|chinga|no me jodas|cono ya|gilipolleces|carajo)
      ^(menuda|vaya|que|sois|eres|son|es|unos|una|un|puto|puta|pero que|panda de|todos|todo|banda de|menudos|menudo|pandilla de|tu|vosotros|bot|este|el|usted|este bot|el bot|asistente|maldito|malditos|esto|so|atajo de|hatajo de|estais|esta|panda)*( (<very>|de))*( <insult>)( (todos|bot|de bot|robot|de mierda|integrales|de servicio|que sois|sois|eres|de empresa|sin verguenza|de primera|de verdad|y _|son|integral|chatbot|maquina|de tienda|de gente))*$
      (sois|eres|son|es usted|estais) (todos )?(unos|una|un|los|muy|tan|mas|realmente|la|bien|muy muy|el|de)* <insult>
      (bot|robot|chatbot|maquina|asistente|chat) (es|esta|no)* (<very> )?(inutil|tonto|estupido|malo|una mierda|basura|un asco|sirve|vale|ayuda|entiende|funciona|un desastre|una basura|malisimo|pesimo|penoso|una porqueria|patetico|lamentable|idiota|una broma|una verguenza|se entera|da (asco|pena))
      (no|ni) (sirves|vales|sirve|servis|valeis|sirven) (ni )?(de|para) nada|sirves (para|de) (nada|poco)
      no (me|nos) (ayudas|ayuda|ayudais|solucionas|soluciona|solucionais|solucionan|resuelves|resolveis|entiendes|entiende|haces caso|haceis caso|hacen caso|sirves|sirve|escuchas|escuchan|aportas|dais (una )?solucion|dan (una )?(solucion|respuesta)|atienden|respondeis|contestais|contestan)( (nada|de nada|para nada|en nada|ni una|ni caso|ni))*$
      (no te enteras|no os enterais|no entiendes|no se enteran|no entendeis)( (de)? nada| un carajo| una)*
      ^(esto|todo|servicio|el|la|lo|es|ha sido|fue|me parece|esto es|menuda|menudo|vaya|que|una|un|sois|autentica|autentico|verdadera|verdadero|absoluta|total|completo|completa|de|experiencia|atencion|trato|vuestro|vuestra|su|local|sitio|lugar|muy|de lo mas|empresa|hotel|siento|pero|simplemente|tan|muchisima|mucha|da|dais|me da|dan|realmente|esta|habitacion|comida|calidad)* (<bad>)( (servicio|atencion|trato|experiencia|total|absoluto|absoluta|de (servicio|empresa|sitio|hotel|atencion|trato|tienda|experiencia|gente|comida|local|restaurante|bar|lugar|verdad|mi vida|la vida)|lo vuestro|lo que|todo|sois|sitio|comida|lugar|gestion|organizacion|calidad|vuestro _|la verdad|que _|y _|lo de|como|de mal gusto))*$
      (servicio|atencion|trato|comida|experiencia|camarer*|repartidor*|recepcionista|dependient*|calidad|empleado|empleada|personal|sitio|empresa|tienda|gestion|estancia|reparacion|trabajo|organizacion|limpieza|comunicacion|senor|senora|chico|chica|encargado|encargada|conductor|tecnico|dentista|doctor|doctora|mecanico|hotel|restaurante|chica de recepcion) ... (<bad>|maleducad*|groser*|borde|antipatic*|desagradabl*|impresentabl*|falta de)
      (pesim*|nefast*|mal|mala|malisim*|horribl*|terribl*|lamentabl*|vaya|deplorabl*|menudo|menuda|vergonzos*) (servicio|atencion|trato|experiencia|educacion|gestion|organizacion|calidad|comida)$
      peor (servicio|atencion|experiencia|hotel|sitio|comida|restaurante|trato|tienda|empresa|panaderia|clinica|taller|compra)|lo peor (de|que)|el peor _ (de|que)|la peor _ (de|que)
      (estaba|estaban|estuvo|llego|llegaron|ha llegado|han llegado|vino|vinieron|ha venido|han venido|fue|fueron|ha sido|han sido|me llego|nos llego|salio|salieron|venia|venian|era|eran|han traido|trajeron|entregaron|entregado|sabia|sabian|olia|olian|me llegaron|quedo|ha quedado|trataron|tratado|atendieron|atendido|resulto|dejasteis|dejaron)( (todo|toda|hoy|ayer|la|el|me|con|ha|a))* (<very> )*(<spoilt>|con (moho|pelos|un pelo|bichos|retraso)|a (podrido|quemado|rancio|humedad|tabaco|moho)|como una piedra|peor)
      (hemos|me han|me habeis|nos han|nos habeis|me|nos|os|lo|la|se)* (trataron|tratado|tratasteis|atendieron|atendido|atendisteis) (<very> )*(mal|fatal|pesimo|horrible|como|con (desprecio|prepotencia|mala))
      (no|aun no|todavia no|nunca|jamas|sigue sin|siguen sin|sin)( (me|nos|se))*( (ha|han|habia))? (llegado|llegar|llego|llegaron|aparecido|venido|entregado|entregaron|aparecer|recibido|traido) (nada|aun|todavia|ni|el|la|mi|mis|nuestro|lo|los|las|pedido|paquete)
      (pedido|paquete|comida|repartidor|tecnico|encargo|compra|taxi|mesa|tarta)( (que|de|hice|pague|ayer|la|el|hace|dias))* (no|aun no|todavia no|nunca|sigue sin)( (me|nos|se))*( (ha|han))? (llegado|llega|llegar|llego|aparece|aparecer|venido|vino|aparecio|entregado|viene|venir)
      (llevo|llevamos|llevaba|llevabamos)( (mas de|casi|ya|unos|unas|como))*( _)?( _)? <time>( (y media|y|pico|largos|entera|enteros|larga))*( (esperando*|sin|intentando|llamando|aqui|en (la )?(cola|espera)|con|de|al telefono|pidiendo|escribiendo|y))
      (espere|esperamos|he esperado|hemos esperado|esperando|estuve esperando|estuvimos esperando|me tuvisteis esperando|hicisteis esperar|hicieron esperar)( (mas de|casi|ya|desde|durante|hace|me|nos))*( _)?( _)? <time>
      (nadie|ninguno)( (me|nos|ha|han|os|del|de|vosotros|alli|ahi|aqui|hasta|todavia|aun|se))* (contesta*|contest*|coge|cogio|cogen|cogido|respond*|atiend*|atend*|atiende|vino|viene|venido|aparec*|llamado|llamo|hace caso|hizo caso|ayuda|ayudado|soluciona*|avis*|explic*|dice|dijo|dado|digna|preocup*|pregunt*|escrit*)
      (no)( (me|nos))? (coge|cogeis|cogen|contesta|contestais|contestan|respondeis|responden|atienden|devolvio|devolvisteis|devolvieron|habeis (contestado|llamado|respondido|avisado|devuelto|solucionado)|han (contestado|llamado|respondido|avisado|devuelto|solucionado)|hacen caso|haceis caso)( (el|al|mi|mis|ni|la|las|los|a))* (telefono|llamadas|mensajes|correos|caso|llamada|dinero|nada|emails|whatsapps|nunca|nadie|todavia|aun)
      (me|nos|os|le)( (habeis|han|has|ha))? (cobr*) ...(dos veces|doble|de mas|mal|demasiado|el doble|algo|por|dos|un importe|mas|tres veces|lo que no|una cosa)
      (habeis|han|has|ha|me|nos) (estafad*|timad*|enganad*|robad*|mentid*|estafaron|timaron|enganaron|robaron|mintieron|estafasteis|enganasteis|mentisteis|tomado el pelo|tomais el pelo|toman el pelo|ignorad*|insultad*|faltado al respeto|dejado tirad*|dejaron tirad*|dejasteis tirad*|dado (gato por liebre|largas)|plantado|colgado|colgaron)
      (estafa|timo|atraco)$|(es|sois|son|parece|vaya|menud*) (una|un)? (autentic*|verdader*)? (estafa|timo|robo|atraco|engano|chapuza|desastre|verguenza|asco|tomadura de pelo|abuso|burla)
      (me|nos|le)( (habeis|han|has|ha))? (mand*|envi*|traj*|traid*|puest*|pusi*|dado|disteis|dieron|diste|dio|serv*|entreg*|vend*|instal*|hecho|hicisteis|hicieron) ...(equivocad*|mal|rot*|errone*|incorrect*|defectuos*|otra cosa|no era|que no|caducad*|estropead*|cambiad*|podrid*|dano)
      (os|se)( (me|le|nos))? (habeis|han|ha) (equivocado|confundido|olvidado|colado)|os (equivocasteis|olvidasteis|confundisteis)|se (equivocaron|confundieron|olvidaron|olvido|os olvido|les olvido|han olvidado)( de)?( (el|la|los|las|mi|mis|poner|traer|con|en))|se os (ha )?(olvido|olvidado|olvidaron)
      (falta|faltaba|faltaban|me falta|me faltan|faltan|nos falta|nos faltaba|faltaba)( (la|el|los|las|mi|una|un|dos|tres|media|parte|medio|varias|varios|cosas|la mitad))* (barra*|mitad|bebida*|parte|del pedido|de mi pedido|en (el|mi) pedido|de la cuenta|postre*|salsa*|pieza*|plato*|cosa*|producto*|tornillo*|articulo*)( (de|del|en|mi|el|pedido))*$
      (habia|hay|encontre|he encontrado|hemos encontrado|tenia|encontramos|traia|con)( (un|una|unos|muchos|unas|trozos de|restos de|dos|un trozo de))* (pelo|pelos|bicho|bichos|mosca|cucaracha|cucarachas|gusano|gusanos|plastico|cristal|cristales|moho|chinches|hormigas|raton|insecto|cabello|sangre)
      (me|nos) (he|hemos|ha|puse|pusimos|puesto|sento|hizo|ha sentado|sentado)* (puesto )?(malo|mala|malos|enfermo|enferma|fatal|mal) (con|por|de|tras|despues|vuestr*|la comida)
      (intoxic*|diarrea|vomit*) (por|con|vuestr*|tras|despues)|intoxicacion
      (estoy|estamos|me siento|quedo|me voy|salimos|me habeis dejado|quede|nos vamos)( <very>)* (enfadad*|indignad*|decepcionad*|cabread*|furios*|descontent*|disgustad*|molest*|insatisfech*|hart*|hasta (las narices|el gorro|los cojones|los huevos|la coronilla)|frustrad*|enojad*|encabronad*|harto)
      (nunca|jamas|no)( (mas|pienso|vuelvo|volvere|volveremos|vamos|voy|volvemos|pensamos|pisar|volver|me veis|me vereis|compro|comprare|a|mas))* (vuelvo|volver|volvere|volveremos|comprar|repetir|pisar|pido|recomiendo|recomendar|mas|mas aqui)( (con vosotros|aqui|mas|a pisar|nunca|alli|ahi|a comprar|en la vida|mas veces|a vuestr* _|vuestr* _))*$
      (os|lo)? no (lo|os)? recomiendo|no os recomiendo|nunca mas( (vuelvo|volvere|compro|os compro|pido|ahi|aqui|con vosotros))*$
      pague( _)?( _)? (y|pero) (no|nada|todavia|aun|nadie|me)|he pagado( _)?( _)?( _)? (y|pero) (no|nada|todavia|aun|nadie|me)|(pagado|pague) (por|para) (nada|esto|esta)
      (se|me|nos) (rompio|rompieron|estropeo|cayo|descosio|desprendio|despego|ha roto|ha estropeado|han roto|rajo|partio|solto)( (a|al|el|en|nada|otra|de|ya|la|mismo|los|las|por))* (dos|dia|dias|tres|semana|semanas|primer*|usarlo|vez|nuevo|minutos|comprarlo|abrirlo|estrenarlo|rato|poco)
      (me|nos|lo|la)( (lo|la|los|las))? (habeis|han|has|dejasteis|dejaron|dejado|estropeasteis|rompisteis|rompieron|arreglasteis|estropearon|rayasteis|rayaron|hicisteis|hicieron)( (roto|rayado|estropeado|dejado|destrozado|manchado|hecho|perdido|quemado|jodido|fastidiado|arruinado|mal|dano|peor|cortado))+
      (me|nos) (hicisteis|hicieron|hizo|habeis hecho|han hecho|ha hecho|haceis) (mucho )?(dano|esperar|perder|polvo)
      (reparacion|arreglo|tratamiento|averia|caldera|empaste|coche|trabajo)( (que|me|hicisteis|hicieron|pusisteis|la))* (no (ha|funciona|sirve|funciono|sirvio|duro)|sigue igual|sigue (roto|rota|goteando|perdiendo|sonando)|otra vez)( (servido|funcionado|durado|de nada|nada|para nada))*
      (no funciona|sigue sin funcionar|sigue igual|sigue fallando) (lo que|despues|tras|y|el arreglo)|sigue (sin funcionar|igual|goteando|fallando|roto)$
      por (vuestra|su|tu) culpa|(sin|ni) (disculpar*|una disculpa|pedir perdon)|poca verguenza|poca profesionalidad|falta de (respeto|profesionalidad|educacion|higiene|seriedad)|mala educacion|(que|vaya|menud*) (falta|mala (educacion|atencion|gestion|experiencia|organizacion)|verguenza|asco|desastre|decepcion|chasco|fiasco|robo|timo|cara|caradura|morro|jeta|poca)
      (dos|tres|cuatro|cinco|varias|mil) veces (y|que|ya) (nadie|no|os|me|nada)|(he|hemos) (llamado|escrito)( _)?( _)?( _)? veces
      (cancel*|anul*)( (mi|la|me|el|nuestra))+ (reserva|cita|pedido|habitacion)? ?sin avisar|sin avisar
      no es (lo que|el que|la que) (pedi|pedimos|he pedido|encargue|compre)|no (es|era) lo que (pedi|pedimos|encargue|habia pedido|compre)|pedi ... (y|pero) (me|nos|ha|han)( (habeis|han|has|ha))? (mand*|traj*|traid*|lleg*|dado|disteis|dieron|puest*|envi*|serv*)
      (os|me) (parece|deberia dar|da) (bonito|normal|verguenza|bien esto)`,
    unless: `
      ^(y)? (si|que pasa si|que hago si|que ocurre si|cuanto|puedo|podeis|se puede|en caso de|que pasaria|cobrais|cobran|haceis|vendeis)
      (me he|he|hemos|me|nos hemos|nos) (equivocado|confundido|olvidado|equivoque|olvide|confundi)
      ^(y|hola|es que|buenas|pero)? mi (coche|movil|lavadora|caldera|hijo|hija|perro|gato|ordenador|portatil|diente|muela|moto|nevera|bici|bicicleta|mujer|marido|madre|padre|reloj|tele|grifo|frigorifico|lavavajillas|abuela|bebe|casa|espalda|wifi|internet|pelo|aliento|tio)
      (arreglais|reparais|limpiais|arreglarlo|repararlo|cuanto (cuesta|vale|costaria)|teneis hora|me podeis (arreglar|reparar))
      (dolor|duele|dientes|muela) 
      (perdon|perdona|lo siento|disculpa) (la|por)|para la boda|si llega|si no llega|si repito`,
    unlessAsked: `
      ^(y)? (como|cuando|cuanto|hay|teneis|tienen|es|esta|son|estan|donde|cual|quien|ha llegado|el _ esta|la _ esta|esta la|esta el|que)`,
  },

  yes: {
    says: `
      ^<yes>( <yes>)*( (que|me|lo|la|quiero|gracias|muchas|por|favor|una|persona|con|el|equipo|gustaria|a|alguien|pasa|pasame|pasalo|pasaselo|llamen|llameis|hablar|si|te|os|no|mas|mensajes|ninguno|dejar|de|recibir|recibirlos|recibir|quitame|baja|eso|genial|bien|seria|estaria|perfecto|vuestros|los))*$
      ^(que )?(pasa|pasame|pasamelo|pasalo|pasaselo|pasadlo|paselo|pasadselo|pasenlo|hazlo|haganlo|hacedlo|avisad|avisa|avisales|avisen|que (me llamen|me llame|me atiendan|lo vean|se pongan))( (con|a|al|el|la|una|persona|equipo|alguien|ya|ellos))*$`,
    unless: '(pero|^no |cuanto|cuando|donde|aunque)',
  },
  no: {
    says: `
      ^<no>( <no>)*( (gracias|por|ahora|favor|esta|bien|asi|ya|hace|falta|quiero|no|es|necesario|nada|mas|me|hablar|con|nadie|lo|he|encontrado|vale|solo|dejar|dejarlos|darme|de|baja|recibirlos|seguir|recibiendo|los|era|curiosidad|todo|muy|amable|eso|momento))*$`,
    unless: '(preguntaba|pregunte|referia|refiero|decir|sino)',
  },

  correction: {
    says: `
      ^(no )+(el|la|los|las|lo|eso|esa|ese) _ no$
      ^(no )*(el|la|lo|los|las|ese|esa) (otro|otra|otros|otras)$
      ^(no )*(te|os|le)? ?(pregunte|preguntaba|pedi|decia|dije|hablo|hablaba|estoy hablando|queria) (otra cosa|algo distinto|de otra cosa)
      ^(no|perdon|pero|que no|hombre|espera)*( no)? (eso|esto|ese|lo que|no)*( (no))? (es|era|fue|va)? ?( (lo que|la que|el que|por lo que|sobre lo que)) (yo )?(te |os |le )?(preguntaba|pregunte|pregunto|he preguntado|pedi|pedia|he pedido|decia|dije|queria|quiero|quise decir|quiero decir|buscaba|busco|necesito|referia|me referia|pregunte yo|estoy preguntando|queria saber|quiero saber|queria decir|he dicho|preguntado|dicho)
      ^(no|perdon|pero|que no|espera|yo|digo)*( no)? (yo )?(me (referia|refiero|estaba refiriendo|estoy refiriendo)( (yo|a|al|es a|en|mas bien|solo))*|(lo que )?(queria|quise|quiero) (decir|preguntar|saber)( (yo|es|era|que|si|mas bien|por))*|(te|os|le)? ?(pregunte|preguntaba|pregunto|he preguntado|estoy preguntando|estaba preguntando|preguntaba yo)( (por|sobre|si|acerca de|de|por el|que))*|(digo|decia) (que|lo de|el|la|los))
      ^(no|pero|perdon)*( no)? (es|era|eso|esa|esta|ese)*( no)? (es|era)? ?( (mi|la|esa mi|esta mi)) pregunta( (era|es))?
      ^(no|pero|perdon|que)*( (no))? (te|os|le|les|lo)? ?(he|habia|estoy)? ?(preguntado|preguntando|pregunte|preguntaba|pedido|pedi|dicho) (eso|esto|lo que|nada de eso|por (eso|esto))
      ^(no|pero|que)*( no)? (me )?(has|habeis|ha|han|estas|estais|esta) (entendido|entendiendo|comprendido|contestado|respondido|leido|contestando|respondiendo)( (mal|a|mi|pregunta|lo|que|la|me|bien|nada|lo que pregunte|a lo que|pregunte|preguntaba|pedi|te))*
      ^(no|pero)*( no)? (me )?(entiendes|entendiste|entendisteis|entendio|contestas|contestaste|respondes|respondiste|entiende|comprendes)( (mal|a|mi|pregunta|lo|que|la|me|bien|nada))*$
      ^(no|pero)*( no)? (es|era|eso|esa|esto)+ ?(no)?( (es|era|no|eso|esa|asi|esto|correcto|verdad|cierto))*$
      ^(respuesta (equivocada|incorrecta|erronea)|te (equivocas|has equivocado|confundes)|me has entendido mal|has entendido mal|te equivocaste|incorrecto|eso esta mal|esta mal|eso no( es)?|ese no( es)?|esa no( es)?|asi no|no es correcto|no tiene nada que ver|eso no tiene (nada )?que ver|nada que ver|no eso)( con lo que (pregunte|preguntaba|he preguntado|pregunto|te pregunte))?
      ^(no|yo)*( no)? (pregunto|pregunte|preguntaba|me referia|me refiero|hablo|hablaba|he preguntado|quiero saber|decia) (por|a|de|sobre|el|la|los)? ?...(si no|sino|pregunto|preguntaba|me refiero|me referia|hablo|quiero) (por|a|de|sobre|que|saber)?`,
    unless:
      '^(que|como|donde|cuando|cual|quien|cuanto) |^si me|^(queria|quise|quiero|hola|buenas|quisiera) (saber|preguntar)',
  },

  bot: {
    says: `
      ^(hola|oye|pero|y|tu|perdona|entonces|buenas|a ver|espera)*( (eres|es|sois|esto|esto es|hablo con|estoy hablando con|hablando con|estoy|hablo|seguro que eres|sera|este|usted|es usted|de verdad eres|tu eres|vosotros sois|chateo con|escribo a))+( (tu|usted|con|un|una|realmente|acaso|algun|el|la|es|o))* (robot|bot|maquina|ia|chatbot|humano|humana|persona|ordenador|real|inteligencia artificial|persona real|ser humano|chatgpt|automatico|automatica|contestador|contestador automatico|asistente virtual|sistema automatico|mensaje automatico|gpt|respuesta automatica|de verdad|programa|asistente|bot o _)( (o|que|un|una|bot|robot|persona|maquina|humano|real|humana|no|de verdad|ia|verdad|eres|automatico|alguien|es|de carne y hueso|con))*$
      ^(quien|que) (eres|sois|es usted|es este|sos)( (tu|vos|vosotros|exactamente|en realidad|realmente))*$|^como te llamas( tu)?$|^cual es tu nombre$|^tienes nombre$|^cuantos anos tienes$|^(donde vives|tienes (sentimientos|novia|novio|hijos|alma)|me quieres|te quiero|casate conmigo|estas (vivo|viva|soltero|soltera|casado|ahi solo)|duermes|eres (feliz|inteligente|listo|hombre|mujer|hombre o mujer|chico o chica))$
      ^(quien|que empresa) te (ha hecho|hizo|creo|ha creado|programo|ha programado|entreno|invento|diseno)
      ^(que|cual|con que) (modelo|ia|inteligencia artificial|version) (eres|usas|es|de|funcionas|utilizas)
      (tus|las) instrucciones (anteriores|previas|de sistema)?$|^(cuales son|dime|ensename|muestrame|repite|ignora|olvida|revela)( (todas))? (tus|las|mis|sus) (instrucciones|reglas|ordenes)|(tu|el) prompt|prompt (de|del) sistema|instrucciones anteriores|ignora lo anterior|olvida lo anterior
      ^(ahora eres|haz como si fueras|actua como|finge)`,
    unless: '(quiero|necesito|abr|vend|alquil|compr|arregl|repar|de madrid|limpi|cocina)',
  },

  courtesies: {
    greeting: `
      (hola|holi|holis|buenas|buenos dias|buen dia|buenas tardes|buenas noches|que tal|como estas|como esta|como estais|como va|como va todo|que hay|saludos|muy buenas|ey|hey|ola|alo|alo|que pasa|como andas|todo bien|encantad* (de saludar*|de conocer*)?|mucho gusto|un placer|hola (a todos|de nuevo|otra vez|que tal|equipo|chicos)|estas bien|que onda|👋|feliz (lunes|viernes|sabado|domingo|martes|miercoles|jueves))`,
    thanks: `
      (gracias|muchas gracias|mil gracias|muchisimas gracias|gracias mil|un millon de gracias|te lo agradezco|os lo agradezco|lo agradezco|se agradece|se lo agradezco|agradecid*|muy agradecid*|thanks)( (por|de|todo|la|tu|vuestra|su|el|informacion|info|ayuda|respuesta|responder|contestar|tiempo|atencion|amabilidad|rapidez|ayudarme|avisar|vuestro|todos|igualmente|antemano|verdad|nuevo|rapida|tan|paciencia|servicio|aclararlo|aclararmelo|crack|majo|maja|guapa|guapo|amigo|a|ti|vosotros|usted|ustedes|y|un|saludo|corazon|lo|tu interes|interes|aviso|toda|dato|muy amable|amable|explicacion|eh|otra vez|confirmar|confirmarme|guay|bonita|reina|rey|mi amor))*
      (eres|sois|es|muy|que|son|ha sido|has sido|habeis sido)?( (muy|un|una|tan|super|la|lo|de gran|el|unos))* (amable|amables|majo|maja|majos|sol|cielo|crack|cracks|encanto|eficaz|eficiente|maquina|util|ayuda|mejor|detalle|atent*|bueno|genial|servicial)( (muchas )?gracias)?
      (buen|gran|excelente|estupendo|buenisimo) (servicio|trabajo|trato|bot)|me (has|habeis|ha|han) (ayudado|sido) (mucho|muchisimo|un monton|de gran ayuda)|dios (te|os|le) bendiga|bendiciones|🙏|❤|💕|😍|🥰|😘|💖|💐|🌹|♥|💙|💚|💛|🧡|💜|🤗|os quiero|te quiero mucho`,
    goodbye: `
      (adios|hasta (luego|pronto|manana|otra|la vista|la proxima|ahora|el (lunes|martes|miercoles|jueves|viernes|sabado|domingo)|entonces|siempre|mas ver|mas tarde|esta tarde|otro dia)|chao|chau|ciao|bye|nos vemos( (luego|pronto|manana|alli|ahi|entonces|el _|esta tarde))?|un saludo|saludos( cordiales)?|un abrazo|abrazos|besos|un beso|besitos|hablamos( (luego|pronto|manana))?|me voy|agur|adeu|cuidate|cuidaos|que (descanses|descanseis|descansen)|a descansar|venga hasta luego|hasta luego lucas|cordialmente|atentamente)
      (que|espero que|os deseo|te deseo|le deseo)? ?(tengas|tengais|tenga|tengan|pases|paseis|pase|pasen|vaya|pasad|ten|tened|vaya todo)?( (un|una|muy|buen|buena|buenas|bien|feliz|felices|bonito|lindo|excelente|estupendo|genial|gran))+ (dia|tarde|noche|finde|fin de semana|semana|fin|vacaciones|fiestas|navidad|navidades|ano|ano nuevo|pascua|verano|puente|jornada|domingo|sabado|viaje|descanso|resto del dia)( (a todos|tambien|para|y|prospero|ano nuevo|igualmente|todos|equipo))*
      que (te|os|le|les) vaya( (muy))? bien|igualmente|lo mismo (digo|para (ti|vosotros|usted))|a ti tambien|a vosotros tambien|felices fiestas|feliz (navidad|ano|ano nuevo|dia|tarde|noche|finde|semana)`,
    assent: `
      (ok|okey|okay|oki|okis|k|vale|vale vale|val|perfecto|genial|de acuerdo|deacuerdo|entendido|estupendo|muy bien|bien|esta bien|todo bien|fenomenal|fantastico|maravilloso|guay|bueno|buenisimo|excelente|listo|hecho|claro|claro que si|por supuesto|recibido|anotado|apuntado|correcto|exacto|asi es|eso es|eso es todo|nada mas|nada|ya esta|ya|ah|aja|aja|ah (vale|ok|bueno|perfecto)|aah|oh|oooh|uy|hm|hmm|mmm|mm|de nada|no hay de que|no hay problema|sin problema|no pasa nada|no te preocupes|no os preocupeis|da igual|ya veo|ya entiendo|ya lo entiendo|entiendo|lo entiendo|comprendo|me (parece|viene|va) (bien|perfecto|genial|estupendo)|que (bien|bueno|guay|alegria|ilusion|chulo|bonito|rico|maravilla|pasada)|me alegro|me encanta|mola|top|super|tranquil*|es todo|por ahora (es todo|nada mas|nada)|(con eso|asi) (me vale|esta bien|vale|suficiente)|era (solo|todo) eso|solo (era )?eso|jaja*|jeje*|jiji*|jajaj*|ja|xd|lol|😂|🤣|😅|😄|😀|😃|😁|😊|🙂|☺|😉|👍|👌|👏|🎉|✅|💪|💯|🙌|😎|✔|🔥|😋|🤝|🫡|😇|🤩|sip|venga|dale|va|orale|va bien|de lujo|de perlas|a la orden|lo (pensare|miro|consulto|hablo|tendre en cuenta)|me lo (pienso|pensare|apunto)|ya (os|te|le) (dire|digo|aviso|avisare|cuento|contare)|no gracias|no|no (hace falta|es necesario|necesito nada( mas)?|de momento no|por ahora no|ya esta|eso es todo|nada mas|esta bien|era (solo )?eso|te preocupes|quiero nada( mas)?)|por ahora no|ahora no|de momento (no|nada|nada mas|es todo)|mejor no|aclarado|resuelto|solucionado|duda resuelta|ninguna( mas)?|ninguna duda|todo claro|clarisimo|queda claro|me queda claro|encantad*|un placer|el placer es mio)`,
  },
};
