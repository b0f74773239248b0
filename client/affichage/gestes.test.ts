import { closeParUnActe, gestesDEcheance, gestesDeRendezVous, gestesDeTache } from './gestes';

it.each([
  ['BULLETIN_RECU', 'n/BULLETIN_RECU/2025-03-24', ['/evenement?type=REPONSE_SALARIE', '/silence']],
  [
    'ECHEANCE_PROCHE',
    'n/ECHEANCE_PROCHE/PSP/2025-05-02',
    ['/evenement?type=PSP_VALIDE', '/rendez-vous/nouveau?sorte=PSP'],
  ],
  ['ECHEANCE_PROCHE', 'n/ECHEANCE_PROCHE/REINSCRIPTION/2026-03-29', ['/evenement?type=DEMANDE_REINSCRIPTION']],
  ['ADRESSE_REJETEE', 'n/ADRESSE_REJETEE/EMAIL/0a1b', ['/coordonnees']],
  ['RDV_A_CLORE', 'n/RDV_A_CLORE/aaaa', ['/rendez-vous/aaaa/tenu', '/rendez-vous/aaaa/manque']],
  ['RDV_A_DEPLACER', 'n/RDV_A_DEPLACER/aaaa/2', ['/rendez-vous/aaaa/deplacer', '/rendez-vous/aaaa/annuler']],
  ['A_CONFIRMER', 'n/A_CONFIRMER/a/b', ['/confirmation?entree=a%2Fb']],
  ['PIECES_A_REUNIR', 'n/PIECES_A_REUNIR', ['#pieces']],
  ['PIECE_ATTENDUE', 'n/PIECE_ATTENDUE/KBIS/a', ['#pieces']],
  ['FORMATION_A_SUIVRE', 'n/FORMATION_A_SUIVRE/a/DEVIS', ['#formations']],
  ['FORMATION_A_SUIVRE', 'n/FORMATION_A_SUIVRE/a/ENTREE', ['/evenement?type=FORMATION', '#formations']],
  ['CUMUL_ACTIVITE', 'n/CUMUL_ACTIVITE/150', []],
])('une tâche %s (%s) se règle par %j', (type, cle, chemins) => {
  expect(gestesDeTache({ type, cle }).map(({ chemin }) => chemin)).toEqual(chemins);
});

it('une échéance se règle par son fait, un rendez-vous par ce qu’il devient', () => {
  expect(gestesDEcheance('BILAN').map(({ libelle }) => libelle)).toEqual(['Consigner : bilan réalisé', 'Planifier']);
  expect(gestesDEcheance('FIN_CSP')).toEqual([]);
  expect(gestesDeRendezVous('a', true).map(({ libelle }) => libelle)).toEqual(['Tenu', 'Manqué']);
  expect(gestesDeRendezVous('a', false).map(({ libelle }) => libelle)).toEqual(['Déplacer', 'Annuler']);
});

it.each([
  ['RDV_A_CLORE', 'n/RDV_A_CLORE/a', true],
  ['ECHEANCE_DEPASSEE', 'n/ECHEANCE_DEPASSEE/PSP/2025-05-02', true],
  ['COURRIER_A_REMETTRE', 'n/x/COURRIER_A_REMETTRE', false],
  ['CUMUL_ACTIVITE', 'n/CUMUL_ACTIVITE/150', false],
])('%s est close par ce qu’on consigne : %s, %s', (type, cle, attendu) =>
  expect(closeParUnActe({ type, cle })).toBe(attendu),
);
