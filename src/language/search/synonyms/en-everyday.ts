/** What customers of any business call people, times, quantities and what they do, in English. */
export const enEveryday = `
book*, booking, bookings, reserve, reserved, reservation, reservations, hold*, keep aside, set aside, put aside, put it aside, set it aside, keep it aside, put one aside, put by, hold one for me, save me one, keep one, keeping one, earmark
appointment, appointments, slot, slots, visit*
make an appointment, book an appointment, get an appointment, schedule an appointment, arrange an appointment, set up an appointment, making an appointment
walk in, walk-in, walk-ins, without an appointment, drop in, drop by, pop in, just turn up, just show up, come without booking, without booking, with an appointment, need an appointment
reschedule, rescheduling, rebook, postpone, postponing, move my appointment, change my appointment, change the date, move the date, another day, different day, switch my appointment, push back, change my booking, move my booking, amend, modify*, bring forward, changing*
cancel, cancellation, cancelling, cancellations, call off, calling off, cancelled, canceled, canceling, back out, call it off, plans change, change of plans, something comes up, can't come after all
no show, no-show, don't show up, doesn't come, miss my appointment, missed appointment, don't turn up, fail to attend, missed my appointment, can't make it, not turn up
running late, late*, arrive late, get there late, be late, delayed, delay, delays, stuck in traffic, lateness, a bit late, arriving late, come late, latecomers
notice*, in advance, beforehand, ahead of time, how far ahead, ahead, how early*, prior notice
waiting list, waitlist, wait list
queue, queues, line*
deposit, deposits, down payment, advance payment, prepayment, advance*, upfront, pay upfront, bond, security deposit, up front, pay in advance, money down
instalments, instalment, installments, installment, financing, finance, pay monthly, pay later, payment plan, monthly payments, pay in parts, spread the cost, spread the payments, in parts, klarna
interest*, interest-free, without interest, apr
surcharge, surcharges, extra charge, extra cost, additional charge, supplement*, extra fee, extra*
penalty, penalties, fine*, fines, late fee, cancellation fee
discount, discounts, deal*, deals, offer*, offers*, promotion, promotions, promo, sale*, special offer, special offers, reduction, reductions, reduced, concession, concessions, money off, cheaper
pensioner, pensioners, senior, seniors, senior citizens, senior citizen, retired, over 65, over 60, people over 65, over 65s, elderly, oap, oaps, older people, retirees
student*, students*, student discount, students with a card, nus
family*, families
kids, kid, children, child, toddler, toddlers, little ones, minors, youngsters, son, daughter, sons, daughters, under 18, boy, boys, girl, girls, youngest
baby, babies, infant, infants, newborn
teenager, teenagers, teen, teens, adolescents
adult, adults, grown ups, grown-ups, over 18
age, ages, years old, minimum age, how old*, how young*, under age, underage, age limit, years*, from what age, older, or older, over 18, under 18
how long have you been, founded, established, years in business, since when
person*, human, agent, representative, someone real, real person
staff, team, employees, employee, personnel, who works
jobs, job, vacancy, vacancies, any openings, job openings, job opening, work here, work there, hiring, career, careers, work for you, work with you, cv, resume*, looking for staff, recruiting, recruit, employment, apply for a job
salary, salaries, wage, wages, what do you pay, pay your staff
owner, owners, boss, manager, managers, in charge
phone, telephone, tel, phone number, call*, ring*, mobile number, telephone number, phone you, call you, ring you, by phone, give you a call, give you a ring, reach you by phone, dial, number to call, contact number
contact, get in touch, reach you, reach*, talk to someone, speak to someone, get hold of > phone, email, whatsapp, call*, write
email, e-mail, mail*, e mail
message*, messages, text*, texts*, write*, sms, drop you a line
let me know, notify, notified, notification, inform*, tell me when
reminder, reminders, remind
confirm, confirmation, confirmed, confirming
documents, document, documentation, paperwork, papers*, requirements
id, ids, identification, identity card, photo id, proof of identity, identity document > passport
requirements, what to bring, what do i bring, what do i need to bring, what should i bring, do i need to bring, need to bring, have to bring, bring anything, what to take, what must i bring
address, location, located, postcode, zip code, whereabouts, avenue*, street*
how to get there, how do i get there, get there, getting there, directions, way to you, public transport, by bus, by train, by tube, by public transport
bus, buses, coach*, coaches, public transport, bus stop, bus line
subway, underground, tube*, metro, tube station, subway station, metro station, underground station
tram, trams, streetcar, light rail
train, trains, train station, railway, rail*, station*
taxi, taxis, cab, cabs, uber, lyft
closest, nearest, nearby*, close by, next to
parking, park, car park, parking lot, parking space, parking spaces, parking place, garage, leave the car, leave my car, leaving the car, park my car, valet parking
loading, unload, unloading
distance, how far*, kilometres, miles, on foot, walking distance, walk from
area*, areas*, zone*, zones*, radius, how far do you deliver, where do you deliver, postcodes
how far do you deliver, how far do you go, how far out, which areas, where do you deliver > area, areas, zone, zones, kilometres, km, miles
wheelchair, wheelchairs, accessible, accessibility, disabled, disability, step-free, ramp, ramps, mobility, crutches, walker, steps*
toilet, toilets, restroom, restrooms, bathroom, bathrooms, loo, wc, washroom, ladies room, gents
assistance dog, guide dog, service dog, guide dogs, assistance dogs
turnaround, lead time, delivery time, how long does it take, how long will it take, how long do you take, how soon*, when will it be ready, when is it ready, ready*, how quickly*, how long*, how long for, takes*
duration, how long is, how long does it last, how long does it take, last*, lasts, minutes*
valid, validity, good for how long, still good, expire, expires, expiry, how long is it valid, run out, good for how long*, expiration, use it by
how often*, frequency, how many times, how frequently*, every how long*
minimum, minimum order, at least, min, minimum spend, smallest order
maximum, limit, limits, max, at most, up to how many
public holiday, public holidays, bank holiday, bank holidays, holiday*, holidays, christmas*, national holiday, festive
new year, new year's, new year's eve
easter, good friday, holy week
weekend, weekends > saturday, sunday
weekdays, weekday, working days, business days, monday to friday, mondays to fridays, working day, business day
morning*, mornings, in the morning, a m
afternoon*, afternoons, in the afternoon
evening*, evenings, in the evening, after work
invoice, invoices, receipt, receipts, bill*, tax invoice, vat invoice, proof of purchase
dollars, dollar, usd, foreign currency, american dollars, us dollars, greenbacks
transfer*, transfers*, bank transfer, wire transfer, wire the money, bacs, iban
cash, notes and coins, ready money, coins
cheque, cheques, check*, checks*, personal check
contactless, pay with my phone, pay by phone, mobile payment, tap* > apple pay, google pay
tip*, tips*, gratuity, tipping, service included
tax, taxes, vat, sales tax
cheap, cheaper, cheapest, inexpensive, budget*, affordable
expensive, pricey, costly
free*, complimentary, free of charge, at no cost, no charge, included, for nothing, without paying, without charge, no extra cost
included, include, includes, come with, comes with, part of the price, thrown in
sell, sells, sold, for sale, on sale*
online shop, online store, buy online, order online, shop online, webshop, web shop
order*, orders, ordering, purchase, purchases, preorder, pre-order, place an order
change my order, modify my order, add to my order
exchange, exchanges, swap, swapping, another size, different size
refund, refunds, refunded, return*, returns, returning, money back, reimbursement, reimburse, send back, give back, bring back, take back, get my money back, bring it back, taking back
complaint, complaints, complain, unhappy, dissatisfied, not happy, not satisfied
don't like it, changed my mind, change my mind
nobody home, nobody is home, not at home, not in, no one home, no one is home, i'm out, nobody at home
lost, lost property, lost and found, forgot*, forgotten*, left behind, misplaced
theft, stolen, robbed, steal
damage waiver, travel insurance, damage cover, third party
break it, if i break it, if it breaks, damage it
size, sizes, sizing, measurements, measurement, dimensions, how big*, how large*
try on, trying on, fitting rooms, fitting room
colour, colours, color, colors, shade*, shades*
gift, gifts, present*, presents, gift wrap
gift wrap, gift wrapping, wrapped, wrapping, wrap*
personalise, personalize, personalised, personalized, engrave, engraving, customise, customize, custom-made, custom, bespoke, made to measure
sample, samples, try before
brand, brands, make*, manufacturer
bag, bags, carrier bag
box, boxes, crate
flowers, flower, bouquet, bouquets, florist
jewellery, jewelry > ring*, rings, necklace, bracelet, earrings
watch*, watches
toys, toy
books*, bookshop, bookstore
furniture, sofa*, couch
clothes, clothing, garments, apparel, garment
shoes, shoe, footwear
trainers*, sneakers, running shoes
coat, coats, overcoat
jumper, jumpers, sweater, sweaters, pullover
trousers, pants > jeans
swimsuit, swimming costume, swimming trunks, bathing suit
smoking, smoke, smokers, cigarettes, cigarette, tobacco, vape, vaping
rain, rains, raining, bad weather, wet weather
privacy, personal data, data protection, gdpr
cctv, security cameras, surveillance
password, passcode
socket, sockets, power outlet, outlet*, plug*, charge my phone
membership, member, members, subscription, become a member, memberships
points*, loyalty card, loyalty, rewards
renew, renewal, extend, extension, prolong, keep it longer, longer*
reviews, review, testimonials
company*, companies, business account, corporate, businesses
outside, outdoors
inside, indoors, indoor
rubbish, trash, garbage, waste*
autumn, fall*
`;
