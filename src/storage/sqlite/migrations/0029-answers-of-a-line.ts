/** Which curated answer is for one line of the business alone; null: for all. */
export const answersOfALine = /* sql */ `ALTER TABLE curated_answers ADD COLUMN line TEXT`;
