/** What customers of workshops, trades, rental and deliveries call things in Spanish. */
export const esRepairs = `
reparación, reparar, reparaciones, arreglo, arreglar, arreglos, componer*, compostura, reparáis, arregláis, reparado, arreglado
roto, rota, aplastado, aplastada, golpeado, golpeada, abollado, abollada, dañado, dañada, defectuoso, defectuosa, averiado, averiada, estropeado, estropeada, descompuesto, descompuesta, averías, avería, falla, fallas, malogrado, desperfecto, desperfectos, mal estado, en mal estado, en malas condiciones, no funciona, no anda, no prende, no enciende, deteriorado, golpeado*, defecto, defectos, daño, daños
quebrado, roto, partido*, rajado, agrietado
taller, talleres, servicio técnico, servicio oficial
diagnóstico, diagnosticar, diagnosis, ver qué le pasa, ver qué tiene, saber qué le pasa, averiguar qué tiene
mantenimiento, revisión, revisiones, puesta a punto, service*, servicio*, chequeo, revisar, afinación
revisión completa, puesta a punto, mantenimiento completo, mantenimiento general, revisión general, puesta a punto completa
revisión básica, revisión rápida, mantenimiento básico
pieza, piezas, recambio, recambios, repuesto, repuestos, refacción, refacciones
original*, originales*, recambio original, de marca
mecánico, mecánicos, mecánica, técnico, técnicos, operario
mano de obra, trabajo*, hora de trabajo
garantía, garantías, garantizado, garantizada, garantizan
presupuesto, presupuestos, cotización, cotizar, presupuestar, cotizaciones, valoración, tasación
presupuesto gratis, presupuesto gratuito, presupuesto sin compromiso
sustitución, cortesía, bici de sustitución, coche de sustitución, coche de cortesía, bici de cortesía, vehículo de sustitución, de préstamo, prestáis, prestado, prestan, préstamo*, prestar
pinchazo, pinchazos, ponchadura, ponchado, ponchada, pinchado, pinchada, llanta ponchada, rueda pinchada, llanta baja, rueda desinflada, se me pinchó, se me ponchó, reventón, parchar, parche, parches
cámara de aire, cámara*, cámaras*, neumático interior
rueda, ruedas, llanta, llantas, neumático, neumáticos, goma*, gomas*, cubierta*, cubiertas*, caucho*
enderezar, centrar, centrado, alinear, alineación, descentrada, torcida, torcido, doblada, alabeada, rueda torcida, rueda doblada
freno, frenos, frenar, pastillas de freno, balatas
cadena, cadenas, transmisión
cambios*, cambio de marchas, marchas, velocidades*, desviador
armar, montaje, montar, ensamblar, ensamblaje, ensamblado, armado, montaje de muebles
pegar, pegarlo, pegarla, despegado, despegada, despegar, despegó, se soltó, se cayó, suelto*
desmontar, desarmar, desmontaje
empaquetar, embalar, embalaje, empacar, empaquetado, meter en una caja, caja para bici
avión, vuelo, vuelos, volar, aéreo
bicicleta, bicicletas, bici, bicis
bici eléctrica, bicicleta eléctrica, bicis eléctricas, bicicletas eléctricas, ebike, ebikes, e-bike, e-bikes, e bike, bici con motor
bici de montaña, bicicleta de montaña, btt, mtb, mountain bike
bici de carretera, bicicleta de carretera, bici de carreras, bici de ruta
bici de paseo, bici urbana, bicicleta urbana, bici de ciudad
bici de niño, bici infantil, bicicleta para niños, bicicleta infantil
patinete, patinetes, patinete eléctrico, monopatín eléctrico, scooter eléctrico, patín eléctrico, patín*, patineta eléctrica, monopatín*
casco, cascos
candado, candados, cadena antirrobo, antirrobo
moto, motos, motocicleta, motocicletas, ciclomotor
coche, coches, carro, carros, auto, autos, vehículo, vehículos, automóvil, automóviles
furgoneta, furgonetas, camioneta, camionetas, van, furgón
aceite, lubricante, cambio de aceite
filtro, filtros
batería, baterías, pila, pilas, acumulador
cargador, cargadores, cable de carga, enchufe*
cargar, recargar, recarga, carga*, enchufar
itv, inspección técnica, verificación vehicular, revisión técnica, vtv, técnico mecánica
grúa, grúas, remolque, remolcar, asistencia en carretera, auxilio vial
chapa y pintura, carrocería, hojalatería y pintura, latonería, abolladura, abolladuras, arañazo, rayón, rayones
parabrisas, luna*, lunas*, cristal delantero
lavado de coche, lavar el coche, autolavado, lavado de autos, lavar el carro
matrícula*, placa*, patente*
carné de conducir, carnet de conducir, licencia de conducir, permiso de conducir, licencia de manejo, registro de conducir
conducir, manejar, conduzco, manejo
gasolina, nafta, combustible, bencina, carburante
gasóleo, diésel, diesel, gasoil, petróleo*
móvil, móviles, celular, celulares, teléfono móvil, smartphone, celu, cel
pantalla, pantallas, display, cristal*, vidrio*, pantalla rota, pantalla quebrada
tableta, tablet, tablets, ipad
ordenador, ordenadores, computadora, computador, computadoras, portátil, portátiles, laptop, laptops, notebook, pc
impresora, impresoras, imprimir, impresiones, impresión
datos*, copia de seguridad, respaldo, backup, recuperar datos, recuperación de datos
desbloquear, desbloqueo, liberar*, liberación
se mojó, mojado, mojada, cayó al agua, agua
formatear, reinstalar, virus, limpiar el ordenador
electrodoméstico, electrodomésticos, línea blanca, aparatos electrodomésticos
lavadora, lavadoras, lavarropas, lavarropa
secadora, secadoras, secarropas
nevera, neveras, frigorífico, frigoríficos, refrigerador, heladera, refri
horno, hornos, estufa*, cocina*
lavavajillas, lavaplatos*, lavatrastos
calentador, caldera, calderas, termo*, boiler, calefón
fontanero, fontaneros, fontanería, plomero, plomeros, plomería, gasfiter
electricista, electricistas, electricidad, instalación eléctrica
cerrajero, cerrajería, cerradura, cerraduras, chapa*
pintor, pintores, pintar
albañil, albañiles, albañilería, obra*, obras*, reforma, reformas, remodelación
carpintero, carpinteros, carpintería, ebanista
jardinero, jardinería, jardineros, jardín, césped, pasto, podar, poda
desatascar, atasco, destapar*, atascado, tapado*
fuga, fugas, gotera, goteras, filtración
desplazamiento, gastos de desplazamiento, desplazarse, coste de salida, costo de visita, visita a domicilio
domicilio, a domicilio, para casa, en casa*, a mi casa, en mi casa, a casa, en mi domicilio
recogida*, recogida a domicilio, recoger a domicilio, recoger en casa, recogida en casa, pasar a buscar, pasáis a buscar, pasan a buscar, pasar a recoger, pasáis a recoger, venir a buscar, venís a buscar, venir a recoger, venís a recoger, vienen a recoger, vienen a buscar, recoger en mi casa, buscar a mi casa
mudanza, mudanzas, transporte de muebles, trasteo
mensajería, mensajero, courier, paquetería, transportista, repartidor, agencia de transporte
paquete, paquetes, bulto*, bultos*, encomienda
urgente, exprés, express, el mismo día, para ya, lo antes posible, cuanto antes, deprisa, prisa, rápido*, para hoy
esperar, espera, mientras espero, al momento, al instante, en el acto
alquiler, alquilar, alquileres, arriendo, arrendar, renta, rentas, rentar, alquiláis, rentan
devolución del alquiler, devolver tarde, entregar tarde, fuera de plazo, con retraso
máquina, máquinas, maquinaria, equipo*, equipos*, aparato, aparatos
herramienta, herramientas, útiles*
taladro, taladros, taladradora, perforadora, rotomartillo, martillo percutor
sierra, sierras, serrucho, motosierra*
generador, generadores, grupo electrógeno, planta de luz
andamio, andamios, torre de andamio
escalera, escaleras
hormigonera, mezcladora, revolvedora, trompo*
hidrolimpiadora, limpiadora de alta presión, hidrolavadora, karcher
compresor, compresores, compresor de aire
excavadora, excavadoras, miniexcavadora, retroexcavadora
afilar, afilado, afiladores
tintorería, lavado en seco, limpieza en seco, lavandería, lavar ropa, lavado de ropa
planchar, planchado, plancha
mancha, manchas, quitar manchas
coser, costura, modista, sastre, arreglos de ropa, arreglo de ropa, subir el bajo, acortar, dobladillo, bastilla, entallar
cremallera, cremalleras, cierre*, zipper
zapatero, zapatería, suela, suelas, tapas*, tacón, tacones
duplicado, copia de llaves, copia de llave, duplicar llaves, copias de llaves
llave, llaves
segunda mano, usado, usados, usada, usadas, reacondicionado, reacondicionada, seminuevo, seminueva
vender usado, comprar usado, compráis usado, vender mi bici, vender mi coche, tasar, parte de pago
reciclar, reciclaje, reciclado, tirar*, desechar, punto limpio
`;
