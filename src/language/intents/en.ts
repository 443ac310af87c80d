import { enClasses } from './en/classes.js';
import { enComplaint } from './en/complaint.js';
import { enConsent } from './en/consent.js';
import { enCourtesies } from './en/courtesies.js';
import { enPerson } from './en/person.js';
import { enTalk } from './en/talk.js';
import type { IntentWords } from './words.js';

/** How people say in English what they want of the bot. */
export const enIntents: IntentWords = {
  classes: enClasses,

  spellings: `
    u=you ur=your r=are pls=please plz=please plss=please pleez=please plse=please thx=thanks thnx=thanks tnx=thanks
    ty=thank_you tysm=thank_you txt=text txts=texts txting=texting txtin=texting textin=texting txtn=texting
    mssg=message mssgs=messages mesages=messages mesage=message messges=messages messags=messages msgs=messages
    msg=message msging=messaging messagin=messaging msgin=messaging wanna=want_to gonna=going_to
    dnt=dont don=dont dunt=dont doent=doesnt abt=about nr=number num=number no.=number stpo=stop sotp=stop stp=stop
    dtop=stop srop=stop sopt=stop tsop=stop stopp=stop sttop=stop stoop=stop unsuscribe=unsubscribe unsubscibe=unsubscribe
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

  ...enConsent,
  person: enPerson,
  complaint: enComplaint,
  ...enTalk,
  courtesies: enCourtesies,
};
