import { empreinteDuMessage, estRefuseSous, idDuRefus } from './empreinte-message';

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

describe('sous un identifiant déjà pris', () => {
  const empreinte = empreinteDuMessage(message);
  const refus = (id: string) => idDuRefus(id, empreinte);
  const issue = (id: string, code: string | null) => ({
    [id]: { id, statut: 'REFUSE', code, phrase: null, version: 1 },
  });
  const sait = (id: string, reste: object) => estRefuseSous({ issues: {}, recus: [], ...reste }, id);

  it('le premier autre message refusé l’est pour tous, jugé ou sur le point de l’être', () => {
    expect(sait('a', {})).toBe(false);
    expect(sait('a', { issues: issue(refus('a'), 'IDENTIFIANT_DEJA_PRIS') })).toBe(true);
    const recu = { ...message, id: refus('a'), recuLe: '2025-06-12T08:00:00.000Z', refus: 'IDENTIFIANT_DEJA_PRIS' };
    expect(sait('a', { recus: [recu] })).toBe(true);
  });
  it('et non celui d’un identifiant qui commence pareil, ou refusé pour autre chose', () => {
    expect(sait('a', { issues: issue(refus('a/b'), 'IDENTIFIANT_DEJA_PRIS') })).toBe(false);
    expect(sait('a', { issues: issue(refus('ab'), 'IDENTIFIANT_DEJA_PRIS') })).toBe(false);
    expect(sait('a', { issues: issue(refus('a'), 'TYPE_INCONNU') })).toBe(false);
    const recu = (id: string, code: string) => ({ ...message, id, recuLe: '2025-06-12T08:00:00.000Z', refus: code });
    expect(sait('a', { recus: [recu(refus('a'), 'TYPE_INCONNU')] })).toBe(false);
    expect(sait('a', { recus: [recu(refus('ab'), 'IDENTIFIANT_DEJA_PRIS')] })).toBe(false);
    expect(sait('a', { issues: issue(`ab${empreinte}`, 'IDENTIFIANT_DEJA_PRIS') })).toBe(false);
  });
});
