import { expect, it } from 'vitest';
import { followUpVariables, wrongFollowUpVariables } from './follow-up-variables.js';

it('has the name that is shown, or what stands for it', () => {
  const given = '1={name|there}; 2 = x';
  expect(wrongFollowUpVariables('1=Hi {name|there}, {name|you}; shop=our shop')).toBeUndefined();
  expect(followUpVariables('1=Hi {name|there}; shop=our shop', ' Ana \n López ')).toEqual({
    1: 'Hi Ana López',
    shop: 'our shop',
  });
  expect(followUpVariables('1={name|there}')).toEqual({ 1: 'there' });
  expect(followUpVariables('1={name|there}', ' ')).toEqual({ 1: 'there' });
  expect(followUpVariables()).toEqual({});
  expect(wrongFollowUpVariables(given)).toMatch(/look like/);
});

it.each(['a', '1=', '=x', '1=a; 1=b', '1={name}', '1={other|x}', '1={{name|x}}', 'a b=c'])(
  'is wrong: %s',
  (text) => expect(wrongFollowUpVariables(text)).toBeTruthy(),
);
