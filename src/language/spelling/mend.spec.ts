import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from '../language.js';
import { asWritten, mended } from './mend.js';

const pairs = (list: string) =>
  list
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('='));
const list = (text: string) => text.trim().split(/\s*\n\s*/);

const meant: Record<Language, string> = {
  es: `
    kuanto=cuanto kuesta=cuesta balen=valen presios=precios orario=horario oras=horas kien=quien
    sierran=cierran serrais=cerráis avren=abren habren=abren avierto=abierto serrado=cerrado komo=como
    kual=cual kuando=cuando kiero=quiero kisiera=quisiera nesesito=necesito benir=venir boy=voy ago=hago voi=voy
    aser=hacer ase=hace asen=hacen oi=hoy savado=sábado domigno=domingo juebes=jueves biernes=viernes
    miercolez=miércoles nobiembre=noviembre enbios=envíos entrgas=entregas domisilio=domicilio
    rekoger=recoger debolver=devolver debolusion=devolución reenbolso=reembolso direcsion=dirección
    ofisina=oficina efektivo=efectivo targeta=tarjeta kredito=crédito reserbar=reservar sita=cita
    kancelar=cancelar deskuento=descuento ofertta=oferta aparkamiento=aparcamiento begano=vegano
    bejetariano=vegetariano alerjia=alergia vebé=bebé selular=celular yamar=llamar korreo=correo
    enpleo=empleo tayas=tallas alkilar=alquilar fiansa=fianza dezayuno=desayuno desayuo=desayuno
    almuerso=almuerzo vevidas=bebidas kafe=café vocadillo=bocadillo abitacion=habitación
    pisina=piscina jimnasio=gimnasio kalefacsion=calefacción asensor=ascensor koches=coches
    vicicleta=bicicleta asseite=aceite rebision=revisión limpiesa=limpieza reseta=receta
    perrito=perro gatitos=gatos poquito=poco cerquita=cerca pastelito=pastel mesita=mesa cajitas=cajas
    amiguita=amiga ratito=rato dudita=duda cafecito=cafe
    urjencia=urgencia bacuna=vacuna sapatos=zapatos peluqeria=peluquería gratiz=gratis`,
  en: `
    wat=what wen=when wher=where hw=how pryce=price prise=price klose=close clozed=closed
    schedual=schedule tomorro=tomorrow tonite=tonight saterday=saturday thirsday=thursday fryday=friday
    febuary=february delivry=delivery shiping=shipping postege=postage collekt=collect refunnd=refund
    retern=return exchanje=exchange adress=address lokation=location shopp=shop payement=payment
    kard=card kredit=credit apointment=appointment appointmant=appointment bookking=booking
    reservashun=reservation invoyce=invoice reciept=receipt kancel=cancel garantee=guarantee
    warrenty=warranty diskount=discount parkking=parking petts=pets vegeterian=vegetarian
    glooten=gluten childrun=children kidz=kids fone=phone telefone=telephone jobb=job vacansy=vacancy
    avalable=available repairr=repair brekfast=breakfast luntch=lunch drinx=drinks
    cofee=coffee kake=cake sandwhich=sandwich rume=room bathrom=bathroom elevater=elevator
    laundery=laundry bycicle=bicycle bisycle=bicycle taksi=taxi batery=battery punchure=puncture
    servise=service docter=doctor dentest=dentist prescripshun=prescription trowsers=trousers
    techer=teacher membrship=membership minumum=minimum compleint=complaint hollidays=holidays
    birthdy=birthday langauge=language dont=don't whats=what's hows=how's hav=have thier=their`,
};

