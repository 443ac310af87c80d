/** What customers of workshops, trades, rental and deliveries call things in English. */
export const enRepairs = `
repair, repairs, repairing, fix, fixes, fixing, mend, mending, mended, fixed, repaired
broken, damaged, damage, faulty, defective, fault, faults, defect, defects, doesn't work, not working, doesn't turn on, in bad condition, bad condition, poor condition, cracked, squashed, crushed, smashed, bent, torn, breakage, stopped working, broke, out of order
breaks down, break down, breaks, breakdown, broke down, breaks*, stops working
workshop, workshops, repair shop, garage*, service centre, service center
diagnosis, diagnostic, diagnostics, find out what's wrong, what's wrong with it, troubleshoot
maintenance, tune-up, tune up, tuneup, service*, servicing*, inspection, overhaul, check-up*, check*
full tune-up, full service, complete service, full overhaul, major service, complete overhaul
basic check, basic service, minor service, interim service, safety check
part*, parts*, spare part, spare parts, spares, replacement part, replacement parts, components
mechanic, mechanics, technician, technicians
labour, labor, hourly rate, workmanship
warranty, warranties, guarantee, guarantees, guaranteed
quote, quotes, estimate, estimates, quotation, quotations, ballpark
free quote, free estimate, no obligation quote
loan bike, courtesy bike, courtesy car, loaner, loan car, replacement bike, replacement car, lend me, lend us, borrow, borrowing, courtesy*, lend
puncture, punctures, punctured, flat tyre, flat tire, flat tyres, flat tires, flat wheel, burst tyre, blown tyre, a flat*
inner tube, inner tubes, tube*
tyre, tyres, tire, tires, wheel*, wheels*, rubber*
true a wheel, wheel truing, truing, straighten a wheel, buckled wheel, bent wheel, wheel alignment, alignment
brake, brakes, braking, brake pads
gears, gear*, derailleur, shifting, gearshift
chain*, chains*, drivetrain
assemble, assembling, assembly, put together, put it together, building up, fit*, fitting*, installation, install, installing
take apart, disassemble, dismantle, dismantling
packing, pack*, box up, boxing up, box it, packaging, wrap up, boxed up
plane, flight, flights, airplane, aeroplane, aircraft, fly, flying
bicycle, bicycles, bike, bikes, cycle*, pushbike
electric bike, electric bikes, e-bike, e-bikes, ebike, ebikes, e bike, electric bicycle, pedelec
mountain bike, mountain bikes, mtb
road bike, road bikes, racing bike, racer*
city bike, city bikes, town bike, ordinary bike, urban bike
child's bike, children's bike, children's bikes, kids bike, kid's bike, kids bikes, bike for a child, bike for my son, bike for my daughter
e-scooter, e-scooters, electric scooter, electric scooters, escooter, kick scooter, scooter*
helmet, helmets
lock, locks, padlock, padlocks
motorbike, motorbikes, motorcycle, motorcycles, moped, mopeds, scooter*
car, cars, auto, vehicle, vehicles, automobile, automobiles
van, vans, minivan, lorry, truck, trucks, pickup truck
oil*, oil change, lubricant
battery, batteries
charger, chargers, charging cable
charge*, charging, recharge, recharging, plug in
mot, roadworthiness, vehicle inspection
tow, towing, tow truck, roadside assistance, recovery*
bodywork, dent, dents, scratch, scratches, paintwork, panel beating
windscreen, windshield
car wash, car washing, valeting, valet*, detailing*
driving licence, driver's license, drivers license, driver's licence, driving license, licence, license
petrol, gas*, gasoline, fuel
mobile, mobiles, cell, cellphone, cell phone, smartphone, mobile phone, mobile phones, cellphones, handset
screen, screens, display, cracked screen, broken screen
tablet, tablets*, ipad
computer, computers, laptop, laptops, pc, notebook, macbook, desktop
printer, printers, printing, print
backup, back up, data recovery, recover my data, recover my photos, lost data
unlock, unlocking, unlocked
wet, water damage, dropped in water, fell in water, liquid damage, got wet
appliance, appliances, white goods
washing machine, washing machines, washer
dryer, tumble dryer, tumble drier
fridge, fridges, refrigerator, refrigerators
freezer, freezers, deep freeze
oven, ovens, cooker*
stove, stoves, hob, cooktop, cooker*
dishwasher, dishwashers
boiler, boilers, water heater
plumber, plumbers, plumbing
electrician, electricians, electrical work, rewiring, wiring
locksmith, locked out
painter, painters, decorator, decorating, painting
builder, builders, building work, renovation, renovations, remodelling, remodeling
carpenter, carpenters, joiner, carpentry, joinery
gardener, gardening, lawn, landscaping, mowing, hedge
blocked drain, blocked, clogged, unblock, drain*
leak, leaks, leaking
callout, call-out, call out, call-out charge, callout fee, call-out fee, home visit, house call, come to my house, come to my home, come out to us
home collection, collect from home, pick up from home, collected from home, pick it up from my house, collect it from my house, come and get it, come and collect, fetch, fetches, pick up from my house, door to door
removals, moving company, movers, moving house, house move
courier, couriers, carrier, parcel service, delivery driver
parcel, parcels, package, packages, packet
express, same day, same-day, rush, right away, as soon as possible, asap, straight away, quickest, fastest, today*
wait, waiting, while i wait, while you wait, on the spot
rent, rents, rental, rentals, renting, hire, hires, hiring*, hired, lease, rented
return*, bring it back, bring them back, come back, comes back, give it back, back by when
late return, return late, bring it back late, late back, overdue, returned late
machine, machines, machinery, equipment, plant*, kit*, tool, tools
drill, drills
saw*, saws, chainsaw
generator, generators, genset
scaffold, scaffolding, scaffold tower
ladder, ladders, stepladder
cement mixer, concrete mixer, mixer*
pressure washer, jet wash, power washer, jet washer, karcher
excavator, digger, diggers, mini digger, backhoe
compressor, compressors, air compressor
sharpen, sharpening, blunt
how heavy*, weight, weights*, weigh, weighs, kilos, pounds*
how tall*, height, high*, how high*, tall
how wide*, width, wide
how long is it, length
power*, watts, wattage, kw, horsepower
noise, noisy, loud, quiet*, silent, decibels
dry cleaning, dry clean, dry cleaner, dry cleaners, dry-clean
laundry, launderette, laundromat, wash clothes, washing*, laundry service
iron*, ironing, pressing*
stain, stains, stain removal
alteration, alterations, tailor, tailoring, seamstress, take up*, shorten, hem, hemming, sewing
zip, zips, zipper
shoe repair, cobbler, heel*, heels*, resoling, soles
key cutting, cut keys, duplicate key, copy a key, spare key
key, keys
second hand, second-hand, used*, refurbished, pre-owned, preowned, secondhand, reconditioned
trade in, trade-in, part exchange, sell you my, buy my old, sell my old
recycle, recycling, recycled, dispose, disposal, get rid
safety, safe*, dangerous, danger, protective, protection*
`;
