/** What patients and clients of clinics, pharmacies, opticians, salons and gyms call things in Spanish. */
export const esHealth = `
seguro, seguros, aseguradora, aseguradoras, mutua*, póliza, pólizas, cobertura*, obra social, prepaga, eps, isapre, seguro médico, seguro dental, seguro de gastos médicos
médico, médica, médicos, doctor, doctora, doctores, facultativo, especialista, especialistas
médico de cabecera, médico general, medicina general, médico de familia
consulta, consultorio, clínica, gabinete*
consulta, visita*, primera visita, primera consulta, valoración, revisión médica, chequeo
consulta en línea, videoconsulta, videollamada, teleconsulta, consulta online, cita online
paciente, pacientes, enfermo*, enfermos*
enfermera, enfermero, enfermería, ats
dentista, dentistas, odontólogo, odontóloga, odontología, estomatólogo
dentista de niños, dentista infantil, odontopediatra, odontopediatría, dentista pediátrico
ortodoncista, especialista en ortodoncia
diente, dientes, pieza dental, piezas dentales, dentadura > muela, muelas, molar, molares, colmillo, colmillos
limpieza dental, limpieza de dientes, limpieza bucal, profilaxis, tartrectomía, detartraje, quitar el sarro, quitar sarro, sarro, limpieza
empaste, empastes, resina, resinas, amalgama, amalgamas, obturación, obturaciones, tapadura, tapaduras, calza dental, curación de caries, caries
endodoncia, endodoncias, tratamiento de conducto, tratamiento de conductos, conducto, matar el nervio, desvitalizar, matar un nervio
corona, coronas, funda*, fundas*, capuchón
extracción, extracciones, sacar una muela, sacar la muela, quitar una muela, sacar un diente, quitar un diente, sacarme una muela, quitarme una muela, sacaron una muela, exodoncia
muela del juicio, muelas del juicio, cordal, cordales, tercer molar, terceros molares
brackets, bracket, frenillos, frenos*, frenos en los dientes, frenos de los dientes, aparato en los dientes, ortodoncia, aparato dental, aparatos dentales, alambres*, aparato de dientes
ortodoncia > brackets, bracket, alineadores, alineador, retenedores, retenedor
brackets estéticos, brackets transparentes, brackets de cerámica, brackets de zafiro, frenos transparentes, frenos estéticos
alineadores, alineador, invisalign, ortodoncia invisible, férulas transparentes, alineadores transparentes, ortodoncia transparente
retenedor, retenedores, retención dental
blanqueamiento, blanqueamientos, blanquear, blanqueo, aclaramiento, aclarado dental, aclarar los dientes, dientes más blancos, dientes blancos
guarda oclusal, guardas oclusales, férula de descarga, placa de descarga, férula, placa de bruxismo, bruxismo, rechinar, rechino, apretar los dientes, aprieto los dientes, férula nocturna
implante, implantes, tornillo dental, diente fijo
prótesis, dentadura postiza, dientes postizos, placa dental, puente dental, placa removible
carilla, carillas, carillas dentales
encía, encías, periodoncia, periodontitis, gingivitis
radiografía, radiografías, rayos x, placa radiográfica > radiografía panorámica, ortopantomografía, panorámica*
anestesia, anestésico, dormir la boca, inyección en la boca, adormecer
sedación, sedar, óxido nitroso, gas de la risa
doler, duele, dolor, dolores, doloroso, dolorosa, molestia, molestias, hace daño
miedo, pánico, nervioso*, nerviosa*, fobia, asustado, asustada, temor
cirugía, cirugías, operación, operaciones, intervención, intervenciones, procedimiento, procedimientos, quirófano, operar, operarse
puntos*, sutura, suturas, quitar los puntos
herida, heridas, lesión, lesiones, corte*
golpe, golpes, caída*, traumatismo, porrazo
fractura, fracturas, hueso roto, escayola, yeso*
sangrado, sangra, sangrar, hemorragia
hinchado, hinchada, inflamado, inflamada, inflamación, hinchazón, flemón
fiebre, temperatura*, calentura
resfriado, catarro, gripe, gripa, constipado
embarazo, embarazada, embarazadas, encinta, gestante, gestación
ayunas, ayuno, en ayunas, sin comer, sin desayunar, estómago vacío
análisis, analítica, analíticas, laboratorio, extracción de sangre, análisis de sangre, examen de sangre, exámenes de sangre, sangre
resultado, resultados, informe médico
ecografía, ecografías, ultrasonido, ultrasonidos, sonografía, eco*
receta, recetas, prescripción, recetar
medicina*, medicinas, medicamento, medicamentos, remedio*, remedios*, fármaco, fármacos, pastilla, pastillas, medicación
farmacia, botica, droguería*
urgencia, urgencias, emergencia, emergencias, guardia*
vacuna, vacunas, vacunación, vacunar, vacunarse
justificante, justificantes, baja médica, parte de baja, certificado médico, licencia médica, incapacidad*, comprobante médico
historia clínica, historial, expediente*, ficha médica, historial médico
acompañante, acompañantes, acompañar, ir acompañado
fisioterapia, fisio, fisioterapeuta, kinesiología, kinesiólogo, terapia física
psicólogo, psicóloga, psicología, terapia, terapeuta
ginecólogo, ginecóloga, ginecología
pediatra, pediatría
dermatólogo, dermatóloga, dermatología
podólogo, podóloga, podología, quiropodia, uñero
nutricionista, nutrición, dietista, nutrióloga, nutriólogo
oculista, oftalmólogo, oftalmóloga, oftalmología
veterinario, veterinaria, veterinarios, médico de animales
castrar, castración, esterilizar, esterilización, capar
diente de leche, dientes de leche, muela de leche, diente temporal
desparasitar, desparasitación, antiparasitario, pulgas, garrapatas, lombrices
chip*, microchip, identificación animal
peluquería canina, estética canina, bañar al perro, cortar el pelo al perro, grooming
residencia canina, guardería canina, hotel canino, hotel para perros, dejar al perro unos días
pienso*, croquetas*, comida para perros, comida para gatos, alimento para mascotas
gafas, lentes, anteojos, espejuelos
lentillas, lentes de contacto, pupilentes
graduación, graduar, examen de la vista, examen visual, revisión de la vista, medir la vista, graduar la vista
montura, monturas, armazón, armazones
audífono, audífonos*, aparato auditivo
peluquería, peluquero, peluquera, salón de belleza, salón de peluquería, estilista, corte de pelo, barbería, barbero
corte de pelo, cortar el pelo, cortarme el pelo, corte de cabello, cortar el cabello, corte*, pelado, pelarse
cabello, pelo, melena
tinte, tintes, teñir, teñirse, color de pelo, coloración, tintura
mechas, reflejos, balayage, luces en el pelo, rayitos, iluminaciones
lavar y peinar, peinado, peinados, secado, brushing, recogido*
alisado, alisar, keratina, queratina, planchar el pelo
permanente*, moldeado, rizar
barba, afeitado, afeitar, rasurar, rasurado
manicura, manicure, uñas, esmaltado, uñas de gel, uñas acrílicas
pedicura, pedicure, uñas de los pies
depilación, depilar, depilarse, cera*, depilación láser, láser
ceja, cejas, diseño de cejas
pestaña, pestañas, extensiones de pestañas
limpieza facial, tratamiento facial, facial, limpieza de cutis, higiene facial
masaje, masajes, masajista
maquillaje, maquillar, maquillarse
tatuaje, tatuajes, tatuar
gimnasio, gimnasios, gym, sala de máquinas, sala de pesas, sala fitness, sala de musculación
entrenador, entrenadora, entrenador personal, monitor*, personal trainer
clases dirigidas, clases grupales, clases colectivas
cuota mensual, mensualidad, abono mensual, al mes
matrícula, cuota de inscripción, cuota de alta
darse de baja, darme de baja, dar de baja, baja*
congelar la cuota, pausar, congelar*, suspender*
clase de prueba, clase gratis, día de prueba, sesión de prueba, probar una clase
taquilla, taquillas, casillero, casilleros, locker, lockers
vestuario, vestuarios, vestidor, vestidores, camerino
ducha, duchas, regadera, regaderas, ducharse
spa, circuito termal > sauna, jacuzzi, hidromasaje, baño turco
jacuzzi, hidromasaje
`;
