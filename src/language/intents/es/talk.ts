import type { IntentWords } from '../words.js';

/** How people answer and correct the bot in Spanish, and speak of it. */
export const esTalk: Pick<IntentWords, 'yes' | 'no' | 'correction' | 'bot'> = {
  yes: {
    says: `
      ^(si|sii|sip|claro|vale|ok|dale|venga|bueno|por supuesto|por favor|obvio|perfecto|genial|adelante|estaria|seria|me encantaria|me gustaria|me vendria|te lo agradeceria|os lo agradeceria|va|orale|sale|andale|hazlo|pues si|desde luego|como no|de acuerdo|me parece|lo prefiero|encantad*|que si|pasalo|pasame|s|okey|muy bien) ....$
      ^(lo|te|os|se) (lo )?(agradeceria|agradezco|preferiria|prefiero) ....$
      ^<yes>( <yes>)*( (que|me|lo|la|quiero|gracias|muchas|por|favor|una|el|equipo|gustaria|a|pasa|pasame|pasalo|pasaselo|llamen|llameis|si|te|os|no|mas|mensajes|ninguno|dejar|de|recibir|recibirlos|recibir|quitame|baja|eso|genial|bien|seria|estaria|perfecto|vuestros|los))*$
      ^(que )?(pasa|pasame|pasamelo|pasalo|pasaselo|pasadlo|paselo|pasadselo|pasenlo|hazlo|haganlo|hacedlo|avisad|avisa|avisales|avisen|que (me llamen|me llame|me atiendan|lo vean|se pongan))( (con|a|al|el|la|una|persona|equipo|alguien|ya|ellos))*$`,
    unless:
      '(pero|^no|cuanto|cuando|donde|aunque|como|que dia|a que|tambien|cual|teneis|tienen|hay|abris|no (gracias|hace|quiero|necesito|me|es necesario)|cancelar|espera|mejor)',
    unlessAsked: '_',
  },

  no: {
    says: `
      ^(no|noo|nop|nope|nah|nada|que no|mejor no)( no)* (gracias|muchas|hace|hay|quiero|necesito|es|esta|me|te|lo|ya|mejor|solo|por|de|todavia|aun|prefiero|estoy|tranqui*|dejalo|era|voy|yo|vale|os|se|ahora|hoy|pasa|importa|hombre|tengo|merece|molest*|preocup*|creo|en|tranquilo|los|luego|seguir*|para|llamo|llamare|asi|con|que) ....$
      ^(ya|yo|mejor|prefiero|luego)( (ya|yo|mejor|les|os|lo|los|le|me|te))* (llamo|llamare|paso|pasare|busco|buscare|miro|mirare|voy|ire|pregunto|preguntare|no|espero|esperare|encontre|he encontrado|veo|vere|apano|arreglo|esta|lo) ....$
      ^(dejalo|dejelo|dejadlo|dejemoslo|olvidalo|olvidelo|olvidadlo|da igual|es igual) ....$
      ^<no>( <no>)*( (gracias|por|ahora|favor|esta|bien|asi|ya|hace|falta|quiero|no|es|necesario|nada|mas|me|hablar|con|nadie|lo|he|encontrado|vale|solo|dejar|dejarlos|darme|de|baja|recibirlos|seguir|recibiendo|los|era|curiosidad|todo|muy|amable|eso|momento))*$`,
    unless: '(pregunt*|referia|refiero|decir|sino|cuanto|cuando|donde|que dia|horario)',
    unlessAsked: '_',
  },

  correction: {
    says: `
      ^(no|perdon|perdona|pero|que no|espera|ay|uy|hombre|a ver|ups|disculpa|digo|oye|yo|es que|mejor dicho)*( (no|yo|es que|yo lo que|lo que))* (me (referia|refiero)|queria (decir|preguntar|saber)|quise (decir|preguntar)|quiero decir|preguntaba|pregunte|pregunto|te pregunte|te pregunto|te preguntaba|os preguntaba|he preguntado|te he preguntado|estoy preguntando|hablaba|estaba hablando|he dicho|te he dicho|dije|decia|era)( (es|era|a|por|de|sobre|si|que|lo de|en|yo|mas bien|solo|al|del|acerca de|otra cosa))*
      (no) (es|era|fue|va|iba|tiene que ver|me has|me habeis|me ha|has|habeis|han|me estas|estas|me|te|os|has respondido|respondes|contesta|contestas|responde)( (con|a|lo|sobre|contestado|respondido|entendido|entiendes|entendiste|entiende|entendeis|entendisteis|comprendes|contestando|respondiendo|mi|eso|por ahi|esa|ese|la|el|preguntado|preguntaba|preguntando|pedido|he|estoy|estaba|bien|nada))* (lo que|pregunta|pregunte|preguntaba|preguntado|queria|pedi|decia|entendido|entiendes|entendiste|entiende|entendeis|entendisteis|comprendes|contestado|respondido|referia|buscaba|por ahi|eso)( (yo|he|te|os|preguntaba|pregunte|preguntado|dicho|pedido|queria|pedi|decia|buscaba|estoy preguntando|buscando))*
      ^(lee|leeme|vuelve a leer|relee|fijate|mira)( (bien|otra vez|de nuevo|la|mi|lo que|en))* (pregunta|mensaje|pregunte|he escrito|puse|he puesto)
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
};
