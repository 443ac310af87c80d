import type { IntentWords } from '../words.js';

/** What came from us and has ended is asked about: who asks wants it back. */
const ceased = `
      (why|when|since when|how come) (did|have|has|had|do|does) (you|u|they|it|he|she|the _|your _)( (all|guys|ever|suddenly|just|now|even))* (stop|stopped|quit|cease|ceased)
      ^(and |so |but )?(did|have) (you|u|they)( (all|guys|ever|suddenly|just))* (stop|stopped|quit|ceased) (the|your|doing|sending (the|out|your))
      (why|who|when|how|how come|by whom)( (was|were|am|are|have|has|had|did|got|get|i|we|been|you|my number|my name))* (unsubscribed|unsubscribe|removed|remove|deleted|opted|taken off|took)( (me|us|out|off|from|my number))*( |$)
      (you|u|ive been|i have been|i was|i got|we were|somebody|someone|it)( (have|has|had|must have|just))* (unsubscribe|unsubscribed|removed|opted|taken|took)( (me|us|out|off))*( (from|of|your|the|list|newsletter|my _))* (by mistake|by accident|accidentally|without asking|wrongly|for no reason|why)
      (i|we)( (have|ve))? (stopped|no longer) (getting|receiving|get|receive|hear|hearing) (the|your|any|my|from)`;

/** How people say in English that they want no more messages, or want them again. */
export const enConsent: Pick<
  IntentWords,
  'optOutSurely' | 'optOut' | 'goOn' | 'optOutUnclear' | 'optIn'
