import { enMisspelling } from '../spelling/en.js';
import { enSynonyms } from './synonyms/en.js';
import type { SearchWords } from './search-words.js';

/** English: how its texts are searched. */
export const enSearch: SearchWords = {
  signs: {
    ownCharacters: '',
    frequentCharacters: '',
    words:
      'hello hi hey thanks thank please price prices hours open opening delivery help okay u r ur thx pls',
  },
  commonWords: 'english',
  stemmer: 'english',
  // From Snowball's list, with courtesies that people write in a chat.
  stopWords: `
    per whether
    a about above after again against all also am an and any are aren't as at be because been before
    being below between both but by can cannot can't could couldn't did didn't do does doesn't doing
    don't down during each few for from further had hadn't has hasn't have haven't having he he'd
    he'll he's her here here's hers herself him himself his how how's i i'd i'll i'm i've if in into
    is isn't it it's its itself just let's may me might more most must my myself no nor not of off on
    once only or other ought our ours ourselves out over own same shall she she'd she'll she's should
    shouldn't so some such than that that's the their theirs them themselves then there there's these
    they they'd they'll they're they've this those through to too under until up us very was wasn't we
    we'd we'll we're we've were weren't what what's when when's where where's which while who who's
    whom why why's will with won't would wouldn't you you'd you'll you're you've your yours yourself
    yourselves
    hello hi hey thanks thank please know tell want like need get anything something everything
    anyone someone located yes o'clock oclock um uh uhm erm er hmm basically obviously gonna wanna
    exactly precisely actually really honestly literally given gave shown knows tells meant
    yeah oi mate mates folks yall y'all lemme btw fyi cheers asap`,
  // Forms of "to be" in Spanish.
  meaningful: 'soy sea',
  // Verbs and their nouns, and spellings of both sides of the Atlantic, that the stemmer keeps apart.
  sameWords: `
    bicycle bicycles bike bikes
    motorcycle motorcycles motorbike motorbikes
    photograph photographs photo photos
    television televisions telly tv tvs
    refrigerator refrigerators fridge fridges
    telephone telephones phone phones
    gymnasium gym gyms
    laboratory laboratories lab labs
    instalment instalments installment installments
    package packages
    viewing viewings
    evening evenings
    delivery deliveries deliver delivers delivering delivered
    pay pays paying paid payment payments
    arrive arrives arriving arrived arrival arrivals
    depart departs departing departure departures
    weigh weighs weighing weighed weight weights
    valid validity
    remove removes removing removed removal
    treat treats treating treated treatment treatments
    extend extends extending extended extension extensions
    renew renews renewing renewed renewal renewals
    insure insures insuring insured insurance insurances insurer insurers
    choose chooses choosing chose chosen choice choices
    sell sells selling sold
    break breaks breaking broke broken breakage
    lose loses losing lost loss
    keep keeps keeping kept
    send sends sending sent
    eat eats eating ate eaten
    drink drinks drinking drank drunk
    wear wears wearing wore worn
    hold holds holding held
    drive drives driving drove driven driver drivers
    swim swims swimming swam
    freeze freezes freezing froze frozen
    bring brings bringing brought
    take takes taking took taken
    catch catches catching caught
    teach teaches teaching taught
    write writes writing wrote written
    ride rides riding rode ridden
    speak speaks speaking spoke spoken
    build builds building built
    bend bends bending bent
    fall falls falling fell fallen
    tear tears tearing tore torn
    steal steals stealing stole stolen
    grind grinds grinding ground
    tooth teeth
    child children
    foot feet
    half halves
    loaf loaves
    knife knives
    enrol enrols enrolling enrolled enrolment enrolments enroll enrolls enrollment
    complain complains complaining complained complaint complaints
    apply applies applying applied application applications
    register registers registering registered registration registrations
    store stores storing stored storage
    refer refers referring referred referral referrals
    prescribe prescribes prescribed prescription prescriptions
    diagnose diagnoses diagnosed diagnosis diagnostic diagnostics
    examine examines examining examined examination examinations
    assemble assembles assembling assembled assembly
    maintain maintains maintaining maintained maintenance
    inspect inspects inspecting inspected inspection inspections
    approve approves approved approval
    recommend recommends recommended recommendation recommendations
    measure measures measuring measured measurement measurements
    colour colours coloured color colors colored
    tyre tyres tire tires
    centre centres center centers
    licence licences license licenses
    cheque cheques
    litre litres liter liters
    metre metres meter meters
    kilometre kilometres kilometer kilometers
    programme programmes program programs
    jewellery jewelry
    catalogue catalogues catalog catalogs
    anaesthetic anesthetic anaesthesia anesthesia
    paediatric pediatric paediatrics pediatrics
    doughnut doughnuts donut donuts
    yoghurt yoghurts yogurt yogurts
    grey gray
    theatre theatres theater theaters
    personalise personalised personalize personalized
    customise customised customize customized
    favourite favorite
    labour labor
    mould mold`,
  // Words of which the stemmer makes others: "fit", "organ", "busy", "universe", "import".
  unstemmed: `
    fitness organic business university important wedding weddings paste policy pension general
    instalment package viewing evening mobility alignment`,
  questionWords: { where: 'address', when: 'hours' },
  askingWords: `
    cost costs price prices priced pricing charge charges much time times hour hours
    today tomorrow now yesterday soon later tonight morning afternoon evening day days week month year
    per one ones way ways lot bit thing things place people someone anybody nobody
    kind kinds type types sort sorts name names named call called term number amount percentage example
    reason reasons purpose part parts question questions information info details option options
    possible accept accepts accepted take takes taking allow allows allowed offer offers provide
    provides contain contains include includes included have having do doing make makes made get gets
    getting give gives go goes going come comes coming bring brings bringing leave leaves leaving put
    see look looking find buy buying use uses used using need needs needed want wants wanted would like
    likes love able ask asking say says said tell talk let keep show try help happen happens happened
    mean means consider considered known exist exists work works working far near
    normal regular ordinary expensive cheap cheaper cheapest two three four five six seven eight nine ten
    long soon often run runs running closest nearest reach stuck told hear heard wonder wondering plan planning think thinking thought hope hoping guess
    suppose feel start begin stop end turn interested interest quick quickly fast early late again back
    else around away nearby next last first just quite pretty little couple several various different
    many should recommend suggest sure wrong matter problem issue case situation friend friends guys
    already yet ever never always sometimes instead together whether since perhaps probably properly
    supposed worth decide decided understand remember believe forget forgot forgotten speak spoke problem
    problems whole everyone self myself twice moment bother trouble girlfriend boyfriend colleague
    wife husband partner mother mum mom father dad sister brother grandma grandpa grandmother grandfather
    granny gran auntie uncle cousin cousins nephew niece neighbour neighbor boss flatmate roommate
    housemate coworker colleagues fiance fiancé fiancée parents got something somewhere within
    good best better new big small main important usually exactly currently still also even maybe
    really actually regarding`,
  spellings: `
    hw=how becuz=because u=you r=are ur=your y=why thx=thanks tnx=thanks pls=please plz=please wat=what wht=what wen=when
    wher=where abt=about bcoz=because cuz=because tmrw=tomorrow tmr=tomorrow tomo=tomorrow 2moro=tomorrow
    2day=today gd=good hrs=hours hr=hour tel=telephone whats=what's thats=that's hows=how's
    whos=who's dont=don't cant=can't`,
  misspelling: enMisspelling,
  synonyms: enSynonyms,
};
