import type { FactWords } from './facts.js';

/** English: how facts of a kind are asked for and told. */
export const enFacts: FactWords = {
  asks: {
    clock: 'what time|wat time|which time|what hour',
    span: 'how long is|how long are|how long does|how long do|how long will|how long would|how long it takes',
    distance: 'how far',
    size: 'how deep|how tall|how high|how wide|what size is|what height',
    weight: 'how heavy|how much does it weigh|how much do they weigh|what does it weigh',
    many: 'how many',
  },
  units: {
    clock: "am|a.m.|pm|p.m.|o'clock|noon|midday|midnight|all day|24 hours|round the clock",
    span:
      'second|seconds/minute|minutes|min|mins/hour|hours|hr|hrs|h/day|days|night|nights/' +
      'week|weeks|fortnight/month|months/year|years',
    distance:
      'km|km2|km²|kilometre|kilometres|kilometer|kilometers|mile|miles|m|metre|metres|meter|meters|feet|yard|yards|block|blocks|street|streets|stop|stops|minute|minutes|min',
    size: 'mm|cm|m|m2|m²|millimetre|millimetres|millimeter|millimeters|centimetre|centimetres|centimeter|centimeters|yard|yards|metre|metres|meter|meters|inch|inches|in|foot|feet|ft|"|\'|″|′',
    weight: 'g|kg|gram|grams|kilo|kilos|lb|lbs|pound|pounds|ounce|ounces|oz|ton|tons',
  },
  having: 'have|has|include|includes|come with|comes with',
  lasting: 'for|per|by the|during',
  some: 'a|an|half|quarter|couple|few|several',
  atOnce:
    'same day|next day|overnight|within the hour|within hours|immediately|straight away|right away|at once|on the spot|while you wait',
  at: 'at|until|till|from|by',
  from: 'from|between',
  band: {
    to: 'to|and',
    upTo: 'up to|under|below|less than|fewer than|at most|maximum|max|younger than|within',
    above: 'over|above|more than|from|at least|minimum|min|older than|starting at|starting from',
    orMore: 'or more|and more|and up|and over|and above|or over|or above|or older|and older|plus',
    orLess: 'or less|or fewer|or under|and under|at most|maximum',
  },
  persons: 'person|persons|people|guest|guests|diner|diners|attendee|attendees|pax|seat|seats',
  beforehand: 'before|beforehand|ahead|in advance|notice|later|after',
};