const right: Record<Language, string> = {
  es: `
    ¿Tenéis una sierra de calar?
    ¿Vendéis tubo de cobre?
    ¿Cuánto pesa la taza azul?
    una valla de madera
    ¿El pollo es de corral?
    un callo en el pie
    rosa de los vientos
    ¿Hay zumba los martes?
    losas para el jardín
    ¿Qué loza usáis?
    masa madre de Madrid
    bazar chino
    el taller Sita
    una visita guiada
    dos burritos y palomitas
    es gratuito
    bonitos y carritos
    la tienda de Boy
    bicis Orbea y Brompton
    el modelo KX-9
    B12, C4 y 4K
    hola@sita.example
    www.komo.example/ke
    Luis XIV y el siglo XXI
    vitamina D
    la talla X
    un pozo con polea
    ¿Y el caso de mi madre?
    un botijo y una vasija
    ganchillo, macramé y bolillos
    el casco nuevo brilla
    kilos de naranjas
    un sofá de terciopelo
    sena y ondas
    el bacilo de Koch
    ciervo con castañas
    una tarta de manzana
    la economía y un banco
    un pecado sagrado
    en la cadera`,
  en: `
    a pear and a plum
    is there mail for the male nurse
    the weather in May
    a knot in the rope
    bare feet
    a steak with sauce
    do you have flour?
    beans and peas
    the sea and the sun
    a wooden plane
    the Wen restaurant
    ask for Wat or Hav
    the Kwik Fix shop
    my Kodak
    model R2D2, 4K and B12
    hello@wen.example
    www.klose.example/prise
    a whole cake
    dew on the leaves
    vanilla latte
    a leek soup
    two mussels
    the coast road
    a dose of ibuprofen
    a thyme plant
    my suite has a view
    a plain wall
    quilts and cushions
    a sail boat
    the root canal
    oak floorboards
    Vitamin D and Plan B
    is there any shopping nearby
    a nice view of the lake
    made of steel
    a garden shed
    sports on TV
    a fleece for the boating
    do you do your own baking
    cooked or raw
    the coating has gone
    my dog ate it`,
};

describe.each(['es', 'en'] as const)('mended, %s', (language) => {
  it.each(pairs(meant[language]))('%s is %s', (written, word) => {
    expect(mended(written, language).text).toBe(word);
  });

  it.each(list(right[language]))('leaves: %s', (text) => {
    expect(mended(text, language).text).toBe(text);
  });

  it('leaves what is written rightly', () => {
    const folder = new URL(`../../../samples/${language}/`, import.meta.url);
    for (const file of readdirSync(folder)) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      expect(mended(text, language).text).toBe(text);
      expect(mended(text.toLowerCase(), language).text).toBe(text.toLowerCase());
    }
  });

  it('mends nothing twice', () => {
    for (const [written] of pairs(meant[language])) {
      const once = mended(written, language).text;
      expect(mended(once, language).text).toBe(once);
    }
  });
});

describe('mended', () => {
  it.each([
    ['es', 'Ola, ¿a ke ora sierra la tyenda?', 'Hola, ¿a que hora cierra la tyenda?'],
    ['es', 'KIERO SABER', 'Quiero SABER'],
    ['es', '2 kilos x 5 €', '2 kilos x 5 €'],
    ['en', 'how much 4 my bike', 'how much for my bike'],
    ['en', 'do u deliver 2 my house', 'do you deliver to my house'],
    ['en', 'a table for 4 the 5th', 'a table for 4 the 5th'],
    ['en', 'we are 4', 'we are 4'],
    ['en', '2 pizzas', '2 pizzas'],
  ] as const)('%s: %s', (language, written, text) => {
    expect(mended(written, language).text).toBe(text);
  });

  it('leaves the words of the documents', () => {
    const isKnown = (word: string) => word === 'boy';
    expect(mended('la marca boy', 'es', isKnown).text).toBe('la marca boy');
  });

  it('can be undone for what the customer sees', () => {
    const whole = mended('¿Ay asensor? ¿Kuanto kuesta la sita?', 'es');
    expect(whole.text).toBe('¿Hay ascensor? ¿Cuanto cuesta la cita?');
    expect(asWritten('¿Cuanto cuesta la cita?', whole)).toBe('¿Kuanto kuesta la sita?');
  });
});
