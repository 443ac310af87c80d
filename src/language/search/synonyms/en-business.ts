/** What customers of any business call hours, prices, payment, deliveries and what a place offers, in English. */
export const enBusiness = `
hours, open, opening, opens, schedule, timetable, business hours, opening times, what time, what times, how late*, which days, what days
close, closing, closed, closes, shut, shuts, until what time, how late*
price, prices, cost, costs, rate, rates, fee, fees, charge, charges, pricing, tariff, how much, how expensive, what do you charge, what does it cost, price list*
menu, price list, card of prices, food list
shipping, ship, ships, post*, posted*, delivery, deliver, delivers, deliveries, postage, dispatch, courier, mail order, send it to me, send to my home, bring it to me, bring it to my house, bring it to us, get it to me, get it to us, get it to you, getting it to you, getting it to your, get it to my, get it to your, take it to you, drop off, haul, haulage
pickup, pick up, picking up, pick it up, pick them up, pick my order up, pick the order up, pick up my order, collect my order, fetch it, fetch my order, collect, collection, collecting, takeaway, take away, takeout, take out, to go
address, location, located, directions, where are you, where is it, where you are, where do i find you, find you, find us, how to find us, where we are, visit us, getting here, how to get there, get there, map*, street*
shop, store, branch, outlet, premises, office
payment, pay, payments, paying, payment methods, ways to pay > card, cash, bizum, transfer, paypal, visa, mastercard, amex, cheque, venmo, apple pay, google pay
card, cards, plastic* > credit card, debit card, credit, debit, visa, mastercard, amex, contactless
coupon, coupons, promo code, discount code, voucher code
wifi, wi-fi, internet, wireless, wlan
pets, pet, animals > dog, dogs, cat, cats, puppy, kitten
vegetarian, vegetarians, veggie, veggies, meat-free, meatless > vegan
vegan, vegans, plant-based, plant based
allergen, allergens, allergy, allergies, allergic, intolerance, intolerant > gluten, lactose, nuts, egg, soy, dairy
gluten, celiac, coeliac, celiacs, coeliacs, wheat
lactose, dairy, milk
nuts, nut > walnut, walnuts, almond, almonds, hazelnut, hazelnuts, pistachio, pistachios, cashew, cashews, pecan, pecans, peanut, peanuts
soy, soya, soybean
available, availability, stock, in stock, sold out, out of stock, any left
gift card, gift cards, voucher, vouchers, gift voucher, gift certificate
bed, beds, mattress
t-shirt, tee, tshirt
tracking, track, track my order, where is my order, where is my parcel
abroad, international, internationally, overseas, other countries, worldwide
weekend, weekends > saturday, sunday
ingredients, ingredient, contain*, contains*, made of, made from
sugar, diabetic, diabetics, sugar-free
alcohol, alcoholic drinks > beer, wine, liquor
language, languages, speak spanish, speak english
website, web, site*, web page
social media > instagram, facebook, tiktok
wholesale, bulk, trade prices
`;
