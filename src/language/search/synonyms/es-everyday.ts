/** What customers of any business call people, times, quantities and what they do, in Spanish. */
export const esEveryday = `
cita, citas, turno*, hora*, cita previa
pedir cita, sacar cita, sacar turno, pedir hora, pedir turno, agendar, reservar hora, concertar cita, hacer una cita, reservar cita
con cita, cita previa, sin cita, pedir cita, hace falta cita, con reserva
cambiar la cita, mover la cita, cambiar mi cita, mover mi cita, mover mi turno, cambiar mi turno, cambiar el turno, mover el turno, cambiar de día, cambiar el día, cambiar de hora, cambiar la hora, cambiar la fecha, cambiar de fecha, reprogramar, reprogramación, correr mi turno, correr el turno, correr mi cita, correr la cita, recorrer la cita, reagendar, aplazar, posponer, retrasar la cita, adelantar la cita, otro día, modificar la reserva, cambiar la reserva, modificar*
cancelar, cancelación, cancelaciones, anular, anulación, anula, dar de baja, suspender la cita, suspender, suspende, suspenden, se suspende, desistir, cambio de planes, cambian los planes, si cambian mis planes, me surge algo, surge un imprevisto
no presentarse, no voy, no puedo ir, no me presento, si no voy, faltar a la cita, si falto, falto, falta*, faltar, no show, no vengo, si no vengo
llegar tarde, llego tarde, llegamos tarde, retraso, retrasos, me retraso, retrasado, demorado, impuntual, puntualidad, con retraso, tolerancia
lista de espera, lista de reserva, apuntarme a la lista
cola, colas, fila, filas, hacer cola
apartar, apartado*, apartan, apartáis, reservar, guardar, guardáis, guardan, guardo*, retener*
guardar, guardáis, guardan, guardado, conservar, almacenar, almacenaje, tener guardado
fianza, depósito, señal, anticipo, adelanto, seña, entrada*, pago por adelantado, por adelantado, pago anticipado, a cuenta, garantía*
plazos, cuotas, financiación, financiar, mensualidades, mensualidad, fraccionar, a plazos, en cuotas, en partes, meses sin intereses, pagar a meses, pagar en partes, pagar en cuotas, abonos*, pago fraccionado
intereses, interés*, sin intereses
recargo, recargos, suplemento, suplementos, cargo extra, cobro extra, coste adicional, costo adicional, extra*
penalización, penalizaciones, multa*, cobran por cancelar, cargo por cancelar, penalidad
descuento, descuentos, oferta, ofertas, promoción, promociones, promo, promos, rebaja, rebajas, cupón, cupones, bonificación
jubilado, jubilados, jubiladas, pensionista, pensionistas, pensionado, pensionados, tercera edad, adultos mayores, adulto mayor, personas mayores, mayores de 65, mayores de 65 años, mayores de 60 años, gente mayor, mayores*, ancianos, abuelos*, seniors, inapam
estudiante, estudiantes, universitario, universitarios, carnet joven, carné joven, alumnos
familia, familias, familia numerosa, familiar*
niños, niño, niña, niñas, peques, infantil, infantiles, menores, crío, críos, chicos*, nenes, hijo, hijos, hija, hijas, pequeños*, chamacos
bebé, bebés, recién nacido, lactante
joven, jóvenes, adolescente, adolescentes
adulto, adultos, mayor de edad, mayores de edad
edad, edades, años, edad mínima, mínimo de edad, mayor de edad, mayores de edad, qué edad, cuántos años, a partir de qué edad, desde qué edad, menor de edad, menores de edad
desde cuándo, cuántos años lleva*, cuántos años lleváis*, cuántos años llevan*, cuánto tiempo lleva*, cuánto tiempo lleváis*, cuánto tiempo llevan*, cuándo abristeis, antigüedad, desde hace, fundada, fundado, fundación*
persona, humano, agente, operador, operadora, asesor, asesora, persona real, ser humano
personal*, equipo*, plantilla*, empleados, empleado, trabajadores, quiénes sois, quiénes son, quién trabaja
trabajo*, empleo, vacante, vacantes, currículum, curriculum, currículo, cv, trabajar con vosotros, trabajar con ustedes, trabajar ahí, trabajar aquí, bolsa de trabajo, contratando, contratáis personal, contratan personal, oferta de empleo, ofertas de empleo, buscáis gente, buscan gente, buscáis personal
sueldo, sueldos, salario, salarios, cuánto pagan, cuánto pagáis, paga*
dueño, dueña, dueños, propietario, jefe, jefa, encargado*, encargada*, gerente, responsable*
cómo se llama, cómo se llaman, cómo te llamas, nombre*
llamar, llamada, llamadas, llamarte, llamarles, llamaros, marcar*, teléfono, número de teléfono, por teléfono, telefonear, telefónico
número de teléfono, teléfono, teléfonos, tel, tlf, tfno, móvil*, celular*, número para llamar, a qué número
contacto, contactar, contactaros, contactarlos, localizar*, comunicarme, comunicarse, ponerme en contacto, hablar con alguien, hablar con vosotros, hablar con ustedes > teléfono, correo, email, whatsapp, llamar, escribir
whatsapp, wasap, guasap, wsp, wasa, whats
correo, email, e-mail, mail, correo electrónico, correos*
escribir, mensaje, mensajes, escribiros, escribirles, mandar un mensaje, texto*
avisar, aviso, avisan, avisáis, notificar, notificación, notifican, avisarme, me avisan, me avisáis, informar*
recordatorio, recordatorios, recordar, recordarme
confirmar, confirmación, confirmo, confirmado
documentos, documento, documentación, papeles, qué papeles, qué documentos, requisitos
identificación, documento de identidad, identidad, id, carnet* > dni, ine, cédula*, pasaporte, nie
requisitos, qué traer, qué llevar, que llevar, qué tengo que llevar, qué hay que llevar, qué debo llevar, qué necesito llevar, qué hay que traer, qué tengo que traer, qué documentos llevo, qué debo traer
dirección, ubicación, ubicados, ubicada, localización, domicilio*, señas, cómo llegar, avenida*, calle*
cómo llegar, cómo llego, cómo se llega, cómo voy, cómo ir, transporte público, en transporte, en autobús, en metro, en tren
autobús, autobuses, bus, buses, combi, combis, ómnibus, colectivo*, guagua, camión*, camiones*, transporte público, parada de autobús, línea de autobús, micro*
metro*, subte, subterráneo, estación de metro, parada de metro, línea de metro
tranvía, tranvías, metro ligero
tren, trenes, estación de tren, terminal de tren, terminal de trenes, cercanías, ferrocarril, estación*
taxi, taxis, uber, cabify, didi
aparcamiento, aparcamientos, aparcar, parking, párking, parqueo, parqueadero, estacionamiento, estacionar, estacionarse, cochera, garaje, garage, plaza de garaje, dejar el coche, dejar el carro, dejar el auto, dónde aparcar, zona azul
carga y descarga, descargar, cargar y descargar, parar con el coche
cerca, cercano*, cercana*, alrededores, proximidad
distancia, kilómetros, a cuántos kilómetros, qué distancia, lejos, a pie, andando, caminando
zona*, zonas*, hasta dónde, área*, cobertura de envío, código postal, zonas de reparto, zona de reparto, barrio*, barrios*
hasta dónde, hasta qué zona, a qué zonas, hasta qué distancia > zona, zonas, kilómetros, km, radio de reparto
accesible, accesibilidad, silla de ruedas, sillas de ruedas, minusválidos, minusválido, discapacidad, discapacitados, discapacitado, movilidad reducida, rampa, muletas, sin escalones, escalones
baño, baños, aseo, aseos, lavabo, lavabos, servicio higiénico, sanitario, sanitarios, wc, excusado, toilet
perro guía, perro de asistencia, perros guía, perro lazarillo
demora, plazo*, plazos de entrega, tiempo de entrega, cuánto tarda, cuánto tardan, cuánto tardáis, cuánto se tarda, cuánto se tardan, cuánto demora, cuánto demoran, demoras, tardar, tarda, cuándo llega, cuándo estará, cuándo estaría, cuándo está lista, cuándo está listo, listo*, lista*, cuánto tiempo
duración, dura*, cuánto dura, cuánto duran, cuánto tiempo, cuánto tarda, cuánto tardan, cuánto tardáis, en cuánto tiempo, cuánto se tarda, cuánto se tardan, minutos
validez, vigencia, caducidad, caduca, caducan, vence, vencimiento, válido, válida, vigente, expira, cuánto tiempo vale, hasta cuándo vale
cada cuánto, con qué frecuencia, frecuencia, cuántas veces, periodicidad
antelación, anticipación, con cuánta antelación, con cuánto tiempo, cuánto antes, con tiempo, de antemano, con cuántos días
mínimo, mínima, pedido mínimo, compra mínima, monto mínimo, importe mínimo, consumo mínimo
máximo, máxima, límite, tope*, hasta cuántos, hasta cuánto
horario de verano, horario de agosto, verano, agosto*
festivo, festivos, feriado, feriados, vacaciones, navidad, navidades, día festivo, días festivos, puente*, fiestas*
año nuevo, fin de año, nochevieja, noche vieja
semana santa, pascua, viernes santo, jueves santo
fin de semana, fines de semana, finde, findes > sábado, domingo
entre semana, días laborables, días hábiles, lunes a viernes, laborable, laborables
mañana*, por la mañana, por las mañanas, de mañana, mañanas, temprano
tarde*, por la tarde, por las tardes, tardes, a mediodía*
atender, atendéis, atienden, atención al público, horario de atención
cierre por vacaciones, cerráis en agosto, cierran en vacaciones
factura, facturas, boleta*, comprobante, facturar, recibo*, comprobante fiscal, cfdi, factura con iva, nota de venta
recibo, ticket, tickets, comprobante de pago, comprobante de compra, tique
dinero*, plata, billetes*, monedas, suelto*
efectivo, metálico, cash, al contado, dinero en efectivo, en mano
dólares, dólar, divisas, moneda extranjera, usd, euros*
transferencia, transferencias, transferir, cuenta bancaria, clabe, iban, ingreso en cuenta, spei
pago con el móvil, pagar con el móvil, pago móvil, pago con el teléfono > apple pay, google pay, bizum
cheque, cheques, talón*
propina, propinas, servicio incluido
iva, impuestos, impuesto, tax, taxes
barato, barata, baratos, económico, económica, más barato, económicos
caro, caros, costoso
gratis, gratuito, gratuita, gratuitos, gratuitas, sin coste, sin costo, sin que me cobren, sin que cobren, de balde, no se cobra, sin cargo, sin pagar, incluido, incluida
incluido, incluida, incluye, incluyen, viene con, entra en el precio, va incluido
comprar*, compra*, adquirir, conseguir*
vender, venta, ventas, a la venta
tienda online, por internet*, en internet*, comprar por internet, comprar online, comprar en línea, pedir por internet, pedir online, tienda en línea
pedido, pedidos, encargo, encargos, encargar, orden*, órdenes*, pedir*, ordenar*, hacer un pedido, hacer un encargo
modificar el pedido, cambiar el pedido, añadir al pedido
cambiar, cambio, cambios, canjear, otra talla, cambiarlo por otro
devolución, devoluciones, devolver, reembolso, reembolsos, reembolsar, reintegro, devolver el dinero, devuelven el dinero, recuperar el dinero, regresar el dinero, me devuelven, me devolvéis
reclamación, reclamaciones, reclamar, queja, quejas, reclamo, reclamos, hoja de reclamaciones, quejarse, quejarme, libro de reclamaciones
no me gusta, no me gustó, arrepentirme, arrepentimiento, desistimiento, me arrepiento
no hay nadie, no estoy en casa, no estar en casa, no estoy, ausente, no haya nadie, si no estoy
perdido, perdidos, perdida, objetos perdidos, olvidado*, olvidé*, olvidó*, dejé olvidado, me dejé, se me olvidó, perdí, extraviado, extraviada
robo, robado, robaron, hurto
seguro de viaje, seguro de daños, cobertura por daños, seguro a terceros, seguro a todo riesgo
daños, daño, si se rompe, si lo rompo, romper, rotura
talla, tallas, talle, talles, tamaño, tamaños, medida, medidas, dimensiones, número de zapato
probador, probadores, probarme, probármelo, probar la ropa
color, colores, tono, tonos
regalo, regalos, regalar, obsequio, obsequios, detalle*
envolver, envuelto, papel de regalo, para regalo, envoltorio
personalizar, personalizado, personalizada, a medida, grabado, grabar, dedicatoria, a mi gusto
muestra, muestras, probar*, degustación
marca, marcas, fabricante
etiqueta, etiquetas
bolsa, bolsas, bolsita
caja, cajas
pintura, pinturas
flor, flores, ramo, ramos, floristería, florería
joya, joyas, joyería > anillo, anillos, pulsera, collar, pendientes
reloj, relojes, relojería
juguete, juguetes, juguetería
libro, libros, librería
mueble, muebles, mobiliario
ropa, vestimenta, prenda, prendas
zapatos, zapato, calzado
zapatillas, tenis*, deportivas, bambas, zapatillas deportivas
chaqueta, chamarra, chamarras, campera, casaca, cazadora
camiseta, camisetas, playera, playeras, polera, remera, franela*
pantalones, pantalón > vaqueros, jeans, tejanos
vaqueros, jeans, tejanos
vestido, vestidos
jersey, suéter, pulóver, chompa, buzo*
falda, faldas, pollera
sujetador, brasier, sostén, corpiño
bañador, traje de baño, malla*
fumar, fumadores, fumador, tabaco, cigarrillo, cigarrillos, cigarro, cigarros, vapear, vapeador
lluvia, llueve, llover, mal tiempo, si llueve, mal clima
idioma, idiomas, habláis inglés, hablan inglés, se habla inglés, en inglés, hablar inglés
privacidad, datos personales, protección de datos
cámaras de seguridad, videovigilancia, vigilancia
seguro*, segura*, seguridad, peligroso, peligro
contraseña, clave, password
enchufe, enchufes, toma de corriente, cargar el móvil, cargar el celular, contacto eléctrico
socio, socios, socia, membresía, membresías, abono*, suscripción, cuota*, hacerse socio, hacerme socio
puntos*, tarjeta de fidelidad, tarjeta de puntos, programa de puntos, cliente frecuente
renovar, renovación, prorrogar, prórroga, prolongar, ampliar*, extender*
opiniones, opinión, reseña, reseñas, valoraciones, comentarios
empresa, empresas, negocio, negocios, corporativo, autónomos, autónomo
experiencia*, años de experiencia
`;
