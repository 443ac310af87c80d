import type { IntentWords } from '../words.js';

/** How people answer and correct the bot in English, and speak of it. */
export const enTalk: Pick<IntentWords, 'yes' | 'no' | 'correction' | 'bot'> = {
  yes: {
    says: `
      ^(yes|yeah|yep|yup|yea|ya|sure|ok|okay|please|definitely|absolutely|of course|certainly|id love|i would|go|that would|sounds|great|fine|alright|do|why not|perfect|pass|connect|transfer|good idea|if you|if its|lets|let|very well|affirmative|y) ....$
      ^id (like|appreciate|love) (that|it)( very much| please)?
      ^<yes>( <yes>)*( (i|it|we|that|please|id|would|like|love|want|you|can|could|do|to|me|be|helpful|great|a|person|the|team|someone|with|talk|speak|pass|on|send|no|more|messages|stop|them|opt|out|remove|unsubscribe|yes))*$
      ^(please )?(pass|send|forward|give|tell|hand|transfer|connect|put) (it|that|this|me|them)?( on| over| through)?( to (a|the|your|them|someone)( person| team| human| staff)?)?$`,
    unless:
      '(dont|do not|but|not|no need|instead|how|what|when|where|which|who|why|whats|also|and i|do you|are you|is there|can i|could i|no|cancel|wait|stop)',
    unlessAsked: '_',
  },

  no: {
    says: `
      ^(no|nope|nah|na|noo|not|never) (thanks|thank|gracias|i|im|ill|its|it|that|thats|dont|need|please|leave|just|mind|all|we|you|ive|everything|nothing|worries|necessary|right|today|yet|really|for|sorry|because|cheers|ta|ok|okay|its|problem|rush|bother|interested) ....$
      ^(no|i|please|oh|nah|its ok|its okay|ok)*( dont| do not) (bother|worry|need|want|think|pass|do|trouble|send|call|mind|connect|transfer) ....$
      ^(ill|i will|i can|let me|i) (call|ring|phone|pop|come|try|look|find|manage|check|ask|figure|wait|do it|rather|prefer|think|sort) ....$
      ^<no>( <no>)*( (i|im|its|it|thats|that|please|want|good|fine|ok|okay|all|you|for|now|thanks|thank|dont|need|anyone|anybody|anything|to|talk|anymore|a|person|just|was|keep|them|sending|messages|like|getting|the|not|at|moment|right|today))*$`,
    unless: '(asked|meant|question|wanted|how|what|when|where|which|why|do you|is there|sugar)',
    unlessAsked: '_',
  },

  correction: {
    says: `
      (not|isnt|wasnt|nothing to do with|wasn t) what i ((am|was|have|had|actually|really) )?(asked|asking|meant|mean|said|wanted|want|need|needed|wrote|requested|was after|looking for)( for| about| to know)?
      ^(no|nope|sorry|hey|wait|oops|ups|actually|but|hmm|er|um|ehm|listen|again)* (i|what i) (meant|mean|meant to (say|ask|write)|was asking|am asking|was talking|am talking|was referring|actually meant|asked you|asked|was really asking|am referring|was wondering|wanted to know|want to know|said|actually wanted|wanted|typed)( (is|was|if|whether|about|for|to|you|the question))*
      ^(no|nope|sorry|hey|wait|but)* (you|u|that|it|this)( (still|just|clearly|really|have|are|did|is|was|clearly|again))* (misunderstood|misunderstand|misread|didnt (answer|understand|get)|did not (answer|understand|get)|not answering|havent answered|hasnt answered|dont understand|answered (the wrong|something|another|a different)|got (me|it|that|my question) wrong|wrong|irrelevant|not (right|it|relevant|related|helpful|what|the answer|my question|correct)|incorrect|not (even )?answer*|isnt (right|it|relevant|my question|what|the answer))( (my|the|what|me|question|it|that|i (asked|meant|said)|answer|to|at all|thing|else))*
      ^(read|reread|re read|look at|check) (my|the) (question|message)( again| properly| carefully)*
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
};