> = {
  optOutSurely: {
    says: `
      (stop|quit|cease) (<writing>|sending) (me|us|him|her|my _|this number)
      (stop|quit|cease) (<writing>|sending)( (messages|texts|anything))*( (to|at))* (me|us|this number|my _)
      <dont> (ever|you|even|dare|bloody|please)? (text|message|contact|msg|whatsapp|spam|write to|bother) (me|us|this number) <again>
      (remove|take|delete|get|drop|scrub)( (me|us|my name|my number|my details|this number))+ (off|from|out of) (your|the|this|that|ur|any|all|all your)( (mailing|contact|marketing|distribution|messaging|broadcast|whatsapp|text|sms|promo))* (list|lists|database|contacts|system)( (please|pls|now|immediately|and|or|before|i|im|asap|thanks|right|at|because|or|if))*$
      (unsubscribe|opt) (me|us|my number)|(no longer|dont|do not) (want|wish|like|need) (to )?(get|receive|be getting|hear) (any|any more|more|your|these|further|anything)* (messages|texts|promos|promotions|offers|marketing|from you|newsletters|reminders|updates)
      (withdraw|revoke|withdrawing|revoking) my consent`,
    unless: `${ceased}
      (dont|do not|wont|cant|didnt|never|why did you|did you|have you|you|why have you|will you|when did you) (ever )?(stop|stopped|quit)
      (waiting|wedding|guest|wine|price|shopping|standby|reserve|cancellation) list|gym|newspaper|call me instead|(text|message|contact|email) me (at|on|the|with|when|if) `,
  },

  optOut: {
    says: `
    (stop|quit|cease) *ing (me|us|him|her|my _|this number)( (with|all|now|about|at|every|please|so|i|im|it|and|already|ok|again) ....)?$
    ^(kindly |please |just )*(desist|deregister|delist|deactivate|unlist|forget|erase|exclude)( (me|us|my number|this number|please|now))*$
    ^(please )?(dont|do not|do not want|dont want|can you not|cant you not|dont want to know|not wanted|unwanted)( (any|anything|this|thanks|more|please))*$
    (dont|do not|no longer|didnt) (want|need|ask for|like)( (any of|any|more))* (your|ur) (stuff|things|crap|rubbish|junk|nonsense|shit|offers|deals|business|service messages|sales pitch|contact)
    (how (can|do)|can|could|may|want to|like to|ask to|request to|asked to|need to) (i )?(be|get) (removed|taken off|unsubscribed|deleted|off|left alone|excluded|opted out)( (from|of|your|the|this|these|list|lists|please|messages|it|here|asap|now))*$
    (can|could|way to|need to|needs to|must|make|want|get|have|please|how to|how do i|how can i|how do i get|when will|will)( (get|make))* (stop )?(these|this|them|it|you|all this|<messages>)( (to|please|ever))* stop( (please|now|coming|already|me))*$
    (way to|how to|how do i|how can i|want to|help me|need to|can i|could i|trying to|possible to|need help to) (stop|end|turn off|switch off|block|disable|get rid of|avoid|opt out of|cancel)( (getting|receiving|all|of))* (these|this|them|it all|<messages>)( (please|now|coming|for good|from coming))*$
    (turn|switch) (these|this|them|it|<messages>) off
    why (do|am|are|did|would) (i|you)( (keep|still|even|always))* (getting|get|receiving|receive|sending|send|on|texting|messaging)( (me|all))* (these|this|<messages>|stuff|me|your list)
    (ive|i have|i|already|have)( already| just)* (opted|unsubscribed|asked to be removed|said stop|sent stop|texted stop|replied stop|told you to stop|asked you to stop)
    ^(please |and )*no (further|more|future) (contact|messages|message|texts|offers|comms|communication|communications|emails|calls|ads|promos|updates|spam)( (please|thanks|thank you|from you|to _ _|whatsoever|ever|of any kind))*$
    (you|u)( (still|havent|have not|not|yet))+ (unsubscribed|removed|taken|opted) (me|us)( (off|out|from|of|your|the|list|yet))*$
    (why|when)( (am|are|will|do|i|you|is|still|my number|be))+ (not |still on |on |off |removed |taken off |unsubscribed )+(from |of )?(your|the|this) list
    ^(mute|unfollow|withdrawn|refrain|dnd|spammers|spamming|withdraw|sto|stip|unsubs*|removeme|deleteme|stopit|stopspam|leavemealone|nomoremessages)$
    ^(let me be|leave me out of (this|it)|leave us out|shut it|sod off|f off|naff off|get stuffed|do one|buzz off|blocked|reported|blocking|block me( then)?|blocked and reported|hands off)$|wish to be left alone|be left (alone|in peace)
    ^(please )?(remove|delete|take)( (off|out))? from( (the|your|this|all|any))* (list|lists|database|mailing list)
    (hate|cant stand|dislike|loathe|despise|resent|annoyed by|bothered by|object to)( (getting|receiving|all))* <messages>
    (appreciate|prefer|rather|like|love|grateful|thankful|kind|better|happy)( (it|if|that|you|would|so|be|much|very))* (you |u )?(didnt|did not|dont|not|stopped|no longer|never|could not|would not|wouldnt)( ever)? (<write>|<writing>|send|contacted|messaged|texted)
    (prefer|rather have|want|like) (no|zero|not any|fewer) (more )?(messages|texts|contact|spam|promos)
    send me nothing|nothing more from you
      ^(stop|unsubscribe|optout|stopall) (it|this|that|all|everything|stop|already|means stop|yes|me|all of it|all of this|these)?$
      ^(make it|just|to|be so kind to)? <stop>( (it|this|all|all this|all of this|all of it|that|everything|means stop|them|these|stop|already|now|me|please|the|bloody|with|madness|with it|with this|doing this|this now|bothering))*$
      (thanks|thank you|no|ok|please|gracias|hey|hi|hello|just|must|now|want|said|to|means|and|but|so|number|messages) stop$
      ^(go away|get lost|piss off|fuck off|bugger off|leave me be|make (it|this) stop|quit it|cut it out|knock it off|enough|thats enough|enough (is enough|already))$
      ^(how (do|can|could) (i|you|we)|how to|i want it to|is it possible to|where do i|how do you|whats the way to|is there a way to|tell me how to|way to) (stop|end|quit|cease|turn off|make) (this|these|it|that|them|you|<messages>|all this)( stop| off)?$
      <stopping> ... <contacting>
      ^(please |just |so )*(remove|delete|erase)( (please|pls|now|this|all|me please|asap))*$
      ^(do not|dont|never|no) (text|texts|message|messages|contact|write|msg|reply|send|spam|spamming|calls|texting|messaging|contacting|more)( (please|to this number|here|again|me|thanks|anymore|ever))*$
      (already|times|just|clearly|repeatedly|keep|told|asked|said|say|saying|asking|telling)( (said|told|asked|say|you|u|to|have|i|me|that|already|three|many|several|times|twice|do|the))* (stop|unsubscribe|unsubscribed|opted out|opt out|stop it|leave me alone|remove me|no more)( (three|many|several|twice|times|already|_))*$
      ^(get|keep|stay) (off|out of|away from) (my (phone|inbox|whatsapp)|me)|^(stay away|back off|shut up|spam|no spam|stop spam|stop the spam|let me out|im out|i am out|i quit|i opt out|nomore|no more please|not a customer|enough spam)$
      (no consent|(didnt|did not|never|dont|do not|not) (consent|agree|authorise|authorize)|(dont|do not) have my (consent|permission)|without my (consent|permission))
      (dont|do not|no) want( (any|of|anything|more|all))* (this|these|it|that|anything|any|more)( (anymore|any more|on my phone|here|from you|from this number|in my inbox|please|again|at all))+$
      ^(i )?(dont|do not|no longer) (want|need) (this|these|any of this|any of these|these things|this service|this anymore)$
      <stop> <writing>( (me|us|this|everyone|people|because|since|i|im|him|her|my|again|ok))?
      (stop|quit|cease) sending( (me|us|him|her|my _|any|all|so many|this|such|out))*( (these|this|stuff|things|crap|shit|anything|them|it|that|your))*$
      (cease|no more|stop|avoid|without|end|halt|block) (all |any |further )*(communication|communications|contact|contacting)
      <enough> .... <theirs>
      (these|the|your|all|so many|this) <theirs> .... (stop|annoying|sick of|enough|unwanted|too much|too many|driving me|harass*|must end|needs to stop|bother*|unsubscribe|no thanks)
      cease and desist|^no more( (of (these|this|them|those|it|your)|from you|please|thanks|texts))*$|no more (of (these|this|them|those)|from you)$
      <dont> (ever|you|even|dare|keep|bloody|please)? <write>( to)? (<me>|him|her)?$
      <dont> (ever|you|even|dare|keep|bloody|please)? bother (me|us)
      <dont> (ever|you|even|dare|keep|bloody|please)? (<write>|bother|reach out|come back|get in touch)( to)? (<me>|him|her)? <again>
      <dont> (ever|you|even|dare|keep)? <write>( to)? <me> (i|im|its|because|you|this is|we|if|as|at all|or|u|with your|with offers|about your|with any|unless)
      <dont> (ever|keep)? (send|forward|sending|push) (<me>|him|her)?( (any|more|any more|these|this|anything|nothing|stuff|things|your|such))*( (<messages>|these|anything|things|stuff|crap|shit|anymore))( (<again>|(to|on|at) <me>|please))*$
      <dont> (ever|keep)? (send|sending) <me>( (any|any more|more|your))* <messages>
      <dont> (ever|keep)? send (<me>)? (<again>)
      ^(not|no|if you stopped|if you (did not|didnt)|you not|not keep)? (texting|messaging|contacting|messaged|texted|writing) (<me>)? <again>$
      <unwilling> ... <wanted>
      <unwilling>( (to|any|of|these|this|them|get|receive|have|see|the|from|you|more))+ (<again>|from you)
      (dont|no longer|not|do not) (want|wish|like) to (get|receive|see) (any )?(these|this|them|anything|any of this|any of these|any more|anything else)$
      (dont|do not|not) <writing>
      ^(to)?( (how (do|can|could|would) (i|we|you)|how to|i|can i|could i|may i|where (do|can) i|is there a way to|i would like to|me|id like to|let me|want to|please|wish to|whats the way to|trying to|tried to))* unsubscribe( (me|us|my number|this number|from|this|these|here|your|the|all|everything|any|it|whatsapp|messages|texts|list|lists|service|chat|number|alerts|marketing|mailing|updates|offers|immediately|number|my|phone|you|newsletter))*$
      unsubscribe (me|us|this number|my number)|unsubscribe from (these|your|all|this|the) (messages|texts|list|marketing|newsletter|sms|service|chat|alerts|updates|whatsapp|mailing|offers)|unsubscribed (several|many|three|two|twice|already)
      ^(how (do|can) (i|we)|how to|can i|could i|i want to|where do i|im|i am|i|id like to|me|you|please|want to|wish to)* (opt|opting|opted)( (me|us|my number|this number))? out( (please|of (this|these|everything|all|it|here|(<my> )*<messages>|(<my> )*<list>|any|receiving _?)|from (this|these|everything|all|(<my> )*<messages>)))*$
      opt (me|us|my number) out|optout
      (opt|opting) out of (<my> )*(<messages>|<list>|future|texting|receiving|further)
      <delete> <mine>( (off|out|now|please|completely|permanently|immediately|altogether|entirely|today|pls))*$
      <delete> ... <mine> <off> (<my> )*(here|this|everything|<list>|your _|there|it)$
      <delete> ... <mine> <off> (<my> )*(<list>|everything|here|file)
      <delete> ... (me|number|my name|my details|my contact|us) ... (off|from|out of) ... <list>
      ^(i|want|i want|get me|me|take me|to be|to get|be|get|to come|like to be|needs to be|should be|please be|wish to be|asked to be|want to be|need to be)+ (removed|off|taken off|deleted|unsubscribed|off of|removed from|deleted from|taken off of|off from)( <my>)*( <list>)?$
      (removed|taken|take|off|get|come|deleted|out|opt|been|me|us|number|him|her) (off|from|out of|of) (<my> )*(list|lists|database|mailing list|contacts|contact list|broadcast|distribution list|system|records|marketing)( |$)
      ^(off|out of|not on) (<my> )*<list>$
      <delete> (me|us)? (from|off) (all|any|future|further|your|the)* <messages-only>
      leave (me|us|him|her|my _)( (the|hell|fuck|bloody))* (alone|be|in peace)( (<again>|you _|i|im|and|stop|or|with _?))*$
      ^(lose|forget|bin|burn|delete|erase|scrap|throw away) (my|this|the) (number|nr|contact|details)|you (dont|do not) have my (permission|consent)
      ^(do not|dont|no) disturb$|^block (me|my number|this number)$
      (revoke|withdraw|withdrawing|revoking|retract|rescind|cancel|revoked|withdrawn|take back) (my|all|any|the) (consent|permission|authorization|authorisation)
      (right to (object|be forgotten|erasure|opt out)|gdpr|tcpa|spam act|ico|data protection|do not call)
      (report|reporting|reported|sue|block|blocking|blocked|police|lawyer|solicitor|harassment)( (you|u|this|for|as|spam|to|the|this number|them|all))* (if|unless|next time|the next) ... (text|message|contact|write|texts|msg|stop|again|send|sending|call)
      (block|blocking|report|reporting|blocked|reported) (you|this number|your number)( (as spam|for spam|for spamming|for harassment|now|if _ _))*$
      (if you|one more|if i get|next|another) ... (text|message|contact|send|texts|messages|msg) ... (report|reporting|block|blocking|sue|police|lawyer|legal)
      ^i (want|need|would like) out$|^(i )?want out$|^get (me|us) out of (here|this)( <list>)?$|^(not interested )?(take|remove|get|cut|leave) me (off|out)$
      ^(no|zero|too many|so many|enough) (more )?(messages|texts|spam|ads|advertising|marketing|promos|promotions)$
      (cancel|end|terminate|stop|discontinue) (my|the|this|all)?( (subscription|subscriptions))? (to|for|from)?( <my>)* <messages>( (please|to|from|sent|on|immediately))*$
      cancel (my|the)? (whatsapp|text|sms|message|messaging|texting) subscription
      (take|took|takes|taking) (this|my) (number|name|phone|contact) (out|off)
      (not|no longer|isnt|never been|never was|not even|wasnt) (a|your|my|his|her|the)? (customer|client|number anymore|interested) ... (take|remove|stop|delete|off)
      why am i (still )?(getting|receiving|on) (<my> )*(<messages>|these|this|<list>)|why (do|are) you (still )?(keep )?(texting|messaging|sending|spamming|contacting) <me>`,
    unless: `${ceased}
      (dont|do not|wont|never|doesnt|cant|not|didnt|cannot|please dont|without|couldnt) (ever|please|you)? stop
      (did|have|has|had|was|were|are|am|im|havent|hasnt|wasnt|werent|didnt|arent|isnt)( not)? (receive|received|got|get|getting|receiving|contacted|been|hear|heard|sending) ...(yet|your|any|my|the|a|confirmation)
      (how|where) (do|can|did) (i|you) (find|change|update|check|see|use|read|write|pay|book|order|get my|get to|get a|get the)|(change|changed|update|updated) (my|the) (number|phone|details)|(dont|do not|didnt|cant|never|not|havent) (have|got|know|see|find|understand|get|getting|received|receive|read|open|remember) (the|your|any|my|a|that|it)|(send|sent|leave|left|write|get|take|add|put) (me )?(a|another|the) (text|message|msg|reminder|confirmation|photo|link|note)|(call|text|message|contact|reach) (me|us) (on|at|if|when|as soon|once|about|back|instead|tomorrow|in the)|(wrong|my new|my other) (order|number is)|promo code|discount code|to take away
      (class|classes|booking|bookings|order|orders|appointment|waiting list|wait list|waitlist|guest list|membership|gym|course|reservation|queue|breakfast|lunch|dinner|insurance|warranty|delivery|deliveries|cake|parcel|package|invoice|receipt|bill|table|room|lesson|trial|paper|print|printed|upgrade|cover|code|tour|trip|excursion|housekeeping|cleaning|price list|wedding list|wine list|shopping list|list of|bread|loaf|loaves|nuts|onions|deposit|payment|engine|machine|leak|bleeding|smoking|plaque|icing|birthday|wording|drill|saw|gift|photos|email address|old address|old number|tomorrow|voicemail|when its ready|when it is ready|before|until|taxi|shuttle|music|noise|the bus|a bus|bus stop|train|flight|sugar|medication|tablets|pills)`,
    unlessAsked: `
      ^(and|so|but|hi|hello|sorry)* (what time|when|until when|do you|does|did you|did|is there|is it|is this|are there|are these|are you|will|has|was|what happens|how many|how often|how much|how come|if|which|who|do i|should i|where|do the)`,
  },

  goOn: {
    says: `${ceased}
      (dont|do not|wont|never|doesnt|cant|not|didnt|cannot|without|couldnt) (ever|please|you)? (stop|unsubscribe)
      ^(please |pls |could you |can you |would you )*(send|give|show|tell|get) (me |us )?(some |a few |a couple of |a bit |lots )?more
      ^(unstop|un stop)$`,
  },

  optOutUnclear: {
    says: `
    ^(sorry |hi |i think |no )*(you |u |youve |you ve |this is |its |its a |think you )*( (have|got|have got|the|a|texted|messaged))* wrong (number|person)( (mate|sorry|pal|here|mister|dude|bro))*$
    ^(i am|im|we are|were|she is|he is)( (not|no longer|never))+( (been|was))* (a|your|one of your)? (customer|client|patient|guest)( (anymore|any more|of yours|here))*$
    (this|that) number (belongs to|is not|isnt) .... (someone|somebody|else|anymore|any more|hers|his|him|her)|(doesnt|does not|no longer) (use|uses|have|has|own|owns) this number
    ^i (dont|do not|no longer|never) (shop|buy|come|go|stay|live)( (there|here|with you|from you|at your _))+( (anymore|any more|now))*$
      ^(cancel|terminate|cancel (all|everything|it|this|that|me|now|my account|account|the service|service|my subscription|subscription|the subscription|please)|(to )?cancel (everything|it|this)?|delete (everything|my account|all)|close my account)$
      ^((im|i am)? no longer interested|(im|i am|really)? (not interested|uninterested)( (anymore|any more|any longer|at all|in this|in any of this|in your _))?|i am done|im done)$`,
    unless: '^(can i|how|when|what|is|do|does|are)',
  },

  optIn: {
    says: `
      ^<yes>( <yes>)*$
      ^(start|unstop|resume|subscribe|optin|opt in|restart|continue|reactivate|resubscribe|begin)( (me|again|please|it|<messages>|sending|now|texting|messaging|receiving))*( again)?$
      (start|resume|restart|begin|continue|keep) (sending|texting|messaging|writing|contacting|receiving|getting|<messages>)
      ^(start|resume|restart) <messages>
      (get|receive|have|want|hear|see) (from you|<messages>) (again|back)
      (want|like|love|wish|get|receive|have|restore|enable|turn on|switch on|send me) (to)? (get|receive|have|hear|see|be sent)? (from you|<messages>) (again|back|after all|once more)
      (want|like) to (get|receive) (<messages>|your messages)
      (text|message|write|contact|write to) me again
      (sign|opt|put|add|subscribe|let|resubscribe) me (back|up|in|again)
      (subscribe|resubscribe|opt in|optin|opt back in|sign up|rejoin|re subscribe|come back|back in) (again|me|to <messages>)?$
      changed my mind`,
    unless: '(dont|do not|not|never|stop|no longer)',
  },
};
