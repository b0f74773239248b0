import { refusDeReglage } from '../test/outils/refus-de-reglage';
import { lireReglages } from './reglages';

const OIDC = {
  JALON_OIDC_EMETTEUR: 'https://identite.example.org/api',
  JALON_OIDC_CLIENT: 'jalon',
  JALON_OIDC_SECRET: 'un secret',
};
const PRODUCTION = {
  JALON_PROFIL: 'production',
  JALON_TEMPORAL_ADRESSE: 'temporal:7233',
  JALON_REGISTRE_URL: 'postgresql://jalon:x@registre:5432/jalon',
  JALON_SMTP_URL: 'smtp://relais:25',
  JALON_CLES: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  JALON_POSTE: '/sorties/poste',
  JALON_SMS: '/sorties/sms',
};
const refus = (env: Record<string, string>): string => refusDeReglage(() => lireReglages(env));

it('sans fournisseur d’identité, on entre par mot de passe', () => {
  const { identite, motsDePasse } = lireReglages({});
  expect([identite, motsDePasse]).toEqual([null, true]);
});

it('un fournisseur se donne entier ; son nom et les niveaux exigés ont un défaut', () => {
  const dit = { emetteur: OIDC.JALON_OIDC_EMETTEUR, client: 'jalon', secret: 'un secret' };
  expect(lireReglages(OIDC).identite).toEqual({ ...dit, nom: 'votre fournisseur d’identité', acr: [] });
  const plus = { JALON_OIDC_NOM: 'ProConnect', JALON_OIDC_ACR: 'eidas2, eidas3', JALON_MOTS_DE_PASSE: 'non' };
  expect(lireReglages({ ...OIDC, ...plus })).toMatchObject({
    identite: { ...dit, nom: 'ProConnect', acr: ['eidas2', 'eidas3'] },
    motsDePasse: false,
  });
});

it.each(Object.keys(OIDC))('sans %s, on dit lequel manque, et aucun secret n’est montré', (nom) => {
  const dit = refus({ ...OIDC, [nom]: '' });
  expect(dit).toBe(`${nom} manque : ${Object.keys(OIDC).join(', ')} se donnent ensemble.`);
});

it('ce qui ne sert qu’avec lui est refusé sans lui', () => {
  expect(refus({ JALON_OIDC_NOM: 'ProConnect' })).toContain('JALON_OIDC_NOM ne sert qu’avec');
  expect(refus({ JALON_MOTS_DE_PASSE: 'non' })).toContain('personne n’entrerait');
});

it('en clair, sur cette machine seule, et jamais en production', () => {
  const clair = (emetteur: string) => ({ ...OIDC, JALON_OIDC_EMETTEUR: emetteur });
  expect(lireReglages(clair('http://127.0.0.1:4000')).identite).not.toBeNull();
  expect(refus(clair('http://identite.example.org'))).toContain('doit être une adresse https://');
  expect(refus({ ...PRODUCTION, ...clair('http://127.0.0.1:4000') })).toContain('doit être une adresse https://');
});

it('en production, l’entrée sans mot de passe demande un second facteur au fournisseur', () => {
  const seul = { ...PRODUCTION, ...OIDC, JALON_MOTS_DE_PASSE: 'non' };
  expect(refus(seul)).toContain('aucun administrateur n’entrerait');
  expect(lireReglages({ ...seul, JALON_OIDC_ACR: 'eidas2' }).motsDePasse).toBe(false);
});
