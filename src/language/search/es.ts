import { esMisspelling } from '../spelling/es.js';
import { esSynonyms } from './synonyms/es.js';
import type { SearchWords } from './search-words.js';

/** Spanish: how its texts are searched. */
export const esSearch: SearchWords = {
  signs: {
    ownCharacters: 'ñ¿¡',
    frequentCharacters: 'áéíóú',
    words:
      'hola buenos buenas días tardes noches gracias precio precios horario abierto envío ayuda vale ' +
      'q xq tmb',
  },
  commonWords: 'spanish',
  stemmer: 'spanish',
  // From Snowball's list, without words that also name things ("estado", "sentido"), and with
  // courtesies that people write in a chat.
  stopWords: `
    a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellas aquello aquellos
    así aun aún aunque cada como cómo con contra cual cuál cuales cuáles cualquier cuando cuándo
    cuanta cuánta cuantas cuántas cuanto cuánto cuantos cuántos de del desde donde dónde durante e el
    él ella ellas ello ellos en entonces entre era erais éramos eran eras eres es esa esas ese eso
    esos esta está estaba estaban estábamos estada estado estáis estamos están estar estará estarán
    estas estás este esté estén esto estos estoy estuvo fue fueron fui fuera fueran ha había habían
    habéis haber habrá habrán habría han has hasta hay haya he hemos hizo hacer hace hacen hacéis hago
    hubo incluso la las le les lo los luego mas más me mí mi mía mías mientras mío míos mis misma
    mismas mismo mismos mucha muchas mucho muchos muy nada ni no nos nosotras nosotros nuestra
    nuestras nuestro nuestros o os otra otras otro otros para pero podéis poder podría podrían
    podríais podrías poco por porque pueda puede pueden puedes puedo pues que qué quien quién quienes
    quiénes quería queremos quiere quiero quisiera se sea sean según ser será serán sería si sí sido
    siempre siendo sin sobre sois solo sólo somos son soy su sus suya suyas suyo suyos tal también
    tampoco tan tanto te tendrá tendréis tendría tenéis tenemos tener tengo tenía tenían ti tiene
    tienen tienes todo todos toda todas tu tú tus tuve tuvo tuya tuyas tuyo tuyos un una unas uno unos
    usted ustedes vosotras vosotros vuestra vuestras vuestro vuestros y ya yo
    quieres quieren queréis querías querían querría querrías querrían quieras quisieras quisiéramos
    haces haré haría harías harían podía podías podían podré podrá podrán podrás podamos puedas puedan
    tendré tendrán tendrás tendrías tendrían tenías estabas estaré estaría estarían serías serían
    habrías habrían hayan hayas debo debes adentro afuera adonde acaso exactamente
    hola gracias favor porfa porfavor plis disculpe disculpa disculpen perdone perdona perdón saber decir decirme dime ubicados ubicadas ubicado ubicada ubica ubican queda quedan quedáis
    oye oiga oigan oíd che fíjate fíjese fíjense güey wey órale ándale nomás nomas porfis
    preguntarte preguntarle preguntarles preguntaros consultarte consultarle consultarles consultaros
    contarte contarle contarles contaros comentarte comentarle comentarles`,
  // "Once" is the number eleven here, and a stop word in English.
  meaningful: 'once',
  // Verbs of a shop whose forms the stemmer keeps apart: "¿abren?" must find "abrimos".
  sameWords: `
    abrir abre abren abres abro abrís abrimos abierto abierta abiertos abiertas apertura
    cerrar cierra cierran cierras cierro cerráis cerramos cerrado cerrada cerrados cerradas cierre
    vender vende venden vendes vendéis vendemos venta ventas
    servir sirve sirven sirves servís servimos
    devolver devuelve devuelven devuelves devuelvo devuelva devuelvan devuelvas devolvéis devolvemos devolución devoluciones devuelto devuelta
    tarde tardes
    baño baños
    romper rompe rompen rompo rompí rompió roto rota rotos rotas rotura roturas
    dólar dólares
    daño daños dañado dañada dañados dañadas
    mesa mesas
    caso casos
    sala salas
    mar mares
    costa costas
    cámara cámaras
    camarón camarones
    bebé bebés
    ordenador ordenadores
    bicicleta bicicletas bici bicis
    motocicleta motocicletas moto motos
    fotografía fotografías foto fotos
    televisión televisiones televisor televisores tele teles
    refrigerador refrigeradores refri refris
    departamento departamentos depa depas
    profesor profesora profesores profesoras profe profes
    universidad universidades uni
    colegio colegios cole coles
    bolígrafo bolígrafos boli bolis
    taller talleres
    empleo empleos
    boleto boletos
    recarga recargas recargar
    estación estaciones
    operador operadora operadores
    encargado encargada encargados
    calentador calentadores
    funda fundas
    plaza plazas
    cortado cortados
    bolso bolsos
    libro libros
    suela suelas
    cosa cosas
    válido válida válidos válidas
    puerto puertos
    medir mide miden mides medís medida medidas
    mover mueve mueven mueves muevo movéis movemos
    probar prueban pruebo probarme probármelo probador probadores
    dormir duerme duermen duermo dormís dormimos
    perder pierde pierden pierdo perdí perdió perdido perdida pérdida pérdidas
    empezar empieza empiezan empiezo empezáis empezamos comenzar comienza comienzan comienzo inicio
    seguir sigue siguen seguís seguimos seguimiento
    elegir elige eligen elijo elegimos elección
    cubrir cubre cubren cubrís cubrimos cobertura coberturas
    almorzar almuerza almuerzan almuerzo almuerzos
    atender atiende atienden atendéis atendemos atención
    envolver envuelve envuelven envolvéis envolvemos envuelto envueltos envoltorio
    recoger recojo recoge recogen recogéis recogemos recogida recogidas recogerlo recogerla
    torcer torcido torcida tuerce torcidos torcidas
    conducir conduce conducen conduzco conducción
    mantener mantiene mantienen mantenéis mantenemos
    jugar juega juegan juego juegos
    calentar calienta calientan caliente calientes
    freír frito frita fritos fritas
    encender enciende encienden enciendo encendido
    renovar renueva renuevan renuevo renovación
    sentar sienta sientan siento sentarse sentarme
    doler duele duelen dolor dolores dolía doloroso dolorosa
    rechinar rechino rechina rechinan
    tostar tuesta tuestan tuesto
    mostrar muestra muestran muestro muestras
    encontrar encuentra encuentran encuentro
    volver vuelve vuelven vuelvo
    resolver resuelve resuelven resuelvo resuelto
    morder muerde muerden mordió mordida mordidas
    colgar cuelga cuelgan cuelgo
    fregar friega friegan friego
    regar riega riegan riego riegos
    tender tiende tienden tiendo
    moler muele muelen muelo molido molida molidos molidas
    cocer cuece cuecen cuezo cocido cocida cocidos cocidas
    hervir hierve hierven hiervo hervido
    remover remueve remueven remuevo
    demoler demuele demuelen demolición
    despertar despierta despiertan despierto
    apretar aprieta aprietan aprieto
    entender entiende entienden entiendo
    convertir convierte convierten conversión
    repetir repite repiten repito repetición
    plegar pliega pliegan plegable plegables
    aprobar aprueba aprueban apruebo aprobado
    comprobar comprueba comprueban compruebo comprobación
    recordar recuerda recuerdan recordatorio recordatorios
    imprimir imprime imprimen imprimo imprimís impreso impresa impresos impresas impresión impresiones
    inscribir inscribe inscriben inscribirse inscribirme inscribo inscrito inscripción inscripciones
    traducir traduce traducen traduzco traducción traducciones
    corregir corrige corrigen corrección correcciones
    proteger protege protegen protección protecciones
    suscribir suscribirse suscribirme suscripción suscripciones
    extraer extrae extraen extracción extracciones
    costar cuesta cuestan cuestas costaría costo coste costes`,
  // The stemmer would make one of "pesos" and "peso", "mesa" and "mes", "dólar" and "dolor".
  unstemmed: `
    baño pesos tarde dólar daño mesa caso sala mar costa cámara camarón bebé ordenador taller empleo
    vacuno boleto recarga estación operador encargado calentador funda plaza cortado bolso libro
    suela cosa válido puerto plata`,
  questionWords: {
    dónde: 'dirección',
    donde: 'dirección',
    cuándo: 'horario',
    cuando: 'horario',
  },
  askingWords: `
    cuesta cuestan cuestas costaría costo coste costes vale valen valdría precio precios sale salen
    hora horas horario cobran cobráis
    hoy mañana ahora ayer luego pronto tarde noche día días semana mes año años vez veces rato
    tipo tipos clase clases nombre nombres llamar llama llaman llamado llamada término número cantidad
    porcentaje manera maneras forma formas modo modos ejemplo motivo motivos razón causa objetivo
    función característica características parte partes cosa cosas tema temas caso sitio lugar gente
    información info duda dudas pregunta consulta detalle detalles opción opciones posible posibilidad
    acepta aceptan aceptas aceptáis admite admiten admitís ofrece ofrecen ofrecéis dispone disponen
    disponéis contiene contienen lleva llevan lleváis llevar trae traen traéis traer deja dejan dejar
    dejáis ir va van vais vamos voy iba venir viene vienen venís vengo ver veo vemos mirar miro buscar
    busco buscamos comprar compro compráis compra dar da dan dais doy poner pone ponen ponéis entrar
    entra entran entro pasar pasa pasan pasó pide piden pedís necesitar necesito necesita necesitamos
    necesitan necesitas gustar gusta gustaría encanta interesa interesaría permite permiten permitís
    permitido funciona funcionan incluye incluyen usar usa usan uso utiliza utilizan utilizar conoce
    conocen conocido encontrar encuentra encuentran encuentro existe existen llegar llega llegan llego
    saco sacar debo debe deben debería hace falta hablar habla preguntar contar cuenta explica explicar
    recomienda recomiendan recomendáis ocurre ocurrió sucede sucedió significa considera mandas
    mejor peor bueno buena buenos buenas nuevo nueva mayor menor principal importante cerca lejos
    normal normales caro cara caros caras barato barata baratos baratas dos tres cuatro cinco seis siete ocho nueve diez
    dentro fuera abajo arriba delante detrás después antes siguiente próximo próxima último última
    esposo esposa marido novio novia amigo amiga amigos amigas madre padre hermano hermana señor señora
    pensar pienso pensando creo creer intentar intento conseguir consigo acabar acabo terminar volver
    vuelvo suelo suele suelen salir salgo parece quedar quedo averiguar informarme enterarme consultar
    siempre nunca quizá además aparte junto juntos juntas igual menos casi apenas demasiado bastante
    varios varias cualquiera alguien nadie conmigo contigo olvidar olvidé olvidó olvidado recordar entender
    entiendo suponer supongo molestar molesto urge decidir decidí problema problemas momento compañero
    compañera colega ayuda ayudar ayudarme ayudáis
    rápido rápidamente grande pequeño pequeña bien mal
    exactamente normalmente actualmente aproximadamente todavía quizás ej`,
  endings: { áis: 'an', ais: 'an', éis: 'en', eis: 'en', ís: 'en' },
  spellings: `
    q=que k=que xq=porque pq=porque xk=porque tmb=también tb=también pa=para x=por d=de dnd=donde
    cdo=cuando cto=cuánto cnto=cuánto kiero=quiero aki=aquí ay=hay oy=hoy ago=hago tlf=teléfono
    tfno=teléfono nro=número núm=número hs=horas hrs=horas asta=hasta`,
  misspelling: esMisspelling,
  synonyms: esSynonyms,
};
