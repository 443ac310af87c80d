/**
 * What customers call the things of a trade, in Spain and in Latin America. Each line is a group: its
 * words and phrases, separated by commas, mean the same. Where a line has a ">", what stands before it
 * takes in each kind after it, but the kinds aren't one another: a card is no cash.
 * A word with a "*" is understood, but not looked for: it has other meanings.
 */
export const esSynonyms = `
horario, horarios, horas, abrir, apertura, abierto, a qué hora, hasta qué hora, desde qué hora, qué días, cuándo abrís, cuándo abren
cerrar, cierre, cerrado, a qué hora cierran, a qué hora cerráis, hasta qué hora
precio, precios, tarifa, tarifas, coste, costo, importe*, valor*, cuánto vale, cuánto valen, cuánto cuesta, cuánto cuestan, cuánto sale, cuánto salen, cuánto es, cuánto cobran, cuánto cobráis, qué precio, qué vale, qué cuesta, a cuánto, a cómo
carta, menú, lista de precios, carta de precios
envío, envíos, entrega, entregas, reparto, domicilio, domicilios, delivery, despacho, mandar, enviar, entregar, repartir, llevar a casa, gastos de envío
recoger, recogida, retirar, retiro, pasar a buscar, para llevar, take away, takeaway
devolución, devolver, reembolso, reembolsar, reintegro, devolver el dinero
cambio, cambiar, canjear
dirección, ubicación, ubicados, localización, dónde estáis, dónde están, dónde está, dónde quedan, dónde queda, dónde quedáis, dónde se ubican, dónde os encuentro, dónde los encuentro, dónde se encuentran, mapa*, calle*, domicilio social, dónde estamos, cómo llegar, cómo se llega, cómo encontrarnos, encuéntranos, visítanos
tienda, local, sucursal, establecimiento, sede*, oficina
pago, pagar, pagos, formas de pago, medios de pago, cobrar, abonar > tarjeta, efectivo, bizum, transferencia, contado, paypal, visa*, mastercard, amex, contrarreembolso
efectivo, metálico, cash, al contado
tarjeta, tarjetas, visa*, mastercard, débito, crédito
plazos, cuotas, financiación, financiar, mensualidades, fraccionar
reserva, reservar, reservas, reservación, cita, turno, agendar, pedir hora, pedir cita, pedir turno
factura, facturas, boleta, recibo*, comprobante, ticket, facturar
cancelar, cancelación, anular, anulación
cambiar la cita, reprogramar, mover la cita, aplazar, posponer, cambiar de fecha
garantía, garantías, garantizado
descuento, descuentos, oferta, ofertas, promoción, promociones, promo, rebaja, rebajas, cupón, cupones
código de descuento, cupón, código promocional
aparcamiento, aparcar, parking, parqueo, parqueadero, estacionamiento, estacionar, cochera, garaje, plaza de garaje, dejar el coche
wifi, wi-fi, internet, conexión, clave del wifi
mascotas, mascota, animales > perro, perros, gato, gatos, perrito
accesible, accesibilidad, silla de ruedas, minusválidos, discapacidad, discapacitados, movilidad reducida, rampa
vegetariano, vegetariana, sin carne > vegano, vegana
vegano, vegana, veganos, plant based, sin productos animales
alérgenos, alérgeno, alergia, alergias, alérgico, alérgica, intolerancia, intolerancias, intolerante > gluten, lactosa, frutos secos, huevo, soja
gluten, celiaco, celíaco, celiaca, celíaca, celiacos, celíacos, trigo
lactosa, leche, lácteos, lácteo
frutos secos > nuez, nueces, almendra, almendras, avellana, avellanas, pistacho, pistachos, cacahuete, cacahuetes, maní, anacardo
cacahuete, cacahuetes, maní, cacahuate
niños, niño, niña, niñas, peques, infantil, menores, críos, chicos*, nenes
bebé, bebés, carrito, cochecito, trona, cuna
teléfono, teléfonos, tel, tlf, tfno, móvil, celular, llamar, llamada
contacto, contactar, hablar con alguien > teléfono, correo, email, whatsapp, llamar, escribir
correo, email, e-mail, mail, correo electrónico
persona, humano, agente, operador, asesor
personal, equipo, plantilla, empleados, trabajadores, quiénes sois, quiénes son
trabajo, empleo, vacante, vacantes, currículum, curriculum, cv, trabajar con vosotros, trabajar con ustedes, bolsa de trabajo, contratando
talla, tallas, talle, talles, tamaño, tamaños, medida, medidas, dimensiones
color, colores, tono
disponible, disponibles, disponibilidad, stock, existencias, en existencia, queda alguno, os queda, les queda, agotado
alquiler, alquilar, alquileres, arriendo, arrendar, renta, rentar
reparación, reparar, reparaciones, arreglo, arreglar, arregláis, arreglan, componer, compostura
presupuesto, presupuestos, cotización, cotizar, presupuestar
estimación, aproximado, aproximadamente, más o menos
fianza, depósito, señal*, anticipo, adelanto, seña
tarjeta regalo, tarjeta de regalo, bono regalo, vale regalo, cheque regalo, gift card
regalo, regalos, regalar, obsequio, envolver
desayuno, desayunos, desayunar
almuerzo, almuerzos, almorzar, comida, comer, menú del día, mediodía
cena, cenas, cenar
merienda, merendar
bebida, bebidas, beber, tomar*, refresco, refrescos, gaseosa
café, cafés, cafetería
zumo, zumos, jugo, jugos
pastel, pasteles, tarta, tartas, torta, tortas, queque, bizcocho
bocadillo, bocadillos, bocata, sándwich, sandwich, torta
patata, patatas, papa, papas
habitación, habitaciones, cuarto, cuartos, pieza*, alojamiento
check-in, check in, checkin, hora de entrada, hora de llegada, registro de entrada
check-out, check out, checkout, hora de salida, dejar la habitación
cama, camas, colchón
noche, noches, pernoctar, hospedarse, hospedaje, estancia, estadía
piscina, piscinas, pileta, alberca
gimnasio, gym, fitness
terraza, exterior, al aire libre, fuera*
aire acondicionado, climatización, climatizado, clima*
calefacción, calefaccionado, estufa*
baño, baños, aseo, aseos, lavabo, servicio higiénico
ascensor, elevador
coche, coches, carro, carros, auto, autos, vehículo, vehículos, automóvil
moto, motos, motocicleta, motocicletas, scooter
bicicleta, bicicletas, bici, bicis
autobús, bus, colectivo, guagua, camión*, transporte público
metro*, subte, tren, estación
taxi, uber, cabify
móvil, móviles, celular, celulares, teléfono móvil, smartphone
ordenador, ordenadores, computadora, computador, computadoras, portátil, laptop, notebook
pantalla, display
batería, pila, pilas
neumático, neumáticos, rueda, ruedas, llanta, llantas, goma*, gomas, cubierta*
pinchazo, ponchadura, llanta ponchada
aceite, lubricante
revisión, revisiones, mantenimiento, service*, servicio*, puesta a punto
itv, inspección técnica, verificación vehicular, revisión técnica, vtv
seguro, seguros, aseguradora, aseguradoras, mutua*, póliza, cobertura*, obra social, prepaga, eps
médico, médica, doctor, doctora, especialista, facultativo
consulta, visita*, primera visita, primera consulta
dentista, odontólogo, odontología, dental
limpieza, higiene*, limpiar
análisis, analítica, laboratorio, extracción de sangre, sangre
receta, recetas, prescripción
urgencia, urgencias, emergencia, emergencias, guardia*
vacuna, vacunas, vacunación, vacunar
anteojos, gafas, lentes
ropa, vestimenta, prenda, prendas
zapatos, zapato, calzado, zapatillas, tenis, deportivas
camiseta, camisetas, playera, polera, remera
pantalones, pantalón, vaqueros, jeans
peluquería, peluquero, corte*, corte de pelo, cabello, pelo
clase, clases, curso, cursos, lección, lecciones, taller*
profesor, profesora, maestro, monitor*, instructor
matrícula, inscripción, inscribirse, inscribirme, apuntarse, apuntarme
entrada, entradas, boleto, boletos, tique, pase*
socio, socios, membresía, abono, suscripción, cuota*
mínimo, pedido mínimo, compra mínima
pedido, pedidos, encargo, encargos, encargar, orden*, pedir*, ordenar, hacer un pedido
gratis, gratuito, gratuita, sin coste, sin costo, incluido
plazo*, plazos, cuánto tarda, cuánto tardan, cuánto tardáis, cuánto demora, cuánto demoran, demora, tardar, tiempo de entrega
seguimiento, rastreo, rastrear, tracking, dónde está mi pedido, número de seguimiento
extranjero, internacional, fuera de españa, otros países, exterior
festivo, festivos, feriado, feriados, vacaciones, navidad, día festivo
fin de semana, fines de semana, finde > sábado, domingo
entre semana, días laborables, días hábiles, lunes a viernes
hoy en día, actualmente, ahora
queja, quejas, reclamación, reclamaciones, reclamo, reclamos, hoja de reclamaciones
roto, rota, dañado, dañada, defectuoso, defectuosa, averiado, averiada, estropeado, estropeada, avería, falla
perdido, perdidos, objetos perdidos, olvidado, olvidé, dejé olvidado
privacidad, datos personales, protección de datos
edad, años, mayores de edad
fumar, fumadores, tabaco, cigarrillo
evento, eventos, fiesta, fiestas, celebración, celebrar, cumpleaños, boda, catering
grupo, grupos, varias personas
ingredientes, ingrediente, composición, lleva*, contiene, hecho de
azúcar, diabético, diabéticos, sin azúcar
alcohol, cerveza, vino, copas*
idioma, idiomas, habláis inglés, hablan inglés
web, página web, sitio web, online, en línea, internet
redes sociales > instagram, facebook, tiktok
propina, propinas
iva, impuestos, impuesto, tax
mayorista, por mayor, al por mayor, mayoreo
segunda mano, usado, usados, reacondicionado
instalación, instalar, montaje, montar
`;
