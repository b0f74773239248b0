import { panneDe } from './pannes';

const systeme = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: write`), { code, ...(path ? { path } : {}) });
const service = (code: number, details = '') =>
  Object.assign(new Error('Failed to signal', { cause: Object.assign(new Error('x'), { code, details }) }), {
    name: 'ServiceError',
  });

it.each([
  ['le disque plein', systeme('ENOSPC', '/donnees/sortie.pdf'), 'DISQUE_PLEIN', /plein \(\/donnees\/sortie\.pdf\)/],
  ['un dossier interdit', systeme('EACCES', '/racine'), 'ECRITURE_REFUSEE', /droits/],
  ['le registre absent', systeme('ECONNREFUSED'), 'REGISTRE_ABSENT', /registre .* ne répond pas/],
  ['le registre coupé', new Error('Connection terminated unexpectedly'), 'REGISTRE_ABSENT', /ne répond pas/],
  ['une coupure en cause', new Error('x', { cause: systeme('57P01') }), 'REGISTRE_ABSENT', /ne répond pas/],
  ['le disque du registre plein', systeme('53100'), 'REGISTRE_PLEIN', /disque du registre/],
  ['le registre qui nous refuse', systeme('SELF_SIGNED_CERT_IN_CHAIN'), 'REGISTRE_REFUSE', /ne nous prend pas/],
  ['le moteur absent', service(14, 'ECONNREFUSED'), 'MOTEUR_ABSENT', /moteur Temporal ne répond pas/],
  ['le disque du moteur plein', service(13, 'database or disk is full (13)'), 'MOTEUR_EN_PANNE', /disque du moteur/],
  ['un refus du moteur', service(8), 'MOTEUR_EN_PANNE', /gRPC 8/],
])('%s est dit en français', (_quoi, erreur, code, phrase) => {
  expect(panneDe(erreur)).toEqual({ code, phrase: expect.stringMatching(phrase) });
});

it('un défaut de Jalon n’est pas une panne', () => {
  expect(panneDe(new TypeError('x is undefined'))).toBeNull();
  expect(panneDe('texte')).toBeNull();
});
