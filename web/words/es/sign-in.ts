import type { signIn as en } from '../en/sign-in.js';

export const signIn: typeof en = {
  title: 'Iniciar sesión',
  lead: 'Abre el enlace que se mostró al arrancar, o escribe el token de administración.',
  token: 'Token de administración',
  where:
    'ADMIN_TOKEN, o lo que contiene el archivo data/admin-token. `npx recado login` da un enlace nuevo.',
  submit: 'Entrar',
  byLink: 'Entrando con el enlace…',
  usedLink: 'Este enlace ya se usó o ha caducado. `npx recado login` da uno nuevo.',
  wrongToken: 'Ese no es el token de administración.',
};
