import type { IntentWords } from './words.js';

/** How people say in English what they want of the bot. */
export const enIntents: IntentWords = {
  classes: {
    stopping:
      '(stop|stops|quit|cease|halt|discontinue|stahp|knock off|cut out|pack in|give up|sick of|sick and tired of|tired of|fed up (with|of|getting|receiving)|enough (of|with)|had enough of|bored of|fuck off with|piss off with|go away with|done with|off with|no more|refrain from|desist from|avoid|opt out of|unsubscribe from|get rid of|put an end to|end|turn off|switch off|disable|mute|pause|suspend)',
    contacting:
      '(texting|messaging|writing|contacting|spamming|bothering|harassing|disturbing|pestering|emailing|whatsapping|pinging|bugging|hassling|calling|reaching out|sending me|sending us|sending him|sending her|sending my|sending these|sending this|sending your|sending messages|sending texts|sending stuff|hearing from you|contact from you|contact me|bother me|contacting us|messages|texts|text messages|spam|ads|adverts|advertising|promos|promotions|your offers|these offers|weekly offers|daily offers|offers to|more offers|marketing|notifications|newsletter|newsletters|whatsapps|communications|updates from you|your updates|these updates|mailings|junk|propaganda|the list|your list|mailing list|this list|sms|broadcasts|your messages|these alerts|your alerts|automated|your reminders|campaigns|this number)',
    unwilling:
      '((dont|do not|no longer|never|didnt|did not|not|wont) (ever |really |even |actually |particularly |wish )?(want|wish|need|care|like|love|agree|agreed|consent|consented|ask|asked|sign|signed|subscribe|subscribed|interested|appreciate|opt|opted|register|registered|request|requested|authorise|authorize|authorised|authorized|give|given|gave)|rather not|prefer not|id rather you|rather you|could i (please )?not|can i (please )?not|may i not|would like not|no need|no interest|no desire|no wish|without (my )?(consent|permission)|please not|like you to not|not to be|no wish to|no permission|be nice not to|good not to|refuse to)',
    wanted:
      '(messages|texts|text messages|spam|promos|promotions|offers|marketing|notifications|newsletter|newsletters|whatsapps|communications|updates from|any updates|more updates|your updates|these updates|hear from|hear anything|hear about your|contacted|messaged|texted|bothered|disturbed|pestered|harassed|spammed|be on your|be on this|be on the list|be on any|me on your|me on the list|me on this|on your list|on the list|on this list|your list|on any list|text me|message me|contact me|write to me|writing to me|texting me|messaging me|contacting me|get these|get this|receive these|receive this|getting these|receiving these|get any of|get them any|get them|anything from you|anything more from|emails|adverts|ads|advertising|sms|part of this|part of your|in your database|your messages)',
    me: 'me|us|to me|my (number|phone|cell|mobile|line|inbox)|this (number|phone|line)|here',
    my: '(my|your|ur|the|these|this|those|all|any|such|so many|further|future|stupid|annoying|that|more|other|random|endless|constant|automated|unwanted|unsolicited|marketing|promotional|promo|sales|text|whatsapp|spam|of)',
    messages:
      '<my>? <my>? <my>? (message|messages|texts|text|msgs|msg|sms|spam|spamming|ads|adverts|advertising|advertisements|promos|promotions|offers|marketing|notifications|alerts|newsletter|newsletters|whatsapps|whatsapp|communications|communication|correspondence|junk|chats|mailings|bulletins|texting|messaging|contact|subscription to (these|your|the) <messages-only>)',
    'messages-only': '(messages|texts|msgs|sms|alerts|notifications|whatsapps|offers|promotions)',
    stop: '(stop|quit|cease|end|halt|discontinue|stopping|stahp)',
    writing:
      '(texting|messaging|writing|contacting|spamming|bothering|harassing|annoying|disturbing|pestering|emailing|whatsapping|pinging|bugging|hassling|msging|messing|calling|blowing up)',
    write:
      '(text|message|msg|write|contact|spam|bother|harass|annoy|disturb|pester|whatsapp|ping|bug|hassle|email)',
    again:
      '(again|anymore|any more|any longer|ever|more|ever again|from now on|in (the )?future|at all|further)',
    dont: '(dont|do not|don t|never|please not|not|cant you not)',
    'dont-want':
      '(dont|do not|no longer|never|didnt|did not) (ever )?(want|wish|need|care|like|consent|agree|sign up|signed up|subscribe|ask|asked) (any|for|to)?',
    list: '((mailing|contact|contacts|marketing|messaging|distribution|broadcast|call|calling|text|texting|sms|whatsapp|phone|subscriber|email)? (list|lists|database|records|system|books|contacts|mailings|broadcast|broadcasts|group|marketing|messages|texts|subscribers))',
    off: '(off|from|out of|of|on)',
    mine: '(me|my (number|no|nr|num|name|phone|phone number|contact|contacts|details|contact details|data|info|mobile|cell|email)|this number|number|us)',
    delete: '(delete|remove|erase|take|get|drop|scrub|exclude|unlist|strike|wipe)',
    talk: '(talk|speak|chat|spk|tlk|speaking|talking|chatting)',
    real: '(real|actual|live|human|living|proper|different|another|a|an|the|your|some|one|of|any)',
    someone:
      '<real>? <real>? <real>? (someone|somebody|anyone|anybody|sum1|some1|person|people|human|humans|human being|agent|operator|representative|rep|advisor|adviser|manager|supervisor|boss|owner|staff|member of staff|staff member|team|colleague|employee|receptionist|reception|assistant|management|customer service|customer support|customer care|support|support team|service team|team member|member of (the|your) team|doctor|dentist|vet|mechanic|chef|consultant|specialist|expert)',
    helper:
      '<real>? <real>? <real>? (person|human|humans|human being|agent|operator|representative|rep|advisor|adviser|supervisor|manager|customer service|customer support|customer care|live chat|live support|live agent|human agent|human support|human assistance|human help)',
    bot: '(a|an|the|this|your|stupid|any|talking to|just|some|with)? (a|an|the)? (stupid|dumb|useless|automated|damn)? (bot|bots|robot|robots|machine|machines|computer|chatbot|chat bot|ai|automated system|answering machine|automatic replies)',
    contact:
      '(call|ring|phone|telephone|contact|get back to|reply to|get in touch with|answer|help|assist|respond to|write to|write|text|message|attend to)',
    want: '(want to|need to|would like to|id like to|wanna|gotta|would rather|id rather|prefer to|would prefer to|like to|wish to|demand to|must|love to|trying to|rather|let me|lemme)',
    may: '(can i|could i|may i|how do i|how can i|how could i|is it possible to|any way to|any chance to|where can i|can we|could we|am i able to|why cant i|any chance i can|is there a way to|i)',
    bad: '(awful|terrible|horrible|horrid|horrendous|disgusting|inedible|appalling|atrocious|abysmal|dreadful|unacceptable|disgraceful|pathetic|useless|ridiculous|shocking|rubbish|crap|crappy|shit|shitty|worst|lousy|disappointing|outrageous|a disgrace|a joke|a scam|a disaster|a nightmare|a rip off|a ripoff|bullshit|a shambles|insulting|poor|very poor|a waste of (time|money)|not good enough|not acceptable|subpar|incompetent|so bad|really bad|very bad|bad|too bad|the worst)',
    spoilt:
      '(hard|cold|stale|burnt|burned|raw|undercooked|overcooked|soggy|dry|mouldy|moldy|rotten|off|sour|dirty|filthy|stained|smelly|rude|unfriendly|unhelpful|unprofessional|tasteless|damaged|faulty|defective|broken|wrong|late|smashed|crushed|melted|lukewarm|noisy|freezing|impolite|salty|too (salty|small|cold|late|hard|sweet)|incomplete|missing|torn|cracked|scratched|disrespectful|nasty|expired|out of date)',
    very: '(so|very|really|absolutely|totally|completely|rock|stone|extremely|just|quite|too|all|such|an absolute|a complete|incredibly|super|truly|honestly|simply|a total|a bit|still|even|a)',
    deed: '(charged|overcharged|forgot|forgotten|ruined|broke|broken|damaged|scratched|lied|lost|messed up|screwed up|ripped me off|cheated|scammed|robbed|destroyed|ignored|hurt|burnt|burned|spoiled|spoilt|insulted|double charged|mixed up|missed)',
    insult:
      '(idiot|idiots|moron|morons|stupid|dumb|useless|asshole|assholes|bastard|bastards|fools|fool|jerk|jerks|liars|liar|thieves|thief|crooks|crook|scammers|scammer|clowns|clown|pathetic|incompetent|trash|garbage|rubbish|ridiculous|terrible|awful|horrible|a joke|the worst|hopeless|worthless|imbecile|imbeciles|bunch of|shit|crap|cheats|a disgrace|disgusting|frauds|cunt|cunts|twat|wanker|wankers|dickhead|prick|rude)',
    span: '(an|one|half an|half a|over|more than|almost|nearly|about|two|three|four|five|six|seven|ten|several|many|a|for|the|2|3|4|5|6|7|8|10|15|20|30|40|45|50|60|90|past|last|hours|all) ',
    time: '(hour|hours|day|days|week|weeks|month|months|minutes|mins|hrs|ages|forever|morning|afternoon)',
    nice: '(nice|good|great|lovely|wonderful|fantastic|happy|merry|pleasant|blessed|safe)',
    yes: '(yes|yeah|yep|yup|yea|ya|yess|yesss|sure|ok|okay|k|kk|okey|alright|all right|absolutely|definitely|certainly|of course|course|go ahead|go on|please do|do it|do that|do so|do|perfect|great|fine|sounds good|sounds great|y|affirmative|why not|correct|right|exactly|i do|i would|id (like|love) (that|it)|i would (like|love) (that|it)|(that|it) (would be|works|is|s)? (good|great|fine|nice|perfect|helpful|lovely|ok|appreciated|okay|brilliant)?|thatd be _|yes _ good|if you (can|could|would)|pass it on|i want (that|it)|that works|please|👍|👌|✅|🙏|😊|☺|❤)',
    no: '(no|nope|nah|na|noo|n|not (now|really|yet|today|necessary|needed|for now|at the moment|at all|interested)|no (need|thanks|thank you|ty|thx|way|problem|worries|not)|never mind|nevermind|nvm|nm|dont (bother|worry|worry about it|do that|do it|want (that|it|to)|need (that|it|to))|its (fine|ok|okay|alright|not necessary|not needed|all right|good|all good)|thats (fine|ok|okay|all|alright|all right|not necessary)|im (good|fine|ok|okay|alright|all set|sorted|not interested)|all good|leave it|forget it|forget about it|i dont|i dont (want|need|think so)( (that|it|to))?|no more|maybe later|later|another time|👎|❌|dont|it doesnt matter|doesnt matter|skip it)',
  },

  spellings: `
    u=you ur=your r=are pls=please plz=please plss=please pleez=please plse=please thx=thanks thnx=thanks tnx=thanks
    ty=thank_you tysm=thank_you txt=text txts=texts txting=texting txtin=texting textin=texting txtn=texting
    mssg=message mssgs=messages mesages=messages mesage=message messges=messages messags=messages msgs=messages
    msg=message msging=messaging messagin=messaging msgin=messaging wanna=want_to gonna=going_to
    dnt=dont don=dont dunt=dont doent=doesnt abt=about nr=number num=number no.=number stpo=stop sotp=stop stp=stop
    tsop=stop stopp=stop sttop=stop stoop=stop unsuscribe=unsubscribe unsubscibe=unsubscribe
    unsubcribe=unsubscribe unsubscrib=unsubscribe unsubsribe=unsubscribe unsub=unsubscribe
    unsubscribed=unsubscribe unscribe=unsubscribe unsibscribe=unsubscribe some1=someone sum1=someone any1=anyone
    ppl=people hav=have hve=have tho=though im=im i'm=im cuz=because bc=because agen=again agn=again w=with sm1=someone smone=someone somone=someone hooman=human hoomans=humans yall=you_all evry=every cld=could wld=would shld=should
    spk=speak tlk=talk hlp=help rly=really 2=2 nd=and agnt=agent hummin=human humen=human persn=person
    plis=please pease=please pleas=please wats=what_is whats=what_is`,

  polite: `
    please|kindly|thanks|thank you|thank you (so|very) much|many thanks|thanks a lot|cheers|hi|hello|hey|hiya|dear|sir|madam|guys|folks|team|mate|sorry|excuse me|ok|okay|well|so|and|but|then|just|now|right now|right away|immediately|asap|at once|already|also|yes|oh|ah|um|look|listen|actually|anyway|simply|really|in advance|seriously|for (gods|goodness|fucks) sake|for the (last|second|third|hundredth) time|once (and for all|again|more)|as soon as possible|hello there|hi there|there
    good (morning|afternoon|evening|day)
    👍|🙏|😊|🙂|😡|🤬|😠|🛑|👋|❤|😤|🙄|✋|‼|❗|😒|😑|😞|😢|😭|🚫|⛔`,

  wishing: `
    (can|could|would|will|can not|cant|wont|couldnt) you (please|kindly|pls|just|all|guys)?
    (i|we) (would|d) like (you)? to|id like (you)? to|i (just|really|only)? (want|need|wish|demand|ask) (you)? to|i want|i need|i said|i (have)? (told|asked|said) (you)? (to)?|i am (asking|telling|begging) you to|im (asking|telling|begging) you to|you (must|need to|have to|should)|you to|i would (really)? (appreciate|prefer) (it)? (if you)?|i demand (that)? (you)?|would you mind|i (hereby)? request (that)? (you)? (to)?|make sure (you|to)|be so kind (as)? to|do me a (favor|favour) and|i beg you|i was hoping to`,

  optOut: {
    says: `
      ^(stop|unsubscribe|optout|stopall) (it|this|that|all|everything|stop|already|means stop|yes|me|all of it|all of this|these)?$
      ^(make it|just|to|be so kind to)? <stop>( (it|this|all|all this|all of this|all of it|that|everything|means stop|them|these|stop|already|now|me|please|the|bloody|with|madness|with it|with this|doing this|this now|bothering))*$
      (thanks|thank you|no|ok|please|gracias|hey|hi|hello|just|must|now|want|said|to|means|and|but|so|number|messages) stop$
      ^(go away|get lost|piss off|fuck off|bugger off|leave me be|make (it|this) stop|quit it|cut it out|knock it off|enough|thats enough|enough (is enough|already))$
      ^(how (do|can|could) (i|you|we)|how to|i want it to|is it possible to|where do i|how do you|whats the way to|is there a way to|tell me how to|way to) (stop|end|quit|cease|turn off|make) (this|these|it|that|them|you|<messages>|all this)( stop| off)?$
      <stopping> ... <contacting>
      <stop> <writing>( (me|us|this|everyone|people|because|since|i|im|him|her|my|again|ok))?
      (stop|quit|cease) sending( (me|us|him|her|my _|any|all|so many|this|such|out))*( (these|this|stuff|things|crap|shit|anything|them|it|that|your))*$
      (cease|no more|stop|avoid|without|end|halt|block) (all |any |further )*(communication|communications|contact|contacting)
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
    unless: `
      (dont|do not|wont|never|doesnt|cant|not|didnt|cannot|please dont|without|couldnt) (ever|please|you)? stop
      (did|have|has|had|was|were|are|am|im|havent|hasnt|wasnt|werent|didnt|arent|isnt)( not)? (receive|received|got|get|getting|receiving|contacted|been|hear|heard|sending) ...(yet|your|any|my|the|a|confirmation)
      why did you stop
      (class|classes|booking|bookings|order|orders|appointment|waiting list|wait list|waitlist|guest list|membership|gym|course|reservation|queue|breakfast|lunch|dinner|insurance|warranty|delivery|deliveries|cake|parcel|package|invoice|receipt|bill|table|room|lesson|trial|paper|print|printed|upgrade|cover|code|tour|trip|excursion|housekeeping|cleaning|price list|wedding list|wine list|shopping list|list of|bread|loaf|loaves|nuts|onions|deposit|payment|engine|machine|leak|bleeding|smoking|plaque|icing|birthday|wording|drill|saw|gift|photos|email address|old address|old number|tomorrow|voicemail|when its ready|when it is ready|before|until|taxi|shuttle|music|noise|the bus|a bus|bus stop|train|flight|sugar|medication|tablets|pills)`,
    unlessAsked: `
      ^(and|so|but|hi|hello|sorry)* (what time|when|until when|do you|does|did you|did|is there|is it|is this|are there|are these|are you|will|has|was|what happens|how many|how often|how much|how come|if|which|who|do i|should i|where|do the)`,
  },

  optOutUnclear: {
    says: `
      ^(cancel|terminate|cancel (all|everything|it|this|that|me|now|my account|account|the service|service|my subscription|subscription|the subscription|please)|(to )?cancel (everything|it|this)?|delete (everything|my account|all)|close my account)$
      ^(no longer interested|not interested (anymore|any more|any longer)|i am done|im done)$`,
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

  person: {
    says: `
      (<want>|can|could|may|might|id prefer|prefer|rather|need|like|love|who can i|who could i|who do i|possible to|way to|want|required|urgently|just|please|trying to|allowed to|able to|better to|easier to|like to|must)( (i|we|not|just|please|to|directly|actually|really|maybe|have|you))* (<talk>|discuss|explain|sort|go over|reach|run|deal|have a word|have a chat|a word|a chat|get through|correspond)( (this|it|that|my _|a _|some _|things|directly|now|about _|about _ _|through|about it|over|in private|quickly|live|out))*( (to|with|2|by))? (one of your (team|staff|people|colleagues)|<someone>)
      (talk|speak|chat|discuss|explain|sort|go over|explained|discussed|do|settle|arrange|deal with)( (this|it|that|my _|to _|to|with|things|someone|somebody|you|about _|about _ _))* (over|on|by) (the )?(phone|telephone)
      (love|want|like|appreciate|get|have|need|arrange|request|prefer|expect|await|schedule|possible|waiting for)( (to|get|have|receive|a|quick))* (call|phone call|callback)( (from (you|someone|somebody|your _|the _)|please|back|instead|today|about _ _|on _ _|asap))*$
      (get|give|find|send|have|want|need|fetch|gimme|show|pass me to|speak to|talk to)( me| us)?( a| the| an| some)? (real )?(person|human|someone|somebody|human being) (who|that|with|capable|in charge|real|actual|competent|else|now|instead|please)
      ^(_ )?(can|could|may|might|please|i|want|need|get|have|give me|is|there|hi|hello|like|a|an|the|any|talk|speak|to|with|id|would|me|real|just|some|no|actual|kindly|now|let|reply|from|transfer|chat|live|connect|ask|for|see|where)* (human|humans|human being|real person|live person|actual person|live agent|live human|real human|live operator|human agent)( (please|now|here|reply|help|support|being|beings|to talk to|to speak to|available|there|agent|at all|asap|on this|on the line|in here|available|answer|contact|respond|instead|not a _|not _|this time|to help|me|with this|assistance|who _ _ _?))*$
      (dont|do not|not|no|hate|sick of|tired of|instead of|rather than|fed up with|fed up of|enough of|stop|done with)( (want|like|this|a|an|the|your|your stupid|with|to|talk|speak|deal|talking|speaking|dealing|chat|be|these|stupid|any|more|having|using|answers from|replies from|be answered by|answered by))* (bot|bots|robot|robots|chatbot|ai|automated (replies|answers|messages|responses)|machine (answering|talking|replying|writing)|computer (answering|talking|replying|writing)|machine$)
      (is|are|does|do|will|can|could|has|would|did)( (there|any|some|even|not|no|ever))* (<someone>)( (actually|really|even|ever|going to|gonna|real|human|there|at all))* (read|reads|reading|reply|replies|respond|responds|responding|answer|answers|answering|monitor|monitoring|look|looking|see|sees|check|checking|help me|assist me|attend|listening|be able to help|going to answer)( (these|this|me|to me|to this|my|messages|at|here|chat|my messages|in|on|with _?))*$
      (can|could|would|will|please|may|might|want|need|like|let|ask|have|get|tell|hope|possible for)( (please|you|i|to|your|the|a))* (<someone>)( (from _ _|on duty|please|to|there|at _ _|in charge|else|who _ _))* (call|ring|phone|message|text|contact|write to|get back to|get in touch with|reply to|email|look at|look into|reach out to|help|assist) (me|us|this|my|with)( (please|back|this|about|on|with|now|today|directly|message|_))*$
      (personally|in person|to a person|a person) (please|from your|on your|in your|at your|who)
      ^(a|an|the|any|talk|speak|with|to|not)* <helper> (now|here|required|needed|wanted)?$
      ^(<someone>)( real| human| there| here| around| available)$
      ^(real|live|actual|human) (someone|person|people|agent|support|help|staff|assistance|contact|service|operator|rep|representative)$
      ^<may>? (<want>)? <talk> (directly )?(with|to|2)? <someone>
      ^<may>? (<want>)? (reach|contact|get hold of|get through to|find|get|have) <real>? (real|live|human|actual)? <helper>
      ^<may>? (<want>)? (<talk>|speak|reach|get|contact)( a| to a)? human
      (want|need|like|prefer|rather|demand|wanna|love|have|try|trying|tried|allowed|possible)( to| 2)? (directly )?<talk> (with|to|2)? <someone>
      (want|need|like|prefer|rather|give me|get me|demand|send me|find me|require|gimme|bring me|fetch me|connect me to|connect to|with)( to have| to see| to get)? <real>? (real|live|human|actual) (person|human being|human|agent|someone|people|operator|representative|rep|staff|staff member|employee)
      ^(want|need|prefer|id prefer|i prefer|i would prefer|rather|give me|get me|demand|i want|gimme|get)( to have| to get)? <helper>$
      (give me|get me|i want|i need|id prefer|prefer|gimme|get|i require|send me|rather have) <helper>$
      (give|get|send|gimme|find) me <helper>
      (want|need)( help from| a reply from| an answer from| a response from| support from| assistance from)? (a|an|the|your|some)? (human|human being|person|real person|agent|operator|representative|advisor)( to (<contact>|talk|speak|help) ...)?$
      (connect|transfer|redirect|forward|put|pass|hand|patch|escalate|switch|refer|direct|escalating|connecting|route|get)( me| us| it| this)?( over| on| through| in touch| up)? (to|with) <someone>
      ^(please)? (call|ring|phone|telephone)( me| us)( back| up)?( on| at| about| when| now| today| tomorrow| please| this| soon| urgently| as| in)*( (this|my|the|number|phone|order|booking|you can|you get|possible|_))*$
      ^(callback|call back)( please)?$|^(a |request a |want a |need a )?(call back|callback|phone call)$
      (get|have|want|need|like|request|arrange|expect|schedule) (a )?((callback|call back)|callback|phone call|call) (from|please|$)
      give (me|us) a (call|ring|bell|buzz|phone call|callback)
      ^(can|could|will|would|may|might|please|i want|i need|id like|i would like|let|have|ask|get|tell|make)*( please)? <someone>( from (your|the) (team|staff|company|shop|office|side))?( who is in charge| in charge| there| please| real| to)* (to )?<contact> (me|us)
      (can|could|will|would|want|need|have|ask|get|like|let|tell|there) (please )?<someone>( from (your|the) (team|staff|company|shop|office|side))? (to |please )?(call|ring|phone|contact|get back to|get in touch with|reply to) (me|us)
      ^(hello|hey|hi)? (is|are)? (there)? (any|a|some)? (one|body|anyone|anybody|someone|somebody|real person|human|humans|person|live person|real people|actual person|real human|live agent|agent)( real| human| alive)? (at)? (there|here|home|online|reading|reading this|listening|around|available|available to talk|on the other (end|side)|behind (this|the) _|i can (talk|speak|chat) (to|with)|who can help( me)?|to (talk|speak|help)( to| me)?|answering|working|with a pulse)?( now| right now| today)?$
      ^(is|are) (there)? <someone> (available|free|there|around|online)( to (talk|speak|help|chat|assist)( to| with)?( me)?)?$
      i can (talk|speak) to$
      (dont|do not|hate|sick of|tired of|done|instead of|not|no more|stop)( want)?( to)? (talking|talk|speak|speaking|chat|chatting|deal|dealing)( to| with) <bot>
      ^(not|no|no more|enough|im not|i dont want|dont want|stop the|stop this) <bot>$
      (want|need|like) (some )?(human|real|live|personal) (help|contact|support|assistance|attention|interaction|being)
      (your|the|a) (supervisor|manager|boss) (now|please)?$
      ^(customer (service|support|care)|support|live chat|helpdesk|help desk|front desk|reception|management|real help|staff|human help|human support|support team)( agent| team| rep| representative| person| please)?$
      ^<may>? (<want>)? (talk|speak)( to| with| 2)?( customer)? (service|support|reception|staff|management|sales)
      (in touch|touch base) with (<someone>|your team)
      in charge (call|contact)`,
    unless: `
      ^(and|so|but)? (do|does|did|should|must) (i|we) (really|still)? (need|have|got|want|speak|talk|call)
      (speaks|speak|talk|talks|talking|speaking) (english|spanish|french|german|italian|portuguese|catalan|arabic|chinese|polish|russian|dutch)
      (pick up|collect|pick it up|deliver|bring|carry|install|fix|repair|clean|check my|measure|another person|else|come (and|to|out)|drop|lift|guide|translate|show me how|meet me|meet us|take me|help (with|me with) (the|my) (luggage|bags|suitcases|machine))
      (call|ring|phone|text) (me|us) (a|an|the) (taxi|cab|uber|doctor|ambulance)
      (call|ring|phone|contact|text|message) (me|us) (when|once|if|after|as soon|before|until|on arrival)
      (real estate|insurance|travel|estate|cleaning|letting|ticket|shipping|customs|booking) (agent|agents|representative)
      human (resources|hair|rights|body|remains|consumption|anatomy|size)
      (hours|opening|when|price|cost|salary|phone number|number|email) (of|for)? (customer|manager)
      customer (service|support|care) (hours|number|phone|email|in|policy|job|jobs|open)
      (called|call me|name|calls) (_ by)
      ^(who|what|whats|which|whose|when) 
      (on|at|by) (sunday|sundays|monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|saturday|saturdays|weekends|night|midnight|christmas|holidays|home)
      (someone|somebody|anyone|anybody|a person|staff) who (speaks|speak|can|does|knows|do|repairs|fixes)
      (dont|do not) (call|phone|ring|contact)`,
  },

  complaint: {
    says: `
      ^what a (joke|disgrace|shambles|rip off|ripoff|waste|disaster|scam|mess|farce|nightmare|disappointment)|(bloody|so|totally|absolutely|completely|utterly|freaking|fucking|damn) (useless|hopeless|pathetic|stupid|ridiculous|incompetent)
      (third|second|fourth|fifth|nth|2nd|3rd|4th|5th|umpteenth|twice|every|again) time ... (missing|wrong|late|broken|happen|happened|happens|forgot|forgotten|mistake|problem|cold|burnt|stale|this)
      ^(the )?wrong (order|item|size|cake|food|delivery|thing)( again| sent| delivered| came| arrived)*$
      (got|became|was|were|is|been|felt|fell|made|gave) (me |him |her |us |my _ |really |very |so )*(sick|ill|poisoned|food poisoning|diarrhoea|diarrhea|stomach ache|a stomach bug) ... (your|after eating|from the|from eating)
      (you|u|your _|the _ you|which you)( _)? (rented|sold|gave|hired|sent|delivered|repaired|fixed|installed|fitted|made|did|brought|lent|left|served|cleaned)( (me|us|it|out|to me|for me|for us))* ... (doesnt work|didnt work|not working|broke|broken|faulty|stopped|leaks|leaking|fell|ruined|is missing|was missing|wrong|dirty|never|useless|dead|doesnt|wont start|too small|still|cold|stale|off|burnt)
      (no one|nobody|noone) ... (cares|cared|care|bothered|listens|listened|helped|helps|interested|answers|answered|replied|told us|told me|apologised|apologized|around|came)
      (promised|said|told me|told us|assured|guaranteed)( _)? ... (and|but) (nothing|no|still|never|nobody|havent|hasnt|didnt|it never|you never|its not|it hasnt)
      (stank|stinks|stunk|reeked|smelled of|smelt of|infested|crawling with|covered in|full of) (of )?(damp|smoke|sewage|mould|mold|piss|urine|bugs|ants|dust|hair|dirt)?|^(the )?_ ?(room|bathroom|place|bed|kitchen|toilet) (stank|stinks|reeked)
      (ruined|spoiled|spoilt|wrecked) (my|our|the) _
      (squashed|crushed|smashed|melted|soaked|leaking|in pieces|upside down|half eaten)( really| very| so)*( disappointed| upset| angry)?$
      (make|file|lodge|register|raise|submit|have|leave|put in|place|got|send) (a|an|my|another)? (formal|serious|official)? complaint
      ^(a )?(complaint|complaints|formal complaint)$|want to complain|like to complain|(im|i am|here) complaining
      (want|demand|give me|need|like|expect|get|return|wheres|where is|have) (a|my|our|all my)? (full|immediate|complete)? (money back|refund now)
      (want|demand|expect|need) (a|my|our)? (full|immediate|complete)? refund$
      (fuck|fucking|fck|wtf|bullshit|asshole|bastards|bollocks|fck|motherfucker|bitch|piss off|go to hell|screw you|damn you|the hell is my|the hell are you|what the hell|shut up)
      ^(you|u|youre|you are|you guys are|you people are|you lot are|you are all|what|such|bloody|this bot is|the bot is|your bot is|bot is|this thing is|this is|stupid|dumb|useless|what a|a|absolutely|just|you are such|all|totally|so|this chat is|are you)* (<very>)? <insult>( bot| robot| machine| chatbot| people| company| shop| business| thing| ai| assistant| service| you| lot)?( all| lot)?$
      (you|youre|your) (are |guys are |people are |all |guys |lot )?(<very>)? (idiots|idiot|morons|useless|thieves|liars|crooks|scammers|incompetent|pathetic|clowns|a bunch of|stupid|robbers|cheats|frauds|a disgrace|the worst|ridiculous|hopeless)
      (bot|robot|chatbot|machine|assistant|ai|chat) (is|are|s) (<very>)? (useless|stupid|dumb|rubbish|crap|shit|hopeless|terrible|awful|no help|a joke|bad|garbage|trash|pathetic|annoying|worthless|no good|not helping|a waste _ _)
      (useless|stupid|dumb|rubbish|hopeless|pathetic|shitty|crap) (bot|robot|chatbot|machine|assistant|ai|chat|service|company|shop|place|business)
      (suck|sucks|sucked)$
      you (dont|do not|cant|never|are not|arent|didnt|havent|couldnt|wont) (even )?(help|helping|understand|understanding|care|answer|answering|respond|listen|know)( me| anything| at all| a thing| shit| nothing| any)*( at all)?$
      (you are|youre) (no|not any|not much|zero) (help|use)|not (helpful|helping)( at all)?$|no help at all
      (this|that|it|your|the|service|everything|whole|its|thats|experience|simply|just|really)( service| place| shop| food| staff| company| experience| hotel| is| was| situation| behaviour)* (is|was|s|are|were|its|thats|this is|has been)? (<very>)* (unacceptable|disgraceful|outrageous|ridiculous|pathetic|appalling|disgusting|a disgrace|a joke|a scam|a disaster|a rip off|a ripoff|bullshit|not acceptable|not good enough|a shambles|shameful|insulting|a nightmare|scandalous|beyond a joke|the worst|terrible|horrible|awful|so disappointing|shocking|atrocious)$
      ^(what|such|so|really|very|simply|absolutely|truly|an|a|just|how)* (terrible|horrible|awful|worst|appalling|disgusting|unacceptable|disappointing|disgraceful|ripoff|rip off|scam|disgrace|pathetic|ridiculous|shameful|shambles|waste of (time|money)|disappointment|terrible|poor|bad|lousy|crap|rubbish|shit|shitty|joke)( service| bakery| experience| food| place| shop| hotel| company| customer service| quality| attitude| restaurant| support| staff| ever| show| ive ever| i have ever| in| of| all| my| life| had| the| town| city| seen)*$
      worst _ (ever|ive|i have|in)|worst (service|food|experience|place|hotel|company|meal|stay)
      (terrible|horrible|awful|appalling|dreadful|atrocious|disgraceful|shitty|crappy|lousy|poor|bad|abysmal|shocking|rude|worst) (service|customer service|experience|quality|attitude|treatment|staff|communication|workmanship|job)
      (service|staff|experience|food|waiter|waitress|driver|receptionist|quality|attitude|meal|communication|delivery|repair|treatment|stay|work|manager|courier|cashier|visit|haircut|cake|bread|soup|room|coffee|job|order|pizza|meat|fish|dinner|lunch|breakfast|everything|they|he|she|it|employee|guy|lady|girl|man|woman|person|technician|mechanic|dentist|doctor|nurse|team|place|hotel|bathroom|shower|sheets|towels|bed|beds|chicken|chips|salad|dish|product|item|package|parcel|box|colour|color|size|croissants|croissant|pastries|rolls|sandwich|burger|steak|rice|pasta|egg|eggs|milk|cheese|fruit|dress|suit|shoes|flowers|bike|car|phone) (was|were|is|are|arrived|came|has been|had been|have been|came out|turned up|got here|tasted|smelled|smelt|looked|looks|felt|tastes|smells)( here| there| in| at| today| yesterday| last night| all| this morning)* (<very>)* (<bad>|rude|unfriendly|unhelpful|unprofessional|inedible|mouldy|moldy|stale|burnt|burned|raw|undercooked|overcooked|soggy|rotten|filthy|stained|tasteless|disgusting|damaged|defective|lukewarm|crushed|smashed|late again|disrespectful|nasty|impolite|rock hard|like (a rock|cardboard|rubber|plastic)|expired|out of date|disappointing|dishonest|incompetent)
      (was|were|arrived|came|has arrived|turned up|delivered|got here|have arrived) (<very>)* (<very>)? (<spoilt>)( to (me|us|my)| again| and| when| on| inside| with| but|$)
      (hours|hour|days|day|weeks|minutes|mins) (late|overdue)
      (order|delivery|parcel|package|food|cake|pizza|dress|driver|item|taxi|it|that|stuff|money|refund|shipment|courier|technician|plumber|engineer)( from (you|last _))? (still )?(never|hasnt|havent|has not|didnt|did not|has still not|still hasnt|still has not|still not|not) (even )?(arrived|arrive|come|came|turned up|show up|showed up|shown up|delivered|been delivered|appeared|been refunded|got here|reached)
      (order|delivery|parcel|package|food|refund|money|cake|dress)( is)? (still )?(missing|lost)|half (of )?(my|the|our) order
      (i|ive|we|weve|im|have|has|am|been)* (waited|waiting|been waiting|queued|queuing|on hold|standing here)( here| outside| in line| for)* <span>(<span>|<time>)
      (waiting|waited)( for)? (ages|forever|hours|days|weeks|too long|so long|over)
      (nobody|no one|noone|no body|not one)( at your _| there| in your _| of you| has| have| ever| even| from your _| is)* (answer|answers|answered|answering|picks up|pick up|picked up|replies|replied|reply|came|come|called|calls|responds|responded|helps|helped|cares|care|turned up|showed up|got back|contacted|told|wants|bothered|picking up)
      (keep|keeps) (ignoring|hanging up)|ignoring me|hung up on me
      (you|they|u|your _|someone|the _|your guys|youve|theyve)( have| has| guys| people| all| totally| completely| really| just| already| even)* (charged|billed|debited) (me|us|my card) (twice|two times|double|three times|too much|extra|more|wrong|wrongly|again|for (something|nothing|a|an|the))
      (ive|i|we|was|been|have|got|were|im|being)* (overcharged|double charged|charged (twice|double|two times|too much|wrong|wrongly|for (something|nothing|things))|ripped off|scammed|cheated|robbed|conned|shortchanged|short changed|billed twice)
      (you|they|u|youve|theyve)( have| guys| people| all| totally| completely| really| just| already| even)* (sent|gave|delivered|brought|served|made|given|sold|put|did|installed|fitted)( me| us| out)?( the| a| my)* (wrong|incorrect|broken|faulty|rotten|expired|stale|damaged|bad|spoiled|different|not what)
      (got|received|have|given|was sent|been sent|it is|its|this is|thats) (the |my )?(wrong|incorrect) (order|size|cake|item|one|colour|color|food|thing|product|parcel|change|dish|shoes|flavour|delivery|part|parts|medicine|room|key|meal|pizza)
      (you|they|u|youve|theyve|your _|the (waiter|driver|mechanic|dentist|cleaner|guy|courier))( have| guys| people| all| totally| completely| really| just| already| has)* (forgot|forgotten|ruined|lied|messed up|messed|screwed up|screwed|broke|scratched|destroyed|hurt|burnt|burned|spilled|stained|insulted|ignored|cheated|scammed|robbed|lost|damaged|shouted at|yelled at|left out|mixed up|missed|cancelled my|swore at|laughed at|killed|stole)( to)? (me|my|our|us|to|the|half|part|it|up|everything|at|one|two|a)
      lied to (me|us)
      (there was|there were|i found|we found|found|there is|there are|had) (a|an|some|another|two|bits of|pieces of)? (hair|hairs|bug|bugs|fly|insect|insects|cockroach|cockroaches|plastic|glass|mouse|mould|mold|worm|worms|stone|bedbugs|bed bugs|rat|maggot|spider|ants|nail|metal|blood|slug|caterpillar)
      (got|was|been|were|fell|felt|am|made me|became|have been) (very|really|so|violently)? (sick|ill|poisoned|food poisoning) (after|from|because|since) 
      food poisoning (from|after)|gave me food poisoning
      (i am|im|we are|were|ive been|i was|i feel|feeling|was|so|very|really|extremely|deeply|quite) (<very>)* (disappointed|furious|angry|fuming|livid|unhappy|not happy|upset|fed up|outraged|disgusted|frustrated|dissatisfied|not (at all )?(satisfied|pleased|impressed)|annoyed|pissed off|pissed)( with| about| at| by|$| i| that| because| and)
      (never|not|wont be|will not be|wont|will never|wont ever) (be )?(coming|come|going|buying|buy|ordering|order|shopping|shop|return|returning|eat|eating|use|using|book|booking|go|recommend|recommending) (back|again|here again|there again|from you|with you|anything)
      shame on you|you should be ashamed|rip off|ripoff|daylight robbery|waste of (time|money)
      paid( _)?( _)?( _)? (and|but) (got|received|i got|havent|never|nothing|no|not|didnt|still|i havent|i never|they|you)
      (it|that|which|they|he|she|watch|phone|bag|chair|zip|zipper|toy|screen|strap|handle|heel) (broke|stopped working|fell apart|came apart|died|snapped|ripped|tore) (after|again|within|the (first|next|same)|straight away|already|in (two|a|one|less)|on the first|immediately)
      (repair|fix|treatment|filling|work|job|service|part|cure)( you did| you made)? (didnt|did not|has not|hasnt|doesnt|failed)( work| last| help| hold)?
      (leaking|broken|making|doing it|failed|not working|stopped working)( the same noise)? again
      (asked|ordered|paid|booked|requested) (for )?... (and|but) (you|got|they|i got|received|we got|i received)( gave| sent| brought| me| us)*
      (called|phoned|rang|emailed|written|wrote|messaged|texted|asked|tried|contacted)( you| them| to call)? (<span>)?(five|three|four|two|ten|several|many|2|3|4|5|6|10|a hundred)? times (and|but|already|no)
      (still|yet)? (no|havent (had|got|received)) (an answer|answer|reply|response|refund|any (answer|reply|response|refund)|my (refund|order|money|parcel|package|delivery|food))( yet| since| from| for|$)
      (hurt|injured|burned|burnt|cut) me
      (missing|short) (from|in) my (order|delivery|parcel|bag)
      (never|not) (again|ever again)$`,
    unless: `
      ^(and|but|so)? (what if|what happens|if|how do|how can|how much|when do|when can|should i|which|where can|where do|whats the|what is the|what are|in case)
      (i|ive|i have|my _|we) (was|were|broke|lost|ordered the wrong|am late|forgot|dropped|cracked|scratched|bought the wrong|came late)
      ^(and|hi|hello|so|but|hey)? my (tooth|teeth|back|knee|head|stomach|throat|eye|ear|car|phone|laptop|washing machine|dishwasher|fridge|boiler|heating|tv|computer|printer|bike|toilet|tap|sink|son|daughter|dog|cat|baby|child|wife|husband|skin|leg|arm|foot|shirt|carpet|wifi|internet|bread|hair|engine|brakes|battery|screen|watch|shoes|dress|coat|jacket)
      (pain|ache|toothache|headache)
      (can you|could you|do you) (fix|repair|clean|remove|mend|help)
      sorry|how much
      (still|already) (waiting for my (results|turn))|waiting for (this|that) (day|moment)|waiting list`,
    unlessAsked: `
      ^(and|but|so)? (is|are|do|does|did|can|could|how|when|should|would|will|may|who|has my|have you|was|were|what (do|does|if))`,
  },

  yes: {
    says: `
      ^<yes>( <yes>)*( (i|it|we|that|please|id|would|like|love|want|you|can|could|do|to|me|be|helpful|great|a|person|the|team|someone|with|talk|speak|pass|on|send|no|more|messages|stop|them|opt|out|remove|unsubscribe|yes))*$
      ^(please )?(pass|send|forward|give|tell|hand|transfer|connect|put) (it|that|this|me|them)?( on| over| through)?( to (a|the|your|them|someone)( person| team| human| staff)?)?$`,
    unless: '(dont|do not|but|not|no need|instead)',
  },
  no: {
    says: `
      ^<no>( <no>)*( (i|im|its|it|thats|that|please|want|good|fine|ok|okay|all|you|for|now|thanks|thank|dont|need|anyone|anybody|anything|to|talk|anymore|a|person|just|was|keep|them|sending|messages|like|getting|the|not|at|moment|right|today))*$`,
    unless: '(asked|meant|question|instead|wanted)',
  },

  correction: {
    says: `
      ^(no )+not (the|that|this|my|a) _( _)?$
      ^(no )?(wrong|incorrect|nope|no no) (im|i am|i was|i) (talking|asking|referring|asked|meant|mean)( about| for| to)?
      ^(i )?(asked|meant|wanted|said|was asking|am asking)( about| for)? (something|sth) (else|different)$
      ^(no|nope|sorry|but|wait|hey)*( no)? (thats|that is|this is|its|that was|it is|this isnt|that isnt|that wasnt|this wasnt|it isnt|thats really|that s|its really) (not|nothing like|no)? (what i|my|the|an|a|to|how) (asked( for| about| you)?|question|meant|said|wanted( to know)?|was asking( for| about)?|am asking|mean|want( to know)?|answer( to my question)?|requested|need|wrote|was (looking|after)( for)?)
      ^(no|nope|sorry|but|wait|hey|that)*( no)? (not|isnt|wasnt) what i (asked( for| about)?|meant|said|wanted( to know)?|was asking( for| about)?|mean|want|need|wrote)
      ^(no|nope|sorry|but|wait|hey|not that)*( no)? (i|what i) (meant|mean|was asking|am asking|asked|was talking|am talking|was referring|am referring|actually meant|really meant)( was| is)?( about| for| to| if| you about| you if| you for)?
      ^(no|nope|not that) (i|what i) (want|need|wanted|needed|asked)( to know)?( is| was)?( about)?
      ^(no|nope|sorry|but)*( no)? (that|this|it|you) (doesnt|does not|didnt|did not|dont|do not|havent|have not|hasnt) (really )?(answer|answered|address) (my|the|what) (question|i asked)
      ^(no|nope|sorry|but|wait|you)*( no)? (you )?(misunderstood|misread|got (me|it|that) wrong|didnt understand|did not understand|dont understand|havent understood|didnt get|dont get|didnt read|arent understanding|are not understanding|mixed up)( me| my question| it| that| what i (asked|meant|said)| the question)?
      ^(no )?(wrong answer|thats wrong|that is wrong|thats not it|that is not it|thats not right|that isnt right|not that|not that one|thats incorrect|thats not true|wrong one|not this|incorrect|thats not the one)$
      ^(no |sorry )?(i )?(wasnt|was not|am not|im not|didnt|did not|dont|isnt|not) (asking|ask|talking|talk|mean|meaning|referring)( about| for| to)? ...(i am|im|i was|i|but)? (asking|asked|ask|talking|meant|mean)( about| for)?
      ^(no |sorry )?(i )?(wasnt|was not|am not|im not|didnt|did not|not|isnt) (asking|ask|talking|mean|meaning|referring)( about| for| to)? (that|this|it|the _|_)$`,
    unless:
      '^(what|how|who|why|when|if|did|do|does) |meant to (book|order|ask|be|buy|pay|cancel|come|call|send|have)|i asked (for|to) (a|an|be)',
  },

  bot: {
    says: `
      ^(hi|hello|hey|so|and|wait|but)*( are| is|r|am)? (you|u|this|it|that|i)? (am|are|is)?( just| really| actually| even| talking to| speaking to| speaking with| talking with| chatting with| chatting to| like)*( a| an| the| some| with a)? (real |live |actual |human |stupid )?(bot|robot|machine|computer|chatbot|ai|human|person|human being|automated system|automaton|chatgpt|gpt|artificial intelligence|automatic|automated|real|llm|chat bot|virtual assistant)( or (what|not|a|an|just|the|human|bot|robot|real|person|machine|computer|chatbot|ai))*$
      ^(who|what) (are|r) (you|u)( exactly| really| called)?$|^(whats|what is) your name$
      ^(who|what company) (made|built|created|programmed|trained|designed|owns|invented) (you|u|this bot|this chatbot)
      ^(which|what) (ai|llm|language)? (model|version) (are you|do you use|is this)
      (previous|earlier|prior|above|your|all|system|original|initial) (instructions|prompt|prompts|rules|programming)$
      (system prompt|your prompt|previous instructions|your instructions|instructions above)
      ^(do you|can you) (have feelings|feel|think|dream|sleep|love me|get tired|have a name)$
      ^(how old are you|where do you live|do you sleep|are you (married|single|alive|conscious|sentient|hungry|tired|smart|happy)|how smart are you|do you love me|i love you|marry me)$
      ^(you are now|pretend|act as|roleplay|ignore all)`,
    unless: '(open|rent|hire|repair|sell|vacuum|want a (person|human)|clean)',
  },

  courtesies: {
    greeting: `
      (hi|hello|hey|hiya|heya|howdy|yo|sup|greetings|hello there|hey there|hi there|hi all|hello everyone|hi guys|morning|evening|afternoon|gm|whats up|how is it going|hows it going|how are (you|u|things)( doing)?( today)?|how do you do|nice to meet you|good day|good (morning|afternoon|evening)( to you| all| everyone)?|👋|happy (monday|friday|weekend))`,
    thanks: `
      (thanks|thank you|thank u|thankyou|thanx|cheers|ta|thnks|tks|ths|much appreciated|appreciated|appreciate it|i appreciate (it|that|your help)|many thanks|thanks a (lot|million|bunch|ton)|thank you (so|very) much|thanks (so|very) much|tyvm)( for (your|the|all|all your|all the|that|everything|this|letting|getting|being|helping|replying|answering|so|it)( quick| kind| fast| great| prompt| useful| me know| back to me| me| help| reply| info| information| answer| response| support| time| patience| assistance| service| helpful| attention| your| much)*)?( again| anyway| then| in advance| so much| very much| a lot| mate| man| a million| everyone| all| guys| bro)*
      (you are|youve been|youre|you have been|that was|this was|very|so|really|most|super|extremely|its|that is|thats|that s|been|you were) (a )?(very|so|really|most|super|extremely|too|great|been)*( )?(kind|helpful|great|useful|nice|sweet|star|legend|lifesaver|amazing|the best|good help|awesome|wonderful|lovely|helpful indeed)
      (great|good|excellent|amazing|fantastic|brilliant|perfect|awesome|wonderful|nice) (service|help|job|work|answer|bot|info)
      (god )?bless you|🙏|❤|💕|😍|🥰|😘|💖|💐|🌹|♥|💙|💚|💛|🧡|💜|🤗|you (rock|rule)|well done|good (bot|job)|love it|love you guys`,
    goodbye: `
      (bye|goodbye|bye bye|byebye|cya|ciao|ttyl|see (you|ya|u)( all)?( later| soon| then| tomorrow| there| around| tonight| next week| next time| on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)| monday| tuesday| wednesday| thursday| friday| saturday| sunday)?|talk (to you )?(later|soon|tomorrow)|speak (soon|later|tomorrow)|later|laters|take care|cheerio|farewell|until (then|tomorrow|next time)|till (then|tomorrow)|good ?night|night|nite|sleep well|all the best|best (wishes|regards)|kind regards|regards|so long|stay safe)
      ((i )?(hope you )?have|enjoy)( a| an| the| yourself| yourselves)*( very| really| most)*( <nice>| amazing)?( day| evening| weekend| night| one| week| time| afternoon| morning| christmas| holiday| holidays| easter| rest of (your|the) _)*( too| as well| everyone| all| ahead)*
      (merry christmas|happy (new year|christmas|easter|holidays|weekend)|same to you|(and )?(you|u) (too|as well)|likewise|you too)( everyone| all| to you| too| and a happy new year)*`,
    assent: `
      (ok|okay|k|kk|okie|okey|oki|okay dokey|alrighty|fine|great|perfect|lovely|brilliant|excellent|awesome|amazing|wonderful|fantastic|super|cool|nice|nice one|good|very good|very well|all good|no (problem|problems|worries|prob|rush|need)|np|sure|sure thing|right|righto|right then|understood|understand|i understand|i see|noted|got it|got that|gotcha|roger|makes sense|fair enough|sounds (good|great|perfect|fine|lovely)|that is (fine|great|good|perfect|ok|all|it|everything|all i need|all i needed|okay|alright|lovely)|thats (fine|great|good|perfect|ok|all|it|everything|all i need|all i needed|okay|alright|lovely|all for now|all then|it then)( for now| then)?|its (fine|ok|okay|all good|alright|good)|works for me|deal|done|will do|good to know|oh|ah|aha|oh ok|ohh|hm|hmm|mm|wow|yay|ha|haha|hahaha|hahahaha|lol|lmao|rofl|hehe|heh|xd|😂|🤣|😅|😄|😀|😃|😁|😊|🙂|☺|😉|👍|👌|👏|🎉|✅|💪|💯|🙌|😎|✔|🔥|😋|🤝|🫡|😇|🤩|ok then|will be there|well noted|no more questions|nothing else|nothing more|all set|all clear|crystal clear|i (will )?let you know|ill let you know|ill think about it|let me think( about it)?|no i am good|im good|im fine|im ok|i am fine|not at the moment|not now|not (today|right now)|no thats (all|it)|no that is all|you are welcome|youre welcome|welcome|my pleasure|dont mention it|no thanks|no thank you|no thx|no ty|nothing|never ?mind|nevermind|nvm)( then| for now)?`,
  },
};
