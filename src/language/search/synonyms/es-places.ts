/** What guests of hotels and restaurants, shoppers, pupils and travellers call things in Spanish. */
export const esPlaces = `
habitación, habitaciones, cuarto, cuartos, pieza*, recámara, dormitorio, alojamiento, hospedaje
habitación individual, individual, habitación sencilla, sencilla*, habitación para uno, para una persona
habitación doble, habitación para dos, habitación matrimonial, cuarto doble, para dos personas
cama de matrimonio, cama doble, cama matrimonial, cama grande, king size, queen size
camas separadas, dos camas, camas individuales, camas gemelas
litera, literas, dormitorio compartido, habitación compartida, cama en dormitorio
cuna, cunas, cama para bebé, camita
cama supletoria, cama extra, cama adicional, supletoria
check-in, check in, checkin, entrada y salida, llegada y salida, hora de entrada, hora de llegada, registro de entrada, entrar en la habitación, entrar a la habitación
check-out, check out, checkout, entrada y salida, llegada y salida, hora de salida, día de la salida, día de salida, dejar la habitación, salida tardía, late checkout, hasta qué hora puedo quedarme
llegar tarde al hotel, llegada tardía, llegar de noche, llegada de madrugada, llegar de madrugada
noche, noches, pernoctar, hospedarse, hospedaje, estancia, estadía, alojarse, quedarse
tasa turística, impuesto turístico, tasa de turismo
régimen, comidas incluidas > media pensión, pensión completa, todo incluido
equipaje, equipajes, maleta, maletas, valija, valijas, consigna, bolsos*, mochilas*, petaca*
dejar las maletas, guardar las maletas, dejar el equipaje, guardar el equipaje, guardar maletas, consigna, guardaequipaje
caja fuerte, caja de seguridad, objetos de valor
minibar, nevera, frigobar
vistas, con vistas, vista* > vista al mar, vistas al mar
balcón, balcones, terraza privada
toalla, toallas, ropa de cama, sábanas, sábana
secador, secador de pelo, secadora de pelo
aire acondicionado, climatización, climatizado, climatizada, clima*, a c
calefacción, calefaccionado, calefactor, radiador
ascensor, elevador, ascensores, elevadores
piscina, piscinas, pileta, alberca, nadar
piscina climatizada, piscina cubierta, piscina interior
toalla de piscina, toallas de playa
tumbona, tumbonas, hamaca, hamacas, camastro, reposera, sombrilla, sombrillas
playa, playas, mar, costa
traslado, traslados, shuttle, transfer, transporte al aeropuerto, recogida en el aeropuerto, recoger en el aeropuerto
aeropuerto, aeropuertos
desayuno, desayunos, desayunar, brunch
desayuno incluido, incluye desayuno, con desayuno
bufé, buffet, bufet, buffet libre
ruido, ruidoso, ruidosa, tranquilo*, silencio, silencioso
limpieza de habitaciones, servicio de limpieza, servicio de habitaciones*, hacer la habitación
recepción, recepcionista, mostrador, front desk, conserje
recepción 24 horas, toda la noche, 24 horas, de madrugada
comedor, restaurante, restaurantes
almuerzo, almuerzos, almorzar, comida*, comer, mediodía
menú del día, menú diario, menú ejecutivo, comida corrida, plato del día, almuerzo ejecutivo
menú infantil, menú de niños, menú para niños, comida para niños
cena, cenas, cenar
merienda, merendar, once*
postre, postres, dulce*, dulces*
entrante, entrantes, aperitivo, aperitivos, entradas*, picada, tapas, tapa
bebida, bebidas, beber, tomar*, refresco, refrescos, gaseosa, gaseosas
vino, vinos, copa de vino, botella de vino
cerveza, cervezas, caña*, chela
alcohol, alcohólico, alcohólicas, bebidas alcohólicas, licor, licores
descorche, llevar mi vino, traer vino, traer mi propia bebida, llevar bebida
agua, agua del grifo, agua de la llave
café, cafés, cafetería* > cortado, espresso, capuchino
descafeinado, sin cafeína
té, infusión, infusiones, manzanilla
leche vegetal, bebida vegetal > leche de avena, leche de soja, leche de almendras
zumo, zumos, jugo, jugos
hielo, hielos
helado, helados, nieve*, heladería
pan, panes, barra de pan, hogaza, baguette, panadería
pan integral, integral, harina integral
bollo*, bollos*, bollería, pan dulce, factura*, pastelería, repostería
pastel, pasteles, tarta, tartas, torta*, tortas*, queque, bizcocho, ponqué
tarta de cumpleaños, pastel de cumpleaños, torta de cumpleaños, tarta personalizada, pastel personalizado, tarta por encargo
bocadillo, bocadillos, bocata, sándwich, sandwich, sándwiches, torta*, emparedado
patata, patatas, papa*, papas*
patatas fritas, papas fritas
gamba, gambas, camarón, camarones, langostino
marisco, mariscos, crustáceos, moluscos > gambas, camarones, mejillones, almejas
pescado, pescados > atún, salmón, merluza, bacalao
carne, carnes > ternera, res, pollo, cerdo, cordero
ternera, res*, vacuno, buey, carne de res
cerdo, puerco, chancho, jamón*
pollo, aves*
judías*, frijoles, alubias, porotos, habichuelas
aguacate, palta
maíz, elote, choclo
melocotón, durazno
fresa, fresas, frutilla, frutillas
piña, ananá
plátano, banana, banano, guineo
tomate, tomates, jitomate
pimiento, chile*, ají
picante, pica, picoso, chile*
ración, raciones, porción, porciones, plato para compartir, para compartir
para llevar, take away, takeaway, llevar a casa, recoger en tienda
mesa, mesas, reservar mesa, reserva de mesa
terraza, al aire libre, mesa fuera, mesas fuera, comer fuera, sentarse fuera, exterior
trona, tronas, silla de bebé, silla alta, silla para bebé, periquera
cambiador, cambiar al bebé, cambiar pañales, pañales
carrito, cochecito, carriola, coche de bebé, silla de paseo
halal, kosher
orgánico, orgánica, ecológico, ecológica, bio, biológico, orgánicos, ecológicos
casero, casera, hecho en casa, artesano, artesanal, artesana, artesanales
congelado, congelados, congelar
conservar, conserva, conservación, guardar en la nevera, caduca, caducidad, fecha de caducidad, cuánto dura, vencimiento, vence
calentar, recalentar, microondas
peso, pesa, pesan, kilos, cuánto pesa, cuánto pesan, qué peso, gramos
altura, alto*, estatura, cuánto mide, qué altura, metros de alto
ancho, anchura, largo*, longitud, medidas
capacidad, aforo, cuánta gente cabe, cuántas personas caben, cuántos caben, plazas*, cupo*, cupos*, lugares*
evento, eventos, fiesta, fiestas, celebración, celebraciones, celebrar, cumpleaños, boda, bodas, banquete, catering, bautizo, comunión, quinceañera, despedida de soltera
salón*, sala*, sala de reuniones, sala de juntas, salón de eventos
grupo, grupos, varias personas, muchas personas, mucha gente, grande*
músico, música, música en vivo, música en directo, concierto, conciertos
espectáculo, función*, show
entrada, entradas, boleto, boletos, tique, tiques, ticket, tickets, pase*, ingreso*
visita guiada, visitas guiadas, guía*, tour, tours, recorrido
audioguía, audioguías
excursión, excursiones, paseo*, salida*, tour
ruta, rutas, sendero, senderos, camino*
foto, fotos, fotografía, fotografías, fotografiar, sacar fotos, hacer fotos, tomar fotos
clase, clases, curso, cursos, lección, lecciones, taller*, cursillo
clase particular, clases particulares, clase individual, clases individuales, clase privada
profesor, profesora, profesores, maestro, maestra, profe, docente, instructor, instructora
matrícula, inscripción, inscripciones, inscribirse, inscribirme, inscribir, apuntarse, apuntarme, apuntar, matricularse, matricularme, alta*
alumno, alumnos, alumna, estudiante, estudiantes
nivel, niveles, principiante, principiantes, desde cero, sin experiencia
prueba de nivel, test de nivel, examen de nivel
examen*, exámenes*, prueba*, test*
certificado, certificados, diploma, diplomas, título*, acreditación, constancia*
online, en línea, a distancia, por internet, virtual, por zoom
presencial, en persona, en el aula
libro, libros, material*, materiales, manual*
uniforme, uniformes
guardería, ludoteca, jardín de infancia, kínder, estancia infantil
campamento, campamentos, colonias, escuela de verano, curso de verano
beca, becas, ayuda económica
falta*, ausencia, ausencias, faltar, inasistencia, no puedo ir, no poder ir
recuperar una clase, recuperar clases, reponer clase, reponer clases
piso*, pisos*, apartamento, apartamentos, departamento*, departamentos*, vivienda, viviendas, inmueble
casa*, chalet, chalé, vivienda unifamiliar
inquilino, inquilinos, arrendatario
propietario, propietarios, dueño, dueños, casero*
inmobiliaria, agencia inmobiliaria, corredor de propiedades, bienes raíces
comisión, comisiones, honorarios de agencia, gastos de gestión
amueblado, amueblada, con muebles, amoblado
gastos de comunidad, comunidad*, expensas, cuota de mantenimiento
hipoteca, préstamo hipotecario, crédito hipotecario
visitar el piso, ver el piso, visita al piso, ver la casa, ver el departamento
planta, plantas, piso*, nivel*
fotocopia, fotocopias, copias*, fotocopiar
escanear, escaneo, escáner, digitalizar
encuadernar, encuadernación, espiral*, engargolado
foto de carnet, fotos de carnet, foto de pasaporte, fotos de pasaporte, fotos tamaño infantil
pasaje, pasajes, billete de avión, billetes de avión, boleto de avión, vuelo*
asiento, asientos, butaca, butacas
visado, visados, visa de turista
castillo hinchable, hinchable, hinchables, inflable, inflables, brincolín
globo, globos, bomba*, decoración con globos
camarero, camareros, camarera, mesero, meseros, mozo*
aula, aulas, salón de clases
recreo*, patio, patios
excursión escolar, viaje escolar, salida escolar
deberes, tareas*, tarea escolar
comedor escolar, servicio de comedor, almuerzo escolar
`;
