/**
 * Sentences about all sorts of things, by which a model's cosines are gauged: how near a question
 * comes to what it has nothing to do with. Models differ much (a cosine of 0.8 says nothing with one,
 * and is a sure find with another), and a business's own documents all speak of one trade. They are
 * in two languages: a text comes nearer to those of its own language.
 */
export const UNRELATED = `
The river rises in the mountains and flows north for two hundred kilometres.
El río nace en las montañas y corre hacia el norte durante doscientos kilómetros.
Her grandfather repaired watches in a small town before the war.
Su abuelo reparaba relojes en un pueblo pequeño antes de la guerra.
The second half of the match was played in heavy rain.
La segunda parte del partido se jugó bajo una lluvia intensa.
To open an account, bring a valid identity card and sign the form.
Para abrir una cuenta, traiga un documento de identidad válido y firme el formulario.
Whales are mammals that breathe air and feed their young with milk.
Las ballenas son mamíferos que respiran aire y alimentan a sus crías con leche.
The committee approved the new law by forty votes to thirty-one.
El comité aprobó la nueva ley por cuarenta votos contra treinta y uno.
Stir the sauce over a low heat until it becomes thick.
Remueva la salsa a fuego lento hasta que espese.
The train to the coast leaves from platform four every morning.
El tren hacia la costa sale del andén cuatro cada mañana.
Light travels through space at a constant speed.
La luz viaja por el espacio a una velocidad constante.
The orchestra played three pieces by young composers.
La orquesta interpretó tres piezas de compositores jóvenes.
Restart the computer after the update has been installed.
Reinicie el ordenador después de instalar la actualización.
The museum holds a collection of ancient coins and vases.
El museo guarda una colección de monedas y vasijas antiguas.
Take one tablet with water after each meal.
Tome una pastilla con agua después de cada comida.
The company employs eighty people and was founded in 1987.
La empresa emplea a ochenta personas y se fundó en 1987.
Wheat prices rose because the harvest was poor.
El precio del trigo subió porque la cosecha fue mala.
The children learned to read with stories about animals.
Los niños aprendieron a leer con cuentos de animales.
The flat has two bedrooms and a balcony that faces south.
El piso tiene dos dormitorios y un balcón orientado al sur.
Change the oil of the engine every fifteen thousand kilometres.
Cambie el aceite del motor cada quince mil kilómetros.
`
  .trim()
  .split('\n');
