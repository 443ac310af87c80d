import type { IntentWords } from '../words.js';

/** How people ask for a person in English. */
export const enPerson: IntentWords['person'] = {
  says: `
    ^(please |can you |could you |just )*(connect|transfer|patch|hand|put|switch|escalate|forward|pass|redirect|route)( (me|us|this|it|over|through|on|please|now|to|a|an|the|your|_))*$
    ^(please |can you |could you |just )*(put|get|bring|take me to|send in|call in|fetch|find|hand me over to|switch me to|pass me to|take me to)( (me))* (a|an|the|your|some|any) <real>? (person|human|manager|supervisor|agent|representative|boss|someone|colleague)( (on|here|in|on here|please|on the line|now|over here|_))*$
    (does|do|will|can|could|is|are|has|would|did)( (there|any|even|ever))* (anyone|anybody|someone|somebody|a human|a person|a real person|people|any human|humans|staff)( (actually|really|ever|even|here|there|going to|at all|able to|from _ _))* (read|reading|reads|answer|answering|answers|reply|respond|help|see|monitor|listening|listen|check|look at|talk|speak|call|contact|assist)( (me|us|this|these|my|to|messages|message|here|please|with|at|all|chat|on|about|now|_))*$
    (turn off|get rid of|switch off|disable|dont like|hate|stop|kill|remove|cant stand|sick of|tired of|no more|not|skip|bypass|instead of|talking to|dont want|do not want)( (the|this|your|a|an|these|talking|to|speaking|stupid|chatting|with|any|more))* (bot|bots|robot|robots|machines|chatbot|chatbots|automated system|auto replies|autoreply|automated messages)( (please|now|and .... _|for a _|instead|me|thanks|anymore|again))*$
    (contact|contacting|reach|reaching|message|email)( (a|your|the|real|any))* (support|support team|customer services|customer service|team|management|human|person|staff|supervisor|manager)( (please|team|now|directly|department))*$
    (this|it|i|my _|problem|issue|query|case) (really |definitely )*(needs|requires|need|require) (a|an|some|the)? <real>? (person|human|manager|agent|attention of .... _|human _|someone)
    who (can|could|will|is going to|do i|should i|would)( (i|actually|best|please))* (help me|assist me|speak to|talk to|contact|call|deal with this|sort this out)( (about|with|then|please|for|regarding|if) ....)?$
    ^(handover|hand over|human takeover|human take over|csr|chat with .... _|call|phone call|telephone|hotline|assistance|personal assistance|speak|talk|talk to me)( (please|to me|now|me))*$
    (assistance|help|support|reply|response|answer|call|word) (from|by|with) (a|an|the|your|some|any)? <real>? (staff|team|human|person|someone|manager|agent|colleague|member of staff|representative|somebody)
    ^(your |the |my )?(team|manager|supervisor|staff|customer services)( (please|now))+$|customer services
    ^(please |can you |could you |would you |will you )*(call|phone|ring) (me|us)( back)? (when|whenever|if|as soon as|once) (you|u|someone|anyone|possible|available|free|your)
    (human being|real person|real people|real human|actual person|actual human|live agent|live person|human agent|human support|human assistance|human operator|living person|proper person|human representative|to a human|a human|humans)
    (talk|talking|speak|speaking|chat|chatting|discuss|connect|transfer|escalate|assist|assistance|answer me|reply to me|respond to me|in touch|help from|speak directly|get hold|put me|patch me|hand me|call me|ring me|phone me|contact me|help me|call|callback|word) .... <someone-strong>
    <someone-strong> .... (call me|ring me|phone me|contact me|help me|assist me|answer me|reply to me|respond to me|talk to me|speak to me|speak with me|to talk to|to speak to|to speak with|to talk with|to help me|to call me|i can talk|i can speak|look into this|look into it|deal with this|sort this|sort it|call back|get back to me|in touch with me|give me a call|explain|on the phone|on the line|take over)
    ^(i want|i need|get me|give me|id like|i would like|can i have|could i have|can i get|please get|want|need|where is|wheres)( (to|a|an|the|your|see|have|talk|speak))* <someone-strong>
    ^(a |the |your |some |any |real |please |call |to |human )*(manager|supervisor|staff|support|someone|somebody|person|people|customer care|customer services|customer service|advisor|adviser|help desk|helpdesk|call centre|call center|boss|owner|operator|assistance|receptionist|rep|human|agent|tech support|technical support|colleague|employee|real people|customer support)( (please|pls|now|asap|here|there|help|needed|urgently|thanks))*$
    (^|want to |please |need to |can you |like to |must )escalate( (this|it|me|my _|to|please))*$|^escalation$
    (somebody|someone|anyone|anybody)( (please|just|from there|there|kindly))* (call|ring|phone|contact|help|answer|reply|respond|speak|talk|message)( (to|me|us|please|back|here|already|now))*$
    (do you|have you|you)( (have|got|guys|not|even))+ (a|any|an|no|some|real|actual)? (<someone-strong>|humans|people) ...(talk|speak|chat|help me|contact|call me)
    (get|got|getting) (a )?hold of (<someone-strong>|you|anyone)|(get|got) through to (<someone-strong>|you|anyone)|who (do|can|should) i (speak|talk|contact|chat|write) (to|with)?( (about|regarding|for|if) ....)?$
    (rather|prefer|want|like|need)( (to|a|an|have|it|if))* (deal|dealing|interact|communicate|person|people|humans|human contact|human touch|be served by|be helped by|be contacted by|be called|being called|be phoned|a word)( (with|by|a|an|real|actual|people|person|humans|human|someone|to|not|bots|robots|over|than))*$
    ^(no|not|stop with the|enough of the|enough)( (more|these|this|your|the))* (bots|robots|bot|robot|automated (replies|messages|answers|responses)|auto replies|canned (replies|answers|responses))( (please|thanks|anymore))*$
    (ring|call|phone|buzz|bell)( (me|us))( (please|back|later|when|on|at|this|tomorrow|today|asap|now|if|you|can|get|a|chance|my|number|the|after|before|around|_))*$
    (this|it|you|bot) .... (not helping|isnt helping|doesnt help|useless|no use|hopeless|not working|isnt working|understand)( (me|so|and|anything))* (human|person|agent|someone|manager|operator)
    (<reaching>|<want>|can i|could i) .... <someone-strong>( (who _ _?|please|now|real|there|instead|about .... _|directly|today|here|asap|on the phone|to help _?|for help|from _ _?|regarding .... _|that can .... _|to talk to|over the phone|and not _ _|not _ _|if possible|in your .... _|at your .... _|in charge.... _?|to sort .... _|quickly|urgently|first|again|soon|or someone|myself|that _ ....|with this|so .... _|because .... _|call me|to call me|i _ ....))*$
    ^(any|are there any|is there any|is there a|is there an|no|where are the|where is the|so no|not even a|hello any|hi any|hello is there) (<someone-strong>|humans|people|real people|staff)( (here|there|at all|around|available|i can .... _|to talk to|on|online|reading this|behind this|in this company|left|working|today|who can .... _|or .... _))*$
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
    ^(hello|hey|hi)? (is|are)? (there)? (any|a|some)? ((any|some) (one|body)|anyone|anybody|someone|somebody|real person|human|humans|person|live person|real people|actual person|real human|live agent|agent)( real| human| alive)? (at)? (there|here|home|online|reading|reading this|listening|around|available|available to talk|on the other (end|side)|behind (this|the) _|i can (talk|speak|chat) (to|with)|who can help( me)?|to (talk|speak|help)( to| me)?|answering|working|with a pulse)?( now| right now| today)?$
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
    (pick up|collect|pick it up|deliver|bring|carry|install|fix|repair|clean|check my|measure|another person (to|in|for)|someone else (can|collect|pick|to)|come (and|to|out)|drop|lift|guide|translate|show me how|meet me|meet us|take me|help (with|me with) (the|my) (luggage|bags|suitcases|machine))
    (call|ring|phone|text) (me|us) (a|an|the) (taxi|cab|uber|doctor|ambulance)
    (dont|do not|never|no need to|before you|didnt|did you|will you|who|do you) (call|ring|phone)
    (call|ring|phone|contact|text|message) (me|us) (when|once|if|after|as soon as|before|until|on arrival) (its|it|the|my|they|he|she|there|ready|i|we|on)
    (real estate|insurance|travel|estate|cleaning|letting|ticket|shipping|customs|booking) (agent|agents|representative)
    ^(are|r|am|is|were) (you|u|i|this)
    ^(and|so|but|hi|hello)* (what|when|where|which|how much|how many|how long|how old|how far|do you have|do you sell|do your|does|did|are your|is your|whats|whos|who is|will|has|have you|do the|are the)
    (can|could|may|does|do|if|should|will|let) (someone|somebody|anyone|anybody|the team|your team|staff|your staff|anyone else) (bring|use|park|eat|swim|join|enter|buy|order|book|visit|attend|go|sit|stay|rent|ride|drive|play|see|have|get (a|the|my)|send|tell me|explain|confirm|let me know|recommend|advise|make|do|give|check|reserve|help me (find|choose|pick)|speak|deliver|teach)
    (for|as) (someone|somebody|anyone)|(someone|somebody|anyone) (who|with|under|over|like|told|said|recommended|stole|left|took|smoked|was|is|has|had|else (can|could|may|collect|pick))|(sales|real estate|team|staff) (tax|price|rate|party|event|building|discount|room|on)|(gift|present|cake|something|flowers|card) .... (boss|colleague|colleagues|team|manager|someone|somebody)
    ((for|massage by) (a )?real (people|person)|human (trafficking|error|nature|sized|like)|humane|is it (safe|ok|toxic)|not for|per human|safe for)
    human (resources|hair|rights|body|remains|consumption|anatomy|size)
    (hours|opening|when|price|cost|salary|phone number|number|email) (of|for)? (customer|manager)
    customer (service|support|care) (hours|number|phone|email|in|policy|job|jobs|open)
    (called|call me|name|calls) (_ by)
    ^(who|what|whats|which|whose|when) 
    ^(and|so|but|hi|hello)* (is|are|will|would|does|do) .... (sunday|sundays|monday|mondays|tuesday|wednesday|thursday|friday|fridays|saturday|saturdays|weekends|weekend|night|midnight|christmas|holidays)
    (someone|somebody|anyone|anybody|a person|staff) who (speaks|speak|can|does|knows|do|repairs|fixes)
    (dont|do not) (call|phone|ring|contact)`,
};
