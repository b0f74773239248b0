import { dateCivile as j } from '../../domain/calendrier/dates';
import type { Resultat } from '../../domain/dossier/resultat';
import { lire } from '../de-test/lecture';
import { cspExemple, dossierExemple, exemple } from '../exemples';

describe('l’indemnité différentielle de reclassement (R18)', () => {
  const emploi = (varie: Partial<Resultat>) => ({ resultat: { ...exemple('FIN_POUR_EMPLOI').resultat, ...varie } });

  it('le salaire n’est pas connu : la lettre dit à qui elle est, comment, et où la demander', () => {
    const lettre = lire('FIN_POUR_EMPLOI');
    expect(lettre).toContain(
      'Ou bien, à la place de la prime, si votre salaire baisse, choisissez l’indemnité différentielle de reclassement (IDR, voir plus bas) : demandez son formulaire à Claire Morel et transmettez-le à France Travail.',
    );
    expect(lettre).toContain(
      'moins payé que l’ancien pour le même nombre d’heures par semaine, vous pouvez demander l’indemnité différentielle',
    );
    expect(lettre).toContain('un an au plus et dans la limite de la moitié des droits à l’ASP');
    expect(lettre).toContain('Pour un même emploi, c’est l’une ou l’autre');
  });

  it('une baisse est consignée : jusqu’à quand elle peut être versée', () => {
    const idr = [{ contratId: 'cdi', eligible: true, finMax: j('2026-09-14') }];
    const lettre = lire('FIN_POUR_EMPLOI', undefined, emploi({ idr }));
    expect(lettre).toContain('Ou bien, à la place de la prime, choisissez l’indemnité');
    expect(lire('FIN_POUR_EMPLOI', undefined, emploi({ idr, primes: [] }))).toContain(
      'Demandez à Claire Morel le formulaire de l’indemnité',
    );
    expect(lettre).toContain('IDR, versée au plus tard jusqu’au : lundi 14 septembre 2026');
  });

  it.each([
    ['une entreprise', { motifFin: 'CREATION_ENTREPRISE' }],
    ['un emploi commencé après le terme des 12 mois', { dateFinCsp: j('2026-03-24') }],
    ['la prime, déjà accordée', { idr: [{ contratId: 'cdi', eligible: false, finMax: null }] }],
  ] satisfies [string, Partial<Resultat>][])('%s : elle n’est pas proposée', (_, varie) => {
    expect(lire('FIN_POUR_EMPLOI', undefined, emploi(varie))).not.toContain('IDR');
  });
});

describe('les congés (R21)', () => {
  it('au-delà du total permis, la lettre dit de combien et n’annonce aucun solde faux', () => {
    const resultat = { ...cspExemple, conges: { joursPris: 38, solde: 0, depassement: 3 } };
    const lettre = lire('CONGES_ENREGISTRES', undefined, { resultat });
    expect(lettre).toContain('dépassent de 3 jours les 35 jours');
    expect(lettre).toContain('38 jours sur 35');
    expect(lettre).toContain('Solde à la date de ce courrier : 0 jour');
  });
});

describe('le dernier mois de la prime (R17)', () => {
  it('les prolongations repoussent le dernier jour pour être embauché', () => {
    const resultat = { ...cspExemple, totalProlongationJours: 30 };
    expect(lire('PRIME_DERNIER_MOIS', undefined, { resultat })).toContain('au plus tard le lundi 23 février 2026');
  });
});

describe('les dates de l’année, dès l’adhésion', () => {
  it('chacune est dite avec son dernier jour ; la prime à qui peut l’avoir', () => {
    const lettre = lire('C04_ADHESION', 'BENEFICIAIRE');
    for (const date of ['Pré-bilan', 'Plan d’action (PSP)', 'Point d’étape', 'pour la prime', 'Entretien de bilan'])
      expect(lettre).toContain(date);
    expect(lettre).toContain('Réinscription ensuite, sans emploi, au plus tard : dimanche 29 mars 2026');
    const fin = { termeAvant: j('2026-03-24'), termeApres: j('2026-04-23') };
    expect(lire('PROLONGATION', 'BENEFICIAIRE', { changement: fin })).toContain(
      'Réinscription ensuite, sans emploi, au plus tard : mardi 28 avril 2026',
    );
    const doutes = [{ code: 'ESSAI_ROMPU' as const, sur: 'TERME' as const, autreTerme: j('2026-03-24') }];
    expect(lire('PROLONGATION', 'BENEFICIAIRE', { changement: fin, doutes, jour: j('2026-01-12') })).toContain(
      'au plus tard : dimanche 29 mars 2026 ou mardi 28 avril 2026 (à confirmer par France Travail)',
    );
    const dossier = { ...dossierExemple, ancienneteMois: 8 };
    expect(lire('C04_ADHESION', 'BENEFICIAIRE', { dossier })).not.toContain('pour la prime');
  });
});
