/** What guests of hotels and restaurants, shoppers, pupils and travellers call things in English. */
export const enPlaces = `
room, rooms, accommodation, lodging, bedroom, bedrooms
single room, room for one, single occupancy, one person
double room, room for two, for two people, double bed room
twin room, two beds, twin beds, separate beds
double bed, queen bed, king bed, king size, queen size
dorm, dormitory, shared room, bunk, bunks, bunk bed, bunk beds
cot, cots, crib, cribs, baby bed, travel cot
extra bed, sofa bed, rollaway bed, additional bed, spare bed
family room, room for a family, room for four
check-in, check in, checkin, check-in and check-out, arrival and departure, arrival time, arrive*, arrival, arrivals, get into the room, get our room
check-out, check out, checkout, check-in and check-out, arrival and departure, departure time, leave the room, late checkout, late check-out, vacate, departure
late arrival, arrive late, arriving late, arrive at night, arrive after midnight, get in late
night, nights, overnight, sleep, sleeps, stay*, stays*
tourist tax, city tax, occupancy tax
meals included, meal plan, board basis > half board, full board, all inclusive, all-inclusive
luggage, bags*, suitcase, suitcases, baggage, left luggage, backpack, backpacks
luggage, leave my bags, leave our bags, leave my luggage, leave our luggage, store luggage, luggage storage, store my bags, left luggage, leave luggage, leave my suitcase
safe deposit box, safe*, valuables
minibar, mini bar, fridge*
view, views > sea view, ocean view
balcony, balconies
towel, towels, bath towel
linen, bed linen, sheets, bedclothes
hairdryer, hair dryer, hairdrier
air conditioning, aircon, ac, air-conditioned, a c, air con
heating, heated, heater, heaters, radiator
lift*, lifts, elevator, elevators
pool, swimming pool, swim, swimming
heated pool, indoor pool
sunbed, sunbeds, sun lounger, sun loungers, deck chair, parasol
beach, beaches, seaside, seafront
airport transfer, transfer*, shuttle, airport pickup, airport pick-up, pick up from the airport
airport, airports
breakfast, breakfasts, brunch
breakfast included, include breakfast, with breakfast
buffet, buffets, all you can eat
housekeeping, room cleaning, clean the room, maid
front desk, reception, receptionist, concierge, lobby
24 hours, 24 hour, round the clock, all night, 24 7
restaurant, restaurants, dining room, diner
lunch, lunches, midday meal
set menu, menu of the day, daily special, specials, lunch deal, fixed price menu, prix fixe
kids menu, children's menu, kids' menu, menu for children, child portions
dinner, dinners, supper, evening meal
dessert, desserts, pudding, puddings, sweets*, afters
starter, starters, appetizer, appetizers, appetiser
drink*, drinks, beverage, beverages, soda, soft drink, soft drinks, pop*
wine, wines
beer, beers, ale, lager, pint*
alcohol, alcoholic, booze, liquor, spirits*
corkage, bring my own wine, byob, bring our own wine, bring our own drinks
tap water, water
coffee, coffees > espresso, latte, cappuccino
decaf, decaffeinated, caffeine free, without caffeine
tea, teas, herbal tea
plant milk, non-dairy milk, dairy-free milk > oat milk, soya milk, soy milk, almond milk
juice, juices, squash*
ice*, ice cubes
ice cream, ice creams, gelato, ice-cream
bread, loaf, loaves, baguette, bakery
wholemeal, whole wheat, wholewheat, wholegrain, brown bread
gluten free, gluten-free, without gluten, no gluten, glutenfree
cake, cakes, gateau, tart*, torte
birthday cake, birthday cakes, custom cake, personalised cake, personalized cake, cake to order
pastry, pastries, viennoiserie, bun*, buns
sandwich, sandwiches, sub*, roll*, toastie
fries, chips*, french fries
prawn, prawns, shrimp, shrimps
seafood, shellfish, crustaceans, molluscs > prawns, shrimp, mussels, clams, crab, lobster
fish* > salmon, tuna, cod
meat, meats > beef, chicken, pork, lamb
aubergine, eggplant
courgette, zucchini
coriander, cilantro
rocket*, arugula
biscuit, biscuits, cookie, cookies
spicy, hot*, heat*
organic, bio, organically grown, pesticide free
homemade, home-made, made in house, handmade, home made
frozen, freeze, freezing
shelf life, keep fresh, how long does it keep, best before, use by, expiry date, expire, expires, goes off
reheat, reheating, warm up, heat up, microwave
table, tables, reserve a table, book a table, table booking, table reservation, table reservations, table for two, table for four, get a table
terrace, patio, outdoor seating, outside seating, outdoors, sit outside, eat outside, garden seating, al fresco
high chair, highchair, high chairs, baby chair, booster seat
changing table, change a nappy, nappy change, diaper change, baby changing, nappies, diapers
pram, stroller, pushchair, buggy, prams, strollers
halal, kosher
available, availability, any room left, spaces left, space left, fully booked, any space, full up
capacity, how many people fit, how many people, seats*, seat*, fits how many
event, events, party, parties, celebration, celebrations, celebrate, birthday, birthdays, wedding, weddings, catering, function*, reception*, hen do, baby shower
meeting room, conference room, function room, private room, private dining
group, groups, large party, large group, big group, many of us
live music, concert, concerts, gig, gigs, band*
show*, performance, performances
ticket, tickets, admission, entry*, pass*, entrance fee
guided tour, guided tours, tour, tours, guide*
audio guide, audioguide, audio guides
trip, trips, excursion, excursions, outing
trail, trails, hike, hikes, hiking, walk*, path*
photo, photos, photograph, photographs, picture*, pictures, photography, take photos
class, classes, course, courses, lesson, lessons, workshop*
private lesson, private lessons, one to one, one-to-one, individual lessons, private class, private tuition, tutoring
teacher, teachers, instructor, instructors, tutor, tutors
enrol, enroll, enrolment, enrollment, sign up, signing up, sign on, sign me up, put my name down, register, registration, join*, registering, enrolling
student, students, pupil, pupils, learner, learners
level, levels, beginner, beginners, no experience, from scratch
placement test, level test
exam*, exams, test*, tests
certificate, certificates, diploma, diplomas, qualification, qualifications
online, remote, remotely, virtual, over zoom
in person, face to face, on site
textbook, textbooks, course book, materials*, coursebook
uniform, uniforms
nursery, childcare, creche, daycare, day care, kindergarten, preschool
summer camp, summer school, holiday camp, holiday club
scholarship, scholarships, bursary, grant*, financial aid
miss a class, missed a class, absence, absent, can't attend, missed lesson, make up a class, catch up a class
flat*, flats*, apartment, apartments, property*, properties
landlord, landlady
tenant, tenants, lodger
estate agent, estate agents, realtor, letting agent, real estate agent
commission, agency fee, finder's fee
furnished, furniture included, with furniture
service charge, hoa, community fees, maintenance fee
mortgage, mortgages, home loan
viewing, viewings, see the flat, see the house, view the property, see the apartment
floor, floors, storey, level*
photocopy, photocopies, photocopying, copies*
scan*, scanning, digitise, digitize
binding, bind, bound*, spiral binding
passport photo, passport photos, id photo, id photos
plane ticket, plane tickets, airfare, air ticket, flight ticket
seat, seats, seating
visa application, tourist visa, entry visa
bouncy castle, bouncy castles, inflatable, inflatables, jumping castle, bounce house
balloon, balloons
waiter, waiters, waitress, server*
school trip, field trip, school trips
homework, assignments
school lunch, school meals, school dinners, canteen
`;
