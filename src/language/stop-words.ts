const words = (list: string) => list.trim().split(/\s+/);

/**
 * Words that say nothing about the matter, lower case, with their accents. After Snowball's lists,
 * without those that also name things ("estado", "sentido"), and with the courtesies of a chat.
 */
export const STOP_WORDS = {
  es: words(`
    a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellas aquello aquellos
    así aun aún aunque cada como cómo con contra cual cuál cuales cuáles cualquier cuando cuándo
    cuanta cuánta cuantas cuántas cuanto cuánto cuantos cuántos de del desde donde dónde durante e el
    él ella ellas ello ellos en entonces entre era erais éramos eran eras eres es esa esas ese eso
    esos esta está estaba estaban estábamos estada estado estáis estamos están estar estará estarán
    estas estás este esté estén esto estos estoy estuvo fue fueron fui fuera fueran ha había habían
    habéis haber habrá habrán habría han has hasta hay haya he hemos hizo hacer hace hacen hacéis hago
    hubo incluso la las le les lo los luego mas más me mí mi mía mías mientras mío míos mis misma
    mismas mismo mismos mucha muchas mucho muchos muy nada ni no nos nosotras nosotros nuestra
    nuestras nuestro nuestros o os otra otras otro otros para pero podéis poder podría podrían
    podríais podrías poco por porque pueda puede pueden puedes puedo pues que qué quien quién quienes
    quiénes quería queremos quiere quiero quisiera se sea sean según ser será serán sería si sí sido
    siempre siendo sin sobre sois solo sólo somos son soy su sus suya suyas suyo suyos tal también
    tampoco tan tanto te tendrá tendréis tendría tenéis tenemos tener tengo tenía tenían ti tiene
    tienen tienes todo todos toda todas tu tú tus tuve tuvo tuya tuyas tuyo tuyos un una unas uno unos
    usted ustedes vosotras vosotros vuestra vuestras vuestro vuestros y ya yo
    hola gracias favor saber decir decirme dime ubicados ubicadas queda quedáis`),
  en: words(`
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
    anyone someone located`),
};
