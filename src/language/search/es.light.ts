/**
 * Words that frame a question and say little about its matter: common verbs, and nouns for anything.
 * A passage without them may well hold the answer ("¿Qué productos llevan soja?"). With accents.
 */
export const esLight = `
aceptar acepta aceptan aceptáis aconsejar acordar adquirir agregar alcanzar andar añadir aparecer aplicar aportar
aprender asegurar asistir avisar ayudar bajar buscar busco buscamos caber cambiar cargar coger colocar comentar comenzar
comer compartir completar comprar compro conocer conozco conseguir considerar consistir consultar contar contener
contiene contienen contestar continuar convenir convertir creer creo cubrir cumplir dan dar dais das dejan dejar deje
dejo deben deber debo decidir demorar depender desear deseo dice dicen digo dirigir disponer dispone disponen disponéis
doy elegir empezar encontrar encuentro encuentra enseñar entender entiendo entrar entra entran enviar escoger escribir
escuchar esperar espero estar existir existe existen explicar faltar fijar formar funcionar funciona funcionan ganar
gustar gusta gustaría haber hablar hacer hago haría harían importar importa incluir incluye incluyen indicar informar
interesar interesa interesado interesada intentar invitar ir voy vas vamos van vais jugar leer levantar llamar llegar
llega llegan llegara llego llevar lleva llevan llevo llevamos lleváis lograr mandar mantener manejar manejan meter
mirar mostrar mover necesitar necesita necesitan necesito necesitamos notar nombrar ocupar ocurrir ocurre ofrecer ofrece
ofrecen ofrecéis olvidar parecer parece pasar pasa pasan paso pasó pedir pide piden pedís pedimos pido pensar pensando
perder permitir permite permiten permitido poner pone ponen pongo ponéis preferir preguntar pregunta preparar prestar
probar producir querer quedar quedo quitar realizar recibir recibe reciben recibo recomendar recomienda recomiendan
recordar recoger referir requerir requiere requieren responder resultar saber sabe saben sabéis sacar salir seguir
sentir servir significar situar soler suele suelen suponer tardar tener tocar tomar tomo trabajar trabajan traer trae traen
traigo tratar usar uso usa usan utilizar valer venir viene vienen vengo vender ver veo verificar visitar vivir vivo volver
además adentro ahí ahora alguien allí alto amigo amigos amplio anterior antes apenas aparte aproximadamente aquí
bastante bien bonito bueno buena buenas buenos casi caso cerca cercano cierto claro común concreto correcto cosa cosas
cual cualquier demasiado dentro derecho diferente diferentes difícil directo disponible disponibles distinto diverso
encima enseguida entero especial especiales específico esta exacto exactamente excelente extra fácil falta favorito
final frecuente fuera general generalmente gente grande grandes gran idea igual importante imposible largo libre
lindo listo lleno luego lugar mal malo máximo mayor mayores mejor mejores menor menos mínimo mismo momento
necesario necesaria normal normalmente nuevo nueva nuevos obligatorio ok otra otras otro par parecido particular pequeño
perfecto persona personas pena posible posibles posiblemente precisamente preciso primero primera principal
probablemente pronto próximo propio puro quizá quizás rápido raro real realmente regular resto rico seguro seguramente
siguiente similar simple sitio situación solo sólo suficiente tal tarde tipo tipos todavía total típico último única
único usual variado varios varias verdad vez veces viejo
ahora algo amable antemano artículo artículos cantidad clase clases cliente clientes compañía consulta cuestión dato datos
detalle detalles día días duda dudas ejemplo empresa familia forma formas hijo hijos información
lado línea manera marca marcas mes meses minuto modo nombre nota número objeto opción opciones parte partes pedido
pregunta preguntas problema producto productos punto razón semana semanas señor señora servicio servicios
tema tiempo tienda local negocio trabajo año años
`;
