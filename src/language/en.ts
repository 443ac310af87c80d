import { enFacts } from './facts/en.js';
import { enTime } from './time/en.js';
import { enIntents } from './intents/en.js';
import { enSearch } from './search/en.js';
import type { Words } from './words.js';

/** English. */
export const en: Words = {
  name: 'English',
  search: enSearch,
  intents: enIntents,

  asking: {
    interrogatives:
      "what|what's|which|who|whose|when|where|where's|why|how|how's|do|does|did|is|are|was|can|" +
      'could|may|will|would|should|have|has|any|by when|until when|till when|from when|since when|' +
      'by what|until what|at what|in what|in which|on which|on what|for how|with what|with which',
    stating: 'may|any',
    which: 'what|which',
    doing:
      'can i|can we|can you|can u|can one|could i|could we|could you|may i|may we|do you|do u|do i|will you|' +
      'would you|should i|am i allowed to|are we allowed to|is it ok to|is it okay to|is it possible to|are you able to',
    indirect:
      'wanted to know|want to know|like to know|need to know|wanted to ask|like to ask|' +
      'was wondering|am wondering|wondering|could you tell me|can you tell me|would you tell me|' +
      'please tell me|do you know|let me know|quick question|a question',
    whether: 'if|whether',
    and: 'and|also|plus',
    or: 'or',
    price: 'price',
    priceList: 'prices|pricing|pricelist|list|menu|rates|tariff|fees|catalogue|catalog',
    free: 'free|included|no charge|no cost|complimentary',
    yes: 'yes|y|x|✓|✔|✅|☑|available|included',
    no: 'no|n|-|–|—|✗|✘|❌|none|unavailable',
    because: "because|cos|coz|cuz|while i'm|while i am|while my|while he|while she|while they",
    getting: 'sell rent hire buy',
    affirms: 'yes|yeah|yep|sure|of course|certainly|absolutely',
    denies:
      "no|not|never|without|neither|nor|cannot|can't|don't|doesn't|isn't|aren't|won't|none|nobody|closed|except|unless",
    telling:
      'who|whose|when|where|why|how|long|far|many|no|not|without|never|before|after|until|from|only|off|out',
    without: "without|no|not|free of|free|don't|doesn't|isn't|aren't|non",
    abbreviations: 'dr|mr|mrs|ms|prof|tel|approx',
    joins: 'of|with',
    openingHours: 'opening hours',
  },

  facts: enFacts,

  phrases: {
    greeting: 'hello|hi there|hi|hey|good morning|good afternoon|good evening|how are you',
    thanks: 'thank you so much|thank you very much|thank you|thanks a lot|many thanks|thanks|thx',
    goodbye: 'goodbye|good night|bye bye|bye|see you later|see you soon|see you',
    assent: 'ok|okay|great|perfect|alright|all right|got it|sounds good|cool',
    // Twilio's own help keywords (https://www.twilio.com/docs/messaging/features/opt-out).
    help: 'help|info',
    connectives:
      'and|or|but|then|what about|how about|the one|the ones|that one|those ones|the same|the other',
    leaning:
      'it|they|that|those|these|this|is it|are they|is that|is this|are those|are these|does it|do they|' +
      'does that|does this|can it|can they|will it|has it|have they|with|without|for|in|on|at|from|' +
      'until|by|only',
    choosing:
      'big bigger biggest small smaller smallest large larger largest little cheap cheaper cheapest ' +
      'expensive dearer best better worse other others another different same similar first second ' +
      'third last next more less',
  },

  lines: {
    greeting: (name) => `Hello! I'm ${name}. How can I help you?`,
    thanks: () => "You're welcome! If you need anything else, I'm here.",
    goodbye: () => "See you soon! I'm here whenever you need me.",
    assent: () => 'Great! If you need anything else, write to me.',
    help: (name) =>
      `I'm ${name}: ask me what you want to know. To get no more messages, send STOP.`,
  },

  time: enTime,
  unknown: "I don't have that information.",
  misunderstood: "I'm sorry, I didn't understand you. Could you put it in other words?",
  unreadable: "I couldn't read that. Could you write to me in words what you need?",
  declined: "I'm an automatic assistant and can only help with questions about this business.",
  offTopic:
    'who won|capital of|world cup|' +
    'how old is|who would win|prime minister|the president|meaning of life|' +
    'a movie|a film to watch|stock price|bitcoin|lottery|math problem|maths problem|' +
    'maths homework|my essay|a riddle|a story|a song|sing me|fun fact|recommend a book|' +
    'who is the king|who is the queen|who invented|how tall is|how far is the moon|' +
    'what is the population|are you single|do you love me|do you have feelings|' +
    'write me a|write me an|write a poem|write a story|write a short story|write an essay|poem|haiku|' +
    'limerick|song lyrics|a joke|bedtime story|my homework|do my homework|translate|how do you say|' +
    'in python|in javascript|python function|python script|write code|some code|a program that|' +
    'a function that|a script that|solve|equation|square root|what do you think of|' +
    'what do you think about|your opinion|who should i vote|elections|horoscope|' +
    'medical advice|legal advice|diagnose|my symptoms|are you an ai|are you a bot|are you a robot|' +
    'are you human|are you a human|are you a real person|are you real|who are you|who made you|' +
    'are you chatgpt|which model are you|system prompt|your instructions|instructions above|' +
    'previous instructions|ignore the above|pretend to be|you are now',
  orders:
    'previous instructions|earlier instructions|instructions above|above instructions|' +
    'all instructions|your instructions|ignore the above|disregard the above|system prompt|' +
    'ai assistant|ai assistants|assistants of ai|language model|language models|you are now an|' +
    'forget the passages|ignore the passages',
  sources: (titles) => `${titles.length > 1 ? 'Sources' : 'Source'}: ${titles.join('; ')}`,
  page: (page) => `p. ${page}`,
  numerals:
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty',
  unknownAbout: (question) => `I have no information about “${question}”.`,
  more: (rows) =>
    `… There ${rows === 1 ? 'is' : 'are'} ${rows ? `${rows} more` : 'more'}: ask me about what you want to know.`,
  topicsLead: 'I can help you with:',
  fallback: "I can't answer right now. Please try again in a few minutes.",
  rateLimited: 'You have sent many messages in a short time. Please wait a minute and write again.',
  notToday:
    "Thank you for writing. I can't answer any more for now: please write again another day.",

  media: {
    names: { picture: 'your photo', document: 'your document', contact: 'the contact you sent' },
    received: (names) => `I've read ${names.join(' and ')}. What would you like to know?`,
    unread: {
      voice: "I can't listen to your voice note. Please write to me what you need.",
      picture: "I can't read anything in your photo. Please write to me what you need.",
      video: "I can't watch videos. Please write to me what you need.",
      document:
        "I can't read the file you sent. Please send it as a PDF, or write to me what you need.",
    },
  },

  offers: {
    person: 'Shall I pass this on to a person of the team?',
    optOut: 'Do you want no more messages from us?',
  },
  choose: { yes: 'Yes', no: 'No', person: 'Talk to a person', menu: 'Choose' },
  handover: {
    passedOn: "I've passed your conversation on to the team, and leave the answer to them.",
    because: {
      complaint: "I'm very sorry about that.",
      unsure: "I can't answer that.",
      topic: 'This is better answered by a person.',
    },
    nobodyThere: 'Nobody is there now.',
    wayBack: 'To go on with me instead, write BOT.',
    bot:
      'bot|the bot|robot|chatbot|back to bot|back to the bot|go back to the bot|' +
      'talk to the bot|talk to bot|speak to the bot|continue with the bot|go on with the bot|' +
      'i want the bot|i want the bot back|i want to talk to the bot|i would like the bot|' +
      'bring back the bot|give me the bot|back to you|continue with bot',
    again: "I'm here again. What would you like to know?",
  },
  offerDeclined: 'All right. If you need anything else, write to me.',

  kinds: {
    sticker: 'Thank you for the sticker! If you want to ask something, write to me.',
    contact: 'I have the contact, but there is nothing that I can do with it by myself.',
    location: 'Thank you for the location.',
    wayThere: 'Where are you? What is the address?',
    order: 'I have your order.',
    flow: 'Thank you, I have your answers.',
    empty: 'Your message came empty. What did you want to ask?',
    lost: "Your file didn't arrive. Could you send it again?",
    unreadable: "I can't read this kind of message. Could you write it to me?",
    tooLong:
      'Your message is very long, and I read only its beginning. What is missing, please ask again.',
  },

  consent: {
    // Twilio's own keywords (https://www.twilio.com/docs/messaging/features/opt-out), without "cancel":
    // a customer may mean an order, and is asked.
    stop: 'stop|stopall|stop all|unsubscribe|end|quit|revoke|optout|opt out',
    start: 'start|unstop|yes|subscribe|optin|opt in',
    usedByAll: true,
    stopped: 'You will get no more messages from us. To get them again, send START.',
    started: 'You will get our messages again. To stop them, send STOP.',
  },
};
