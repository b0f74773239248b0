import type { DateCivile } from '../calendrier/dates';
import { details } from './details';
import type { Echeance, Situation } from './situation';

const echeance = (libelle: string, statut: Echeance['statut'], faiteLe: string | null = null): Echeance => ({
  cle: libelle,
  libelle,
  debut: null,
  date: '2025-04-01' as DateCivile,
  dernierJourUtile: null,
  statut,
  faiteLe: faiteLe as DateCivile | null,
  regle: 'R12',
  pourquoi: 'parce que',
});
const courrier = (statut: string, code = 'C01_PROPOSITION', destinataire = 'BENEFICIAIRE', le = '2025-03-24') =>
  ({ statut, code, destinataire, date: le, le: `${le}T08:00:00Z` }) as Situation['courriers'][number];

const situation = {
  numero: '2025-000001-32',
  etat: 'EN_CSP',
  resultat: { actualisations: [{ mois: '2026-02', ouverture: '2026-02-26', cloture: '2026-03-15' }] },
  echeances: [echeance('Pré-bilan', 'FAITE', '2025-03-28'), echeance('PSP', 'PASSEE'), echeance('Bilan', 'A_VENIR')],
  courriers: [
    courrier('RECTIFIE'),
    courrier('PARTI', 'C04_ADHESION', 'EMPLOYEUR', '2025-03-27'),
    courrier('A_REPRENDRE'),
    courrier('A_VENIR'),
  ],
  alertes: ['CONGES_DEPASSES', 'TAUX_PLEIN_PENDANT_CSP'],
} as unknown as Situation;

it('la page d’un parcours dit où il en est, ce qu’il attend, ses échéances, ses courriers et ses alertes', () => {
  expect(details(situation, 'Entretien', []).split('\n')).toEqual([
    '## Dossier 2025-000001-32 : En CSP',
    '',
    'Attend : **Entretien**',
    '',
    '| Échéance | Date | Règle | Où elle en est |',
    '|---|---|---|---|',
    '| Pré-bilan | 01/04/2025 | règle R12, plan d’action (PSP) | fait le 28/03/2025 |',
    '| PSP | 01/04/2025 | règle R12, plan d’action (PSP) | passée |',
    '| Bilan | 01/04/2025 | règle R12, plan d’action (PSP) | à venir |',
    '| Actualisation mensuelle | du 28 (26 en février) au 15 du mois suivant, jusqu’au 15/03/2026 | règle R20, actualisation | chaque mois |',
    '',
    'Courriers partis : 2',
    '',
    '- Acceptation enregistrée, à l’employeur, prévu le 27/03/2025',
    '- Proposition du CSP, au bénéficiaire, prévu le 24/03/2025, rectifié depuis',
    '',
    "Courriers en attente d'un nouvel essai : 1",
    '',
    'Alertes :',
    '',
    '- Les congés dépassent le nombre de jours permis.',
    '- La personne atteint la retraite à taux plein pendant le CSP.',
  ]);
});
it('elle se tait sur ce qui n’existe pas', () => {
  const rien = { ...situation, resultat: { valide: true, erreurs: [] }, echeances: [], courriers: [], alertes: [] };
  expect(details(rien, null, []).split('\n').slice(2)).toEqual([
    "N'attend plus rien.",
    '',
    '| Échéance | Date | Règle | Où elle en est |',
    '|---|---|---|---|',
    '',
    'Aucun courrier n’est parti.',
  ]);
});
it('elle dit combien de messages ont été refusés, et pourquoi, sans rien répéter de ce qui y était écrit', () => {
  const refuses = ['FAIT_INCONNU', 'MESSAGE_INCONNU:dupont', 'FAIT_INCONNU', 'CHAMP_INVALIDE:né le\n3'].map((code) => ({
    code,
  }));
  expect(details(situation, 'Entretien', refuses).split('\n').slice(-6)).toEqual([
    '',
    'Messages refusés : 4',
    '',
    '- Aucun fait en vigueur n’est enregistré sous cet identifiant. × 2',
    '- Un parcours ne connaît aucun message nommé « … ».',
    '- Le champ « … » n’a pas une valeur du bon type.',
  ]);
});

it('les courriers partis sont nommés, les derniers d’abord, les plus anciens comptés', () => {
  const partis = Array.from({ length: 12 }, (_, rang) =>
    courrier('PARTI', 'RETOUR', 'BENEFICIAIRE', `2025-05-${String(rang + 10)}`),
  );
  const page = details({ ...situation, courriers: partis }, null, []).split('\n');
  expect(page.filter((ligne) => ligne.startsWith('- Reprise du CSP'))).toHaveLength(10);
  expect(page).toContain('- Reprise du CSP, au bénéficiaire, prévu le 21/05/2025');
  expect(page).toContain('- et 2 plus anciens, que la page du dossier dit tous');
});
