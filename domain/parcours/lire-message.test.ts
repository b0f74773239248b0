import { phrase } from '../faits/erreurs';
import { ILLISIBLE } from './illisible';
import { lireMessage } from './lire-message';
import type { MessageRecu } from './parcours';

const recuLe = '2025-06-12T08:00:00.000Z';
const lire = (reste: Partial<MessageRecu>) =>
  lireMessage({ id: 'm', acte: 'consigner', contenu: {}, recuLe, ...reste });
const refus = (reste: Partial<MessageRecu>) => {
  const lu = lire(reste);
  return lu.ok ? null : lu.code;
};

describe('la porte d’un parcours', () => {
  it('rend le contenu, ses textes sous leur forme canonique', () => {
    expect(lire({ contenu: { id: 'm', auteur: 'Le\u0301a' } })).toEqual({
      ok: true,
      contenu: { id: 'm', auteur: 'Léa' },
    });
  });

  it.each<[string, Partial<MessageRecu>, string]>([
    ['ce qui n’est pas un objet', { contenu: 'bonjour' }, 'MESSAGE_ILLISIBLE'],
    ['ce qui ne se déchiffre pas', { contenu: ILLISIBLE }, 'MESSAGE_INDECHIFFRABLE'],
    [
      'un identifiant dont le parcours n’a pas voulu',
      { anonyme: true, contenu: { id: '__proto__' } },
      'IDENTIFIANT_INVALIDE',
    ],
    ['un identifiant inacceptable, vu d’un aperçu', { id: 'constructor' }, 'IDENTIFIANT_INVALIDE'],
    ['un caractère nul dans un motif', { contenu: { motif: 'a\u0000' } }, 'CARACTERE_INTERDIT:motif'],
    [
      'un caractère nul au fond d’un fait',
      { contenu: { evenement: { contratId: '\u0000' } } },
      'CARACTERE_INTERDIT:contratId',
    ],
    ['un champ dont le nom n’en est pas un', { contenu: { 'Zoé Morel, 4 rue': '\u0000' } }, 'CARACTERE_INTERDIT'],
    ['un texte sans fin', { contenu: { motif: 'x'.repeat(3_000) } }, 'TEXTE_TROP_LONG:motif'],
    ['un nom inconnu, répété', { acte: 'inconnu', nom: 'arretMaladi' }, 'MESSAGE_INCONNU:arretMaladi'],
    ['un nom inconnu qui n’est pas un nom', { acte: 'inconnu', nom: '<b>' }, 'MESSAGE_INCONNU:sans nom'],
    ['ce que le registre n’a pas pu garder', { refus: 'DONNEES_REFUSEES' }, 'DONNEES_REFUSEES'],
  ])('refuse %s', (_nom, message, code) => {
    expect(refus(message)).toBe(code);
    expect(phrase(code)).toMatch(/\.$/);
  });

  it('un message sans identifiant à lui se lit comme un autre', () => {
    expect(refus({ anonyme: true, contenu: { evenement: {} } })).toBeNull();
  });
});
