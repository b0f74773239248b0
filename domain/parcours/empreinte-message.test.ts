import { empreinteDuMessage } from './empreinte-message';

const evenement = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };
const message = { acte: 'consigner' as const, contenu: { id: 'a', auteur: 'moi', evenement } };

describe('ce que dit un message', () => {
  it('est le même d’un autre auteur, sous une autre version vue, ses champs dans un autre ordre', () => {
    const { debut, fin, type } = evenement;
    const contenu = { evenement: { fin, debut, type, motif: undefined }, versionVue: 3, auteur: 'elle', id: 'a' };
    expect(empreinteDuMessage({ acte: 'consigner', contenu })).toBe(empreinteDuMessage(message));
  });

  it.each([
    ['un jour', { acte: 'consigner', contenu: { evenement: { ...evenement, fin: '2025-06-11' } } }],
    ['un motif', { acte: 'consigner', contenu: { evenement, motif: 'erreur' } }],
    ['l’acte', { acte: 'corriger', contenu: { evenement } }],
    ['le nom', { acte: 'consigner', nom: 'autre', contenu: { evenement } }],
    ['tout', { acte: 'consigner', contenu: 'bonjour' }],
    ['tout encore', { acte: 'consigner', contenu: null }],
  ] as const)('est autre dès que change %s', (_, autre) => {
    expect(empreinteDuMessage(autre)).not.toBe(empreinteDuMessage(message));
  });

  it('tient en seize caractères, qui ne changeront pas', () => {
    expect(empreinteDuMessage(message)).toMatch(/^[0-9a-f]{16}$/);
    expect(empreinteDuMessage(message)).toBe('9a62e961834ed992');
  });
});
