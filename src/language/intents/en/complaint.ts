import type { IntentWords } from '../words.js';

/** How people complain in English. */
export const enComplaint: IntentWords['complaint'] = {
  says: `
    <negative>
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
    (pain|ache|toothache|headache|cough|allergy|weather|traffic|hangover|film|movie|taste in|memory|at cooking|sense of|cold sore|night sleep|fed up of cooking|teeth|breath|skin|tooth|joke (shop|book|gift)|surprise|for a joke)
    looking for
    (can you|could you|do you) (fix|repair|clean|remove|mend|help)
    sorry|how much
    (still|already) (waiting for my (results|turn))|waiting for (this|that) (day|moment)|waiting list`,
  unlessAsked: `
    ^(and|but|so)? (is|are|do|does|did|can|could|how|when|should|would|will|may|who|has my|have you|was|were|what (do|does|if))`,
};
