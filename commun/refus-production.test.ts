import { randomBytes } from 'node:crypto';
import { refusDeReglage } from '../test/outils/refus-de-reglage';
import { refuserDemonstration, refuserExemples } from './refus-production';
import { lireReglages } from './reglages';

const CLE = `k1:${randomBytes(32).toString('base64')}`;
const PRODUCTION = {
  JALON_PROFIL: 'production',
  JALON_TEMPORAL_ADRESSE: 'temporal:7233',
  JALON_REGISTRE_URL: 'postgresql://jalon@registre:5432/jalon',
  JALON_REGISTRE_MOT_DE_PASSE: 'a@b:c/d#e',
  JALON_SMTP_URL: 'smtp://relais:25',
  JALON_CLES: CLE,
  JALON_EXPEDITEUR: 'Jalon <csp@agence.internal>',
  JALON_POSTE: '/sorties/poste',
  JALON_SMS: '/sorties/sms',
};
const lire = (env: Record<string, string>) => refuserExemples(lireReglages({ ...PRODUCTION, ...env }));
const dit = (env: Record<string, string>) => refusDeReglage(() => lire(env));

it('des réglages vrais passent', () => {
  expect(() => lire({})).not.toThrow();
});

it.each([
  ['JALON_CLES', `${CLE},vieille:${Buffer.alloc(32, 7).toString('base64')}`, 'clé d’exemple (vieille)'],
  ['JALON_REGISTRE_MOT_DE_PASSE', 'motdepasse', 'Le mot de passe du registre'],
  ['JALON_REGISTRE_MOT_DE_PASSE', 'Jalon', 'Le mot de passe du registre'],
  ['JALON_SMTP_URL', 'smtps://utilisateur:motdepasse@relais', 'Le mot de passe du relais'],
  [
    'JALON_EXPEDITEUR',
    'Jalon <ne-pas-repondre@example.org>',
    'JALON_EXPEDITEUR vaut « Jalon <ne-pas-repondre@example.org> »',
  ],
  ['JALON_EXPEDITEUR', '', 'JALON_EXPEDITEUR vaut'],
  ['JALON_EXPEDITEUR', 'csp@agence.example.com', 'JALON_EXPEDITEUR vaut'],
  ['JALON_RETOURS', 'retours@example.org', 'JALON_RETOURS vaut'],
])('%s : %s est refusé, en une phrase', (nom, valeur, phrase) => {
  const refuse = dit({ [nom]: valeur });
  expect(refuse).toContain(phrase);
  expect(refuse.split('\n')).toHaveLength(1);
});

it.each([
  ['JALON_REGISTRE_URL', 'postgresql://jalon:50%@registre/jalon'],
  ['JALON_SMTP_URL', 'smtps://jalon:50%@relais'],
])('%s, au mot de passe que rien ne décode, est nommé sans être montré', (nom, valeur) => {
  const refuse = dit({ [nom]: valeur, JALON_REGISTRE_MOT_DE_PASSE: '' });
  expect(refuse).toContain(`${nom} ne peut pas être lu`);
  expect(refuse).not.toContain('50');
});

it('tout ce qui est refusé l’est à la fois, et aucun secret n’est montré', () => {
  const oidc = {
    JALON_OIDC_EMETTEUR: 'https://i.agence.internal',
    JALON_OIDC_CLIENT: 'j',
    JALON_OIDC_SECRET: 'changeme',
  };
  const refuse = dit({ ...oidc, JALON_EXPEDITEUR: '', JALON_REGISTRE_MOT_DE_PASSE: 'password' });
  expect(refuse.split('\n')).toHaveLength(3);
  expect(refuse).not.toMatch(/changeme|password/);
});

it('des comptes de démonstration en service sont nommés', () => {
  expect(() => refuserDemonstration([])).not.toThrow();
  expect(refusDeReglage(() => refuserDemonstration(['l-vasseur', 'a-morin']))).toContain('(l-vasseur, a-morin)');
});
