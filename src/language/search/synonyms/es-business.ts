/** What customers of any business call hours, prices, payment, deliveries and what a place offers, in Spanish. */
export const esBusiness = `
horario, horarios, horas, abrir, apertura, abierto, a qué hora, hasta qué hora, desde qué hora, qué días, cuándo abrís, cuándo abren
cerrar, cierre, cerrado, a qué hora cierran, a qué hora cerráis, hasta qué hora
precio, precios, tarifa, tarifas, coste, costo, importe*, valor*, cuánto vale, cuánto valen, cuánto cuesta, cuánto cuestan, cuánto sale, cuánto salen, cuánto me sale, cuánto me salen, cuánto me saldría, por cuánto me sale, por cuánto sale, por cuánto, cuánto me cuesta, cuánto nos sale, cuánto es, cuánto cobran, cuánto cobráis, qué precio, qué vale, qué cuesta, a cuánto, a cómo, honorarios, qué cobran, qué cobráis, cuánto por, cuánto sería, cuánto estaría, cuánto piden, qué costaría
carta, menú, lista de precios, carta de precios
envío, envíos, entrega, entregas, reparto, domicilio, domicilios, delivery, despacho, mandar, enviar, entregar, repartir, llevar a casa, gastos de envío
recoger, recogida, retirar, retiro, pasar a buscar, para llevar, take away, takeaway
dirección, ubicación, ubicados, localización, dónde estáis, dónde están, dónde está, dónde quedan, dónde queda, dónde quedáis, dónde se ubican, dónde os encuentro, dónde los encuentro, dónde se encuentran, mapa*, calle*, domicilio social, dónde estamos, cómo llegar, cómo se llega, cómo encontrarnos, encuéntranos, visítanos
tienda, local, sucursal, establecimiento, oficina
pago, pagar, pagos, formas de pago, medios de pago, cobrar, abonar > tarjeta, efectivo, bizum, transferencia, contado, paypal, visa*, mastercard, amex, contrarreembolso
tarjeta, tarjetas, plástico* > visa, mastercard, amex, débito, crédito, tarjeta de débito, tarjeta de crédito
reserva, reservar, reservas, reservación, reservaciones, cita*, turno*, agendar, apartar
código de descuento, cupón, código promocional
wifi, wi-fi, internet, conexión
mascotas, mascota, animales > perro, perros, gato, gatos, cachorro
vegetariano, vegetariana, sin carne > vegano, vegana
vegano, vegana, veganos, plant based, sin productos animales
alérgenos, alérgeno, alergia, alergias, alérgico, alérgica, intolerancia, intolerancias, intolerante > gluten, lactosa, frutos secos, huevo, soja
gluten, celiaco, celíaco, celiaca, celíaca, celiacos, celíacos, trigo
lactosa, leche, lácteos, lácteo
frutos secos > nuez, nueces, almendra, almendras, avellana, avellanas, pistacho, pistachos, cacahuete, cacahuetes, maní, anacardo
cacahuete, cacahuetes, maní, cacahuate
disponible, disponibles, disponibilidad, stock, existencias, en existencia, queda alguno, hay lugar, hay sitio, hay hueco, queda sitio, quedan plazas, hay plazas, hay cupo, tenéis hueco, tienen lugar, completo*, os queda, les queda, agotado
tarjeta regalo, tarjeta de regalo, bono regalo, vale regalo, cheque regalo, gift card
cama, camas, colchón
seguimiento, rastreo, rastrear, tracking, dónde está mi pedido, número de seguimiento
extranjero, internacional, fuera de españa, otros países, exterior
fin de semana, fines de semana, finde > sábado, domingo
ingredientes, ingrediente, composición, lleva*, contiene, hecho de
azúcar, diabético, diabéticos, sin azúcar
alcohol, bebidas alcohólicas > cerveza, vino, licor
web, página web, sitio web, página de internet
redes sociales > instagram, facebook, tiktok
mayorista, por mayor, al por mayor, mayoreo
`;
