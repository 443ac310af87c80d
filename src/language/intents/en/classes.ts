import type { IntentWords } from '../words.js';

/** Words of English that mean the same, or take the same place in a sentence. */
export const enClasses: IntentWords['classes'] = {
  enough:
    '(stop|stopped|stopping|quit|cease|halt|no more|not any more|dont|do not|never|no longer|not want|not wish|remove|removed|delete|deleted|take|taken|get|erase|leave|unsubscribe|opt|cancel|end|discontinue|sick of|tired of|fed up|enough|annoying|annoyed|harassing|unwanted|unsolicited|without|not interested|not a customer|block|report|too many|rid)',
  theirs:
    '(text me|texting me|texts|texting|message me|messaging me|messages|messaging|contact me|contacting me|contacted|msgs|sms|spam|spamming|spammed|promos|promotions|marketing|ads|adverts|advertising|mailing list|your list|this list|the list|your lists|distribution list|contact list|your database|the database|your system|your contacts|my number|this number|my details|my contact|my phone number|hear from|notifications|newsletter|newsletters|your offers|weekly offers|whatsapps|broadcasts|bother me|bothering me|bug me|bugging me|write to me|writing to me|sending me|send me any|send me more|send me these|send me this|send me stuff|send me anything|send me your|these updates|your updates|this chat|this group|pestering|harassment)',
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
    '(text|message|msg|write|contact|spam|harass|annoy|disturb|pester|whatsapp|ping|bug|hassle|email)',
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
  reaching:
    '(talk|talking|speak|speaking|chat|chatting|discuss|call|phone|ring|reach|contact|connect|transfer|transferred|forward|pass|put|escalate|switch|assist|assistance|help|helped|answer|reply|respond|deal|want|need|get|give|prefer|find|let|request|looking for|demand|wish|wheres|handle|in touch|hear from|require|please|id like|rather|could i have|can i have|may i have)',
  'someone-strong':
    '(human|humans|human being|real person|real people|actual person|live person|living person|a person|an agent|agents|agent|representative|a rep|rep|operator|an operator|the manager|a manager|your manager|supervisor|a supervisor|someone|somebody|some one|anyone|anybody|advisor|adviser|staff member|member of staff|team member|your team|the team|your staff|the staff|the owner|the boss|your boss|colleague|colleagues|customer service|customer support|customer care|support team|sales team|sales rep|someone else|real agent|live agent|actual human|person in charge|duty manager|head office|reception|receptionist|front desk|support agent|real human|individual|real staff)',
  negative:
    '(terrible|horrible|awful|disgusting|disgusted|worst|disappointed|disappointing|disappointment|unacceptable|ridiculous|appalling|appalled|pathetic|furious|outraged|outrageous|scammed|ripped off|rip off|cheated|disgrace|disgraceful|shocking|dreadful|atrocious|incompetent|unprofessional|rude|inedible|abysmal|angry|fuming|livid|dissatisfied|unhappy|nightmare|shambles|poor service|bad service|bad experience|poor quality|terribly|horrific|shameful|lousy|useless|hopeless|overcharged|unsatisfied|not happy|not satisfied|not impressed|not good enough|let down|no excuse|very upset|so upset|upset with|upset about|annoyed|frustrated|frustrating|fed up|sick of this|ashamed|beyond a joke|third time|never again)',
  nice: '(nice|good|great|lovely|wonderful|fantastic|happy|merry|pleasant|blessed|safe)',
  yes: '(yes|yeah|yep|yup|yea|ya|yess|yesss|sure|ok|okay|k|kk|okey|alright|all right|absolutely|definitely|certainly|of course|course|go ahead|go on|please do|do it|do that|do so|do|perfect|great|fine|sounds good|sounds great|y|affirmative|why not|correct|right|exactly|i do|i would|id (like|love) (that|it)|i would (like|love) (that|it)|(that|it) (would be|works|is|s)? (good|great|fine|nice|perfect|helpful|lovely|ok|appreciated|okay|brilliant)?|thatd be _|yes _ good|if you (can|could|would)|pass it on|i want (that|it)|that works|please|👍|👌|✅|🙏|😊|☺|❤)',
  no: '(no|nope|nah|na|noo|n|not (now|really|yet|today|necessary|needed|for now|at the moment|at all|interested)|no (need|thanks|thank you|ty|thx|way|problem|worries|not)|never mind|nevermind|nvm|nm|dont (bother|worry|worry about it|do that|do it|want (that|it|to)|need (that|it|to))|its (fine|ok|okay|alright|not necessary|not needed|all right|good|all good)|thats (fine|ok|okay|all|alright|all right|not necessary)|im (good|fine|ok|okay|alright|all set|sorted|not interested)|all good|leave it|forget it|forget about it|i dont|i dont (want|need|think so)( (that|it|to))?|no more|maybe later|later|another time|👎|❌|dont|it doesnt matter|doesnt matter|skip it)',
};
