import type { DepartReel } from '../../domain/parcours/depart';
import type { CourrierSitue, Situation } from '../../domain/parcours/situation';
import { parOu, statutInscritDit } from './sort-courrier';

const ZONE = 'Europe/Paris';
const partiLe = new Date('2025-03-10T15:07:00Z');
const poste = { canal: 'COURRIER', statut: 'PARTI', acheveLe: partiLe } as const;
const mail = (statut: 'PARTI' | 'ECHEC' | 'REJETE' | 'INCERTAIN' | 'EN_REMISE') =>
  ({ canal: 'EMAIL', statut, acheveLe: partiLe }) as const;
const essai = (reste: Partial<DepartReel> = {}): DepartReel => ({
  ...{ quand: '2025-03-10T15:25:00.000Z', jour: null, immediat: false, raison: null },
  ...reste,
});

const lettreInscrite = { cle: 'k', base: 'b', destinataire: 'BENEFICIAIRE', statut: 'ANNULE', partiLe: null } as const;
const dire = (...demande: Parameters<typeof parOu>) => parOu(...demande).replace(/\s/g, ' ');

it('partie par un canal sur deux, une lettre dit par lequel, et quand l’autre est essayé de nouveau', () => {
  const lettre = { statut: 'A_REPRENDRE', envois: [poste, mail('ECHEC')] } as const;
  expect(dire(lettre, essai(), ZONE)).toBe(
    'par courrier (10/03/2025 à 16 h 07) ; e-mail pas parti, nouvel essai le 10/03/2025 à 16 h 25',
  );
  expect(statutInscritDit({ ...lettreInscrite, statut: 'A_REPRENDRE', partiLe }, null)).toBe('parti en partie');
});

it('l’heure de l’essai n’est dite que si le parcours l’a choisie et qu’elle n’est pas passée', () => {
  const lettre = { statut: 'A_REPRENDRE', envois: [mail('ECHEC')] } as const;
  const bientot = 'e-mail pas parti, nouvel essai dans les minutes qui viennent';
  expect([dire(lettre, null, ZONE), dire(lettre, essai({ immediat: true }), ZONE)]).toEqual([bientot, bientot]);
  expect(dire(lettre, essai({ quand: null, raison: 'RETENU' }), ZONE)).toBe('e-mail pas parti, nouvel essai retenu');
  expect(statutInscritDit({ ...lettreInscrite, statut: 'A_REPRENDRE' }, null)).toBe('nouvel essai prévu');
});

it('partie par tous ses canaux, ou sans nouvel essai, une lettre dit ce qu’il en est de chacun', () => {
  expect(dire({ statut: 'PARTI', envois: [poste, mail('PARTI')] }, null, ZONE)).toBe('par courrier, e-mail');
  expect(dire({ statut: 'PARTI', envois: [mail('REJETE'), poste] }, null, ZONE)).toBe(
    'par courrier (10/03/2025 à 16 h 07) ; e-mail refusé',
  );
  expect(dire({ statut: 'EN_TACHE', envois: [mail('ECHEC')] }, null, ZONE)).toBe('e-mail pas parti');
  expect(dire({ statut: 'EN_TACHE', envois: [] }, null, ZONE)).toBe('');
});

it('annulée, elle dit pourquoi quand cela se sait', () => {
  const sienne = { ...lettreInscrite, code: 'PROLONGATION' };
  const annulee = (courriers: object[], decesSignale = false) =>
    statutInscritDit(lettreInscrite, { courriers: courriers as CourrierSitue[], decesSignale } as Situation);
  expect(annulee([sienne])).toBe('annulé : ce qu’il disait a changé avant son départ');
  expect(annulee([sienne], true)).toBe('annulé : un décès est signalé, ou ce qu’il disait a changé avant son départ');
  const ailleurs = { ...sienne, ailleurs: true };
  expect(annulee([ailleurs])).toBe('dit dans un autre courrier');
  const porteuse = { ...sienne, cle: 'p', code: 'SUSPENSION', annonce: 'b', statut: 'A_VENIR' };
  expect(annulee([ailleurs, porteuse])).toMatch(/^dit dans « .*, avec sa nouvelle date de fin »$/);
  // What its journey does not know is not guessed.
  expect([annulee([]), statutInscritDit(lettreInscrite, null)]).toEqual(['annulé', 'annulé']);
});
