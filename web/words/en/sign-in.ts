export const signIn = {
  title: 'Sign in',
  lead: 'Open the link that the start printed, or give the admin token.',
  token: 'Admin token',
  where:
    'ADMIN_TOKEN, or what the file data/admin-token holds. `npx recado login` prints a new link.',
  submit: 'Sign in',
  byLink: 'Signing in by the link…',
  usedLink: 'This link is used up or too old. `npx recado login` prints a new one.',
  wrongToken: 'That is not the admin token.',
};
