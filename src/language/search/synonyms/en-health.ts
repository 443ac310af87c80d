/** What patients and clients of clinics, pharmacies, opticians, salons and gyms call things in English. */
export const enHealth = `
insurance, insurer, insurers, insured, health plan, health insurance, dental plan, coverage, policy*, health cover
doctor, doctors, physician, physicians, gp, specialist, specialists, practitioner
patient, patients
consultation, consultations, consult, first visit, examination, exam*, check-up, checkup, check up, assessment, visit*, first examination
online consultation, video call, video consultation, telehealth, virtual visit, remote appointment
clinic, surgery*, practice*
nurse, nurses
dentist, dentists, dental practice, dentistry
children's dentist, kids dentist, paediatric dentist, pediatric dentist, dentist for children, dentist for kids
orthodontist, orthodontists
teeth, tooth > molar, molars, wisdom tooth, wisdom teeth
dental cleaning, teeth cleaning, tooth cleaning, clean my teeth, scale and polish, scaling, hygienist, tartar, plaque*, cleaning, deep clean
filling, fillings, cavity, cavities, caries, tooth decay, hole in my tooth, hole in a tooth, composite filling, amalgam
root canal, root canals, endodontic, endodontics, nerve treatment
crown, crowns, cap*, caps*
extraction, extractions, extracted, tooth out, tooth removed, tooth pulled, teeth pulled, pull*, pulled*, pulling*, pull a tooth, pulling a tooth, remove a tooth, teeth removed, take a tooth out, removal*
braces, brackets, bracket, orthodontics, orthodontic, straighten my teeth, teeth straightening, straighten teeth, crooked teeth
clear braces, ceramic braces, invisible braces, see-through braces
aligners, aligner, invisalign, clear aligners, invisible aligners
retainer, retainers
whitening, bleaching, bleach*, whiten, whitened, whiter teeth, whiter, teeth whitening, brighter smile
night guard, night guards, mouthguard, mouth guard, grinding, grind my teeth, grind teeth, bruxism, bite guard, splint, clench my teeth, teeth grinding
implant, implants, false tooth, artificial tooth
dentures, denture, false teeth, plate*, bridge*
veneer, veneers
gums, gum disease, gum*, periodontitis, gingivitis
x-ray, x-rays, xray, xrays, x ray, x rays, radiograph, radiographs > panoramic
anaesthetic, anesthetic, anaesthesia, anesthesia, numb, numbing, numbed, injection
sedation, sedated, sedate, laughing gas, nitrous oxide, gas and air, put to sleep, sleep dentistry
hurt, hurts, pain, painful, painless, ache, aches, sore, toothache
afraid, scared, fear, frightened, nervous, anxious, anxiety, phobia, terrified
surgery, operation, operations, procedure, procedures
stitches, sutures, stitch, stitches out
injury, injuries, wound, wounds, blow, blows, accident
bleeding, bleed, bleeds
swelling, swollen, inflamed
fever, temperature*
cold*, flu, influenza
pregnant, pregnancy, expecting*, expectant
fasting, fast*, empty stomach, eat before, eating before
blood test, blood tests, blood work, bloodwork, laboratory, lab, blood*
results*, test results
scan*, ultrasound, sonogram
prescription, prescriptions, prescribe, prescribed, repeat prescription
medicine, medicines, medication, medications, meds, tablets*, pills, drugs*
blood thinners, anticoagulants, anticoagulant, warfarin
pharmacy, chemist, chemist's, drugstore
emergency, emergencies, urgent, urgently, out of hours, right away
vaccine, vaccines, vaccination, vaccinations, vaccinate, jab, jabs, shot*, shots*, immunisation, immunization
sick note, medical certificate, doctor's note, fit note
medical records, medical history, records*, file*
physiotherapy, physio, physiotherapist, physical therapy, physical therapist
psychologist, therapist*, counselling, counseling, therapy
gynaecologist, gynecologist, gynaecology, gynecology, obgyn
paediatrician, pediatrician, paediatrics, pediatrics
dermatologist, skin doctor, dermatology
podiatrist, chiropodist, podiatry, chiropody
nutritionist, dietician, dietitian
ophthalmologist, eye doctor, optometrist, optician, opticians
glasses, spectacles, eyeglasses, specs
contact lenses, contacts*, lenses
eye test, eye exam, sight test, vision test
frames, frame*
hearing aid, hearing aids
vet, vets, veterinarian, veterinary, animal doctor
neuter, neutering, neutered, spay, spaying, spayed, castrate, castration, sterilise, sterilised, sterilisation, sterilize, sterilized, sterilization
milk tooth, milk teeth, baby tooth, baby teeth, primary tooth, primary teeth
worming, deworming, fleas, flea, ticks*
microchip, microchipping, chip*
grooming, dog groomer, groomer, dog wash, dog grooming
kennel, kennels, cattery, pet boarding, dog boarding, boarding, pet sitting, dog sitting
pet food, dog food, cat food, kibble
haircut, haircuts, hairdresser, hairdressers, barber, barbers, salon, hair cut, trim, hair stylist, stylist, hairdressing
hair dye, dye, dyeing, hair colour, hair color, colouring, coloring, tint
highlights, balayage, lowlights, streaks
blow dry, blow-dry, blowout, wash and dry, styling
straightening, keratin, relaxer
perm, perms
beard, beard trim, shave, shaving
manicure, manicures, nails, gel nails, nail polish
pedicure, pedicures, toenails
waxing, wax, hair removal, epilation
eyebrows, brows, brow shaping, threading
lashes, eyelashes, lash extensions
facial, facials
massage, massages, masseur, masseuse
make-up, makeup, make up artist
tattoo, tattoos
gym, fitness room, fitness centre, fitness center, weights room, workout room, exercise room
personal trainer, personal training, coach*, trainer
group classes, exercise classes, fitness classes
trial class, free trial, taster, taster session, trial session, day pass, try a class, trial lesson
freeze my membership, pause my membership, suspend my membership
end my membership, leave the gym, cancel my membership, stop my membership, quit*
locker, lockers
changing room, changing rooms, dressing room, locker room, fitting room*, fitting rooms*
shower, showers
spa, wellness area > sauna, jacuzzi, hot tub, steam room
jacuzzi, hot tub, whirlpool
`;
