/**
 * What customers call the things of a trade, in British and American English. Each line is a group: its
 * words and phrases, separated by commas, mean the same. Where a line has a ">", what stands before it
 * takes in each kind after it, but the kinds aren't one another: a card is no cash.
 * A word with a "*" is understood, but not looked for: it has other meanings.
 */
export const enSynonyms = `
hours, open, opening, opens, schedule, timetable, business hours, opening times, what time, what times, how late, which days, what days
close, closing, closed, closes, shut, shuts, until what time, how late
price, prices, cost, costs, rate, rates, fee, fees, charge, charges, pricing, tariff, how much, how expensive
menu, price list, card of prices
shipping, ship, ships, delivery, deliver, delivers, deliveries, postage, dispatch, courier, mail order, send it to me, send to my home
pickup, pick up, picking up, collect, collection, collecting, takeaway, take away, takeout, take out, to go
refund, refunds, return, returns, returning, money back, reimbursement, send back, give back, bring back
exchange, swap
address, location, located, directions, where are you, where is it, where you are, where do i find you, find you, find us, how to find us, where we are, visit us, getting here, how to get there, get there, map*, street*
shop, store, branch, outlet, premises, office
payment, pay, payments, paying, payment methods, ways to pay > card, cash, bizum, transfer, paypal, visa, mastercard, amex, cheque, venmo, apple pay, google pay
cash, notes and coins, ready money
card, cards, credit card, debit card, credit, debit, visa, mastercard, contactless
instalments, installments, financing, finance, pay monthly, pay later
booking, book, bookings, reservation, reservations, reserve, appointment, appointments, slot
invoice, invoices, receipt, receipts, bill
cancel, cancellation, cancelling, cancellations, call off
reschedule, rebook, postpone, move my appointment, change my appointment, change the date
warranty, warranties, guarantee, guaranteed
discount, discounts, deal, deals, offer, offers, promotion, promo, sale*, special offer, reduction
coupon, coupons, promo code, discount code, voucher code
parking, park, car park, parking lot, garage
wifi, wi-fi, internet, wireless, wlan
pets, pet, animals > dog, dogs, cat, cats, puppy
wheelchair, wheelchairs, accessible, accessibility, disabled, disability, step-free, ramp
vegetarian, vegetarians, veggie, meat-free, meatless > vegan
vegan, vegans, plant-based, plant based
allergen, allergens, allergy, allergies, allergic, intolerance, intolerant > gluten, lactose, nuts, egg, soy, dairy
gluten, celiac, coeliac, celiacs, coeliacs, wheat
lactose, dairy, milk
nuts, nut > walnut, walnuts, almond, almonds, hazelnut, hazelnuts, pistachio, pistachios, cashew, cashews, pecan, pecans, peanut, peanuts
soy, soya, soybean
kids, kid, children, child, toddlers, little ones, minors
baby, babies, infant, pram, stroller, pushchair, buggy, high chair, highchair, cot, crib
phone, telephone, tel, phone number, call*, ring*, mobile number
contact, get in touch, reach you, talk to someone > phone, email, whatsapp, call*, write
email, e-mail, mail
person*, human, agent, representative, someone real
staff, team, employees, personnel, who works
jobs, job, vacancy, vacancies, hiring, career, careers, work for you, work with you, cv, resume
size, sizes, sizing, measurements, dimensions, how big, how large
colour, colours, color, colors, shade
available, availability, stock, in stock, sold out, out of stock, any left
rent, rental, rentals, renting, hire, hiring out, lease
repair, repairs, repairing, fix, fixes, fixing, mend, mending
quote, quotes, estimate, estimates, quotation
deposit, deposits, down payment, advance payment, prepayment
gift card, gift cards, voucher, vouchers, gift voucher, gift certificate
gift, gifts, present*, presents, gift wrap
breakfast, breakfasts, brunch
lunch, lunches, midday meal
dinner, dinners, supper, evening meal
drink, drinks, beverage, beverages, soda, soft drink
coffee, coffees, espresso
juice, juices, squash
cake, cakes, gateau, tart
pastry, pastries, viennoiserie
sandwich, sandwiches, sub*, roll*
fries, chips
room, rooms, accommodation, lodging
check-in, check in, checkin, arrival time, arrive*
check-out, check out, checkout, departure time, leave the room
bed, beds, mattress
night, nights, overnight, stay*
pool, swimming pool, swim
gym, workout, fitness room, fitness centre, fitness center
terrace, patio, outdoor seating, outside seating, outdoors, outside
air conditioning, aircon, ac, air-conditioned
heating, heated, heater
toilet, toilets, restroom, restrooms, bathroom, bathrooms, loo, wc, washroom
lift*, lifts, elevator
laundry, washing machine, washing
car, cars, auto, vehicle, vehicles, automobile
motorbike, motorbikes, motorcycle, motorcycles, scooter
bicycle, bicycles, bike, bikes, cycle*
bus, buses, coach*, public transport
train, subway, underground, tube*, station
taxi, cab, uber, lyft
mobile, mobiles, cell, cellphone, cell phone, smartphone
computer, computers, laptop, laptops, pc, notebook
screen, screens, display
battery, batteries
tyre, tyres, tire, tires, wheel*, wheels
puncture, flat*, flat tyre, flat tire
oil*, lubricant
service*, servicing*, maintenance, inspection, tune-up
mot, roadworthiness, vehicle inspection
insurance, insurer, insurers, insured, health plan, coverage, policy
doctor, doctors, physician, gp, specialist
consultation, visit*, first visit
dentist, dental, dentistry
cleaning, clean*, hygiene
blood test, blood tests, blood, laboratory, lab
prescription, prescriptions, prescribe
emergency, emergencies, urgent
vaccine, vaccines, vaccination, jab, shot*
glasses, spectacles, eyeglasses
clothes, clothing, garments, apparel
shoes, shoe, footwear, sneakers, trainers
t-shirt, tee, tshirt
trousers, pants, jeans
haircut, hairdresser, hair, barber, salon
class, classes, course, courses, lesson, lessons, workshop
teacher, teachers, instructor, tutor, coach*
enrol, enroll, enrolment, enrollment, sign up, register, registration
ticket, tickets, admission, entry*, pass*
membership, member, members, subscription
minimum, minimum order, at least
order*, orders, ordering, purchase, buy*
free, complimentary, free of charge, at no cost, included
how long does it take, turnaround, lead time, delivery time, how long
tracking, track, track my order, where is my order, where is my parcel
parcel, package, packet
abroad, international, internationally, overseas, other countries, worldwide
holiday, holidays, bank holiday, public holiday, christmas
weekend, weekends > saturday, sunday
weekdays, weekday, working days, business days, monday to friday, mondays to fridays
complaint, complaints, complain
broken, damaged, faulty, defective, fault
lost, lost property, lost and found, forgot, left behind
privacy, personal data, data protection
age, years old, minimum age, adults
smoking, smoke, smokers, cigarettes
event, events, party, parties, celebration, birthday, wedding, catering
group, groups, large party
ingredients, ingredient, contain*, contains*, made of, made from
sugar, diabetic, diabetics, sugar-free
alcohol, beer, wine, liquor
language, languages, speak spanish, speak english
website, web, online, site, web page
social media > instagram, facebook, tiktok
tip*, tips, gratuity, tipping
vat, tax, taxes, sales tax
wholesale, bulk, trade prices
second hand, second-hand, used, refurbished, pre-owned
install, installation, assembly, fitting
luggage, bags, suitcase, suitcases, baggage
towel, towels, linen, bedding
`;
